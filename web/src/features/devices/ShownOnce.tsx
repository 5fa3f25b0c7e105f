import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, Card, Field } from "../../shared/ui";
import type { Key } from "./api";

/** The key itself, to be copied now: nobody can show it again. */
export function ShownOnce({ made, onDone }: { made: Key & { key: string }; onDone: () => void }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState<"" | "yes" | "no">("");
  const copy = () => {
    // Absent where the page isn't reached by https or localhost; then the person copies what is selected.
    const written = navigator.clipboard ? navigator.clipboard.writeText(made.key) : Promise.reject(new Error("no clipboard"));
    written.then(
      () => setCopied("yes"),
      () => setCopied("no"),
    );
  };
  return (
    <Card>
      <h2 className="text-18">
        <Trans>Copy your key now</Trans>
      </h2>
      <p className="quiet">
        <Trans>It is shown this once. Put it where “{made.name}” asks for it, in no address and no note.</Trans>
      </p>
      <Field label={t`Your key`} readOnly value={made.key} autoComplete="off" spellCheck={false} onFocus={(event) => event.target.select()} />
      <p className="quiet" aria-live="polite">
        {copied === "yes" && <Trans>Copied.</Trans>}
        {copied === "no" && <Trans>Your browser didn't let me copy. Select the key and copy it yourself.</Trans>}
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
