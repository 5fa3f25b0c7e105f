import { useId, type ComponentProps, type ReactNode } from "react";

type Told = {
  label: ReactNode;
  /** What helps before typing. */
  hint?: ReactNode;
  /** What to change, beside the field. What was typed always stays. */
  error?: ReactNode;
  /** For a field whose purpose the page already says; the label stays for those who listen. */
  labelHidden?: boolean;
};

function useTelling(id: string | undefined, { hint, error }: Pick<Told, "hint" | "error">) {
  const own = useId();
  const field = id ?? own;
  const hintId = hint && hint !== error ? `${field}-hint` : undefined;
  const errorId = error ? `${field}-error` : undefined;
  return { field, hintId, errorId, describedBy: [errorId, hintId].filter(Boolean).join(" ") || undefined };
}

function Told({ field, label, labelHidden, hint, error, hintId, errorId, children }: Told & { field: string; hintId?: string; errorId?: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={field} className={labelHidden ? "vh" : undefined}>
        {label}
      </label>
      {children}
      {error && (
        <p className="err" id={errorId} role="alert">
          {error}
        </p>
      )}
      {hintId && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The bare text box, for places that label it themselves. */
export function Input({ className = "", ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={`input ${className}`} />;
}

export type FieldProps = Omit<ComponentProps<"input">, "id"> & Told & { id?: string };

/** A labelled text box; the rest of the props go to the box itself, a form library's `ref` included. */
export function Field({ id, label, labelHidden, hint, error, ...rest }: FieldProps) {
  const { describedBy, ...ids } = useTelling(id, { hint, error });
  return (
    <Told {...ids} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <Input {...rest} id={ids.field} aria-invalid={error ? true : undefined} aria-describedby={describedBy} />
    </Told>
  );
}

export type AreaProps = Omit<ComponentProps<"textarea">, "id"> & Told & { id?: string };

export function Area({ id, label, labelHidden, hint, error, ...rest }: AreaProps) {
  const { describedBy, ...ids } = useTelling(id, { hint, error });
  return (
    <Told {...ids} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <textarea {...rest} className="input" id={ids.field} aria-invalid={error ? true : undefined} aria-describedby={describedBy} />
    </Told>
  );
}

export type ChoiceProps = Omit<ComponentProps<"select">, "id"> & Told & { id?: string };

export function Choice({ id, label, labelHidden, hint, error, children, ...rest }: ChoiceProps) {
  const { describedBy, ...ids } = useTelling(id, { hint, error });
  return (
    <Told {...ids} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <select {...rest} className="input" id={ids.field} aria-invalid={error ? true : undefined} aria-describedby={describedBy}>
        {children}
      </select>
    </Told>
  );
}
