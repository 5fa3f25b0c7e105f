import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, toast } from "../../shared/ui";

type Props = {
  codes: readonly string[];
  /** They came with the first factor, which has just shown that it works. */
  first?: boolean;
  onKept: () => void;
};

/** Ten recovery codes, shown this once. Going on is possible once the person says that they are kept. */
export function Codes({ codes, first, onKept }: Props) {
  const { t } = useLingui();
  const [kept, setKept] = useState(false);
  const text = `${codes.join("\n")}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ id: "codes", text: t`Copied. Paste them where you will find them.` });
    } catch {
      toast({ id: "codes", text: t`This browser didn't copy them. Download or print them instead.` });
    }
  };
  return (
    <section className="sect" aria-labelledby="codes">
      {first && (
        <p role="status">
          <Trans>It works, and protects your account from now on.</Trans>
        </p>
      )}
      <h2 id="codes">
        <Trans>Keep these ten codes</Trans>
      </h2>
      <p className="quiet">
        <Trans>When your phone is lost, one of them lets you in. Each works once. They are shown only now.</Trans>
      </p>
      <ol className="codes num">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button onClick={() => void copy()}>
          <Trans>Copy</Trans>
        </Button>
        <Button onClick={() => download(text)}>
          <Trans>Download</Trans>
        </Button>
        <Button onClick={() => print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
      <label className="check">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
        <Trans>I kept them where I will find them</Trans>
      </label>
      <Button kind="go" big disabled={!kept} onClick={onKept}>
        <Trans>Done</Trans>
      </Button>
    </section>
  );
}

function download(text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "cairn-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(address);
}
