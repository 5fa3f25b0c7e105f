import { useEffect, type ReactNode } from "react";
import { useFocusKept } from "../focusKept";

type Props = {
  /** Names the browser's tab; the page's own h1 may say more. */
  title: string;
  children: ReactNode;
  /** Few things, in the middle of the height. */
  mid?: boolean;
  className?: string;
};

/** The main landmark of a page in the frame. Every page is exactly one of these and holds one h1. */
export function Page({ title, children, mid, className = "" }: Props) {
  const main = useFocusKept<HTMLElement>();
  useEffect(() => {
    document.title = title === "Cairn" ? title : `${title} · Cairn`;
  }, [title]);
  return (
    <main ref={main} id="main" tabIndex={-1} className={`${mid ? "mid" : ""} ${className}`}>
      {children}
    </main>
  );
}
