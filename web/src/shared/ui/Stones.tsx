import type { ReactNode } from "react";

type Props = {
  /** Minutes it takes. */
  takes: number;
  /** Minutes there are; left out, the whole row is what it takes. */
  have?: number;
  /** What the row shows, in words. */
  label: string;
  /** Minutes one stone stands for. */
  each?: number;
  kind?: "act" | "leave";
};

const most = 24;

/** Time as stones. One stone is five minutes, unless the caption says otherwise. */
export function Stones({ takes, have, label, each = 5, kind = "act" }: Props) {
  const all = Math.min(most, Math.max(1, Math.ceil(Math.max(takes, have ?? 0) / each)));
  const on = Math.min(all, Math.max(1, Math.ceil(takes / each)));
  return (
    <div className={`stones ${kind === "leave" ? "stones-leave" : ""} ${all < 8 ? `stones-${all}` : ""}`} role="img" aria-label={label}>
      {Array.from({ length: all }, (_, index) => (
        <i key={index} className={index < on ? "on" : undefined} />
      ))}
    </div>
  );
}

/** A caption under a length: what it is at the left, its measure at the right. */
export function SpanCaption({ left, right }: { left: ReactNode; right?: ReactNode }) {
  return (
    <p className="span-cap">
      <span>{left}</span>
      {right && <span>{right}</span>}
    </p>
  );
}
