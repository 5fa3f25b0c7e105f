import { sayRefusal } from "./words";

/** Why something was refused, beside what was pressed. */
export function Refused({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <p className="err-line" role="alert">
      {sayRefusal(error)}
    </p>
  );
}
