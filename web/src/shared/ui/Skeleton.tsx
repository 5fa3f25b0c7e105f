import { useEffect, useState, type ReactNode } from "react";

type Shape = "title" | "text" | "short" | "bar" | "button";

export function Bone({ shape = "text" }: { shape?: Shape }) {
  return <div className={`skel skel-${shape}`} />;
}

type Props = { label: string; children?: ReactNode; className?: string };

/** The shape of what comes. Shows nothing for the first 300 ms, when most answers are here already. */
export function Skeleton({ label, children, className = "card" }: Props) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className={className} role="group" aria-busy="true" aria-label={label}>
      {children ?? (
        <>
          <Bone shape="title" />
          <Bone />
          <Bone shape="short" />
        </>
      )}
    </div>
  );
}
