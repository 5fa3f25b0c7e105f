import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, Card, Field } from "../../shared/ui";

/** Where a phone says that it has arrived. Nobody can show it again, so it is copied now. */
export function Address({ url, onDone }: { url: string; onDone: () => void }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState<"" | "yes" | "no">("");
  const copy = () => {
    // Absent where the page isn't reached by https or localhost; then the person copies what is selected.
    const written = navigator.clipboard ? navigator.clipboard.writeText(url) : Promise.reject(new Error("no clipboard"));
    written.then(
      () => setCopied("yes"),
      () => setCopied("no"),
    );
  };
  return (
    <Card className="grid gap-4">
      <h2 className="text-18">
        <Trans>Let your phone say when you are there</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          Copy this address now: it is shown this once. In your phone's automations (Shortcuts, Tasker …) choose “when I arrive”, and let it send a
          POST request to it. It sends nothing about you, and whoever has it can do no more than begin this plan.
        </Trans>
      </p>
      <Field label={t`The address to call`} readOnly value={url} autoComplete="off" spellCheck={false} onFocus={(event) => event.target.select()} />
      <p className="quiet" aria-live="polite">
        {copied === "yes" && <Trans>Copied.</Trans>}
        {copied === "no" && <Trans>Your browser didn't let me copy. Select the address and copy it yourself.</Trans>}
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
