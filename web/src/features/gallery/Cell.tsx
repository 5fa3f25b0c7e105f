import type { ReactNode } from "react";

export function Cell({ tag, children }: { tag: string; children: ReactNode }) {
  return (
    <div className="cell">
      <span className="tag">{tag}</span>
      {children}
    </div>
  );
}
