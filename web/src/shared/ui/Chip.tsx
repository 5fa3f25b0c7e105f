import type { ComponentProps, ReactNode } from "react";

type Props = ComponentProps<"button"> & {
  /** `understood` shows what was read; `example` offers words to tap; `ask` puts a question. */
  kind?: "understood" | "example" | "ask";
  /** Said only to those who listen: "When: ". */
  about?: string;
};

const look = { understood: "", example: "chip-line", ask: "chip-ask" };

export function Chip({ kind = "understood", about, className = "", type = "button", children, ...rest }: Props) {
  return (
    <button {...rest} type={type} className={`chip ${look[kind]} ${className}`}>
      {about && <span className="vh">{about} </span>}
      {children}
    </button>
  );
}

export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** The one loud thing on a day: when to go. */
export function LeaveBy({ children }: { children: ReactNode }) {
  return <span className="leave">{children}</span>;
}
