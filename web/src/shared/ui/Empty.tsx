import type { ReactNode } from "react";

/** One sentence and one example to tap. */
export function Empty({ children, example }: { children: ReactNode; example?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {example}
    </div>
  );
}

type TroubleProps = {
  /** What happened. */
  title: ReactNode;
  /** What is safe. */
  children: ReactNode;
  /** What to do. */
  acts?: ReactNode;
  level?: 1 | 2 | 3;
};

/** What happened, what is safe, what to do. */
export function Trouble({ title, children, acts, level = 3 }: TroubleProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="card trouble" role="alert">
      <div>
        <Heading>{title}</Heading>
        <p>{children}</p>
        {acts && <div className="row">{acts}</div>}
      </div>
    </div>
  );
}
