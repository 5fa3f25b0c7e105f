import type { ComponentProps } from "react";

type Kind = "go" | "line" | "soft" | "grave";

export type ButtonProps = ComponentProps<"button"> & {
  kind?: Kind;
  big?: boolean;
  /** At work: stays focusable, says so, and a second press does nothing. */
  busy?: boolean;
};

/** `go` is the one primary action of a screen; `line` an equal choice; `soft` a quiet one; `grave` only where nothing can be undone. */
export function Button({ kind = "line", big, busy, className = "", type = "button", onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      // A busy submit button becomes a plain one, so that pressing it again can't send the form twice.
      type={busy ? "button" : type}
      className={`btn btn-${kind} ${big ? "btn-big" : ""} ${className}`}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy && (
        <span className="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      )}
      {children}
    </button>
  );
}

type LinkButtonProps = ComponentProps<"button"> & { quiet?: boolean };

/** An action that reads as a word in a sentence: Undo, Too much? */
export function LinkButton({ quiet, className = "", type = "button", ...rest }: LinkButtonProps) {
  return <button {...rest} type={type} className={`link ${quiet ? "link-quiet" : ""} ${className}`} />;
}
