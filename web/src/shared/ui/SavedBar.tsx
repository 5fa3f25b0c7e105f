import type { ReactNode } from "react";

/** Stands where the capture line was, until the next word. */
export function SavedBar({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="saved" role="status">
      <p>{children}</p>
      {act}
    </div>
  );
}
