import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Button, Card, Field } from "./ui";

type Props = {
  title: ReactNode;
  /** What it is for and where it goes. */
  children: ReactNode;
  /** What the value is called. */
  label: string;
  value: string;
  /** What to do where the browser doesn't let the page copy. */
  byHand: ReactNode;
  onDone: () => void;
};

/** Something that nobody can show again, to be copied now. */
export function CopyOnce({ title, children, label, value, byHand, onDone }: Props) {
  const [copied, setCopied] = useState<"" | "yes" | "no">("");
  const copy = () => {
    // Absent where the page isn't reached by https or localhost; then the person copies what is selected.
    const written = navigator.clipboard ? navigator.clipboard.writeText(value) : Promise.reject(new Error("no clipboard"));
    written.then(
      () => setCopied("yes"),
      () => setCopied("no"),
    );
  };
  return (
    <Card className="grid gap-4">
      <h2 className="text-18">{title}</h2>
      <p className="quiet">{children}</p>
      <Field label={label} readOnly value={value} autoComplete="off" spellCheck={false} onFocus={(event) => event.target.select()} />
      <p className="quiet" aria-live="polite">
        {copied === "yes" && <Trans>Copied.</Trans>}
        {copied === "no" && byHand}
      </p>
      <div className="row">
        <Button kind="go" onClick={copy}>
          <Trans>Copy it</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>I have it</Trans>
        </Button>
      </div>
    </Card>
  );
}
