import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, LinkButton, Quote } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useNow } from "../../shared/useNow";
import { full, relative } from "../../shared/when";
import { useForget, type Memory } from "./api";

/** One memory in its own words, with who said it and when, and the way to let it go. */
export function Remembered({ memory, why }: { memory: Memory; why?: string }) {
  const [asking, setAsking] = useState(false);
  const now = useNow();
  const { text, occurred_at: at } = memory;
  return (
    <>
      <Quote
        source={
          <>
            <Who memory={memory} />, <time dateTime={at}>{full(at, { year: true })}</time> <span className="nb">({relative(at, now)})</span>
          </>
        }
        valid={why}
        acts={
          <LinkButton className="act" onClick={() => setAsking(true)}>
            <Trans>Forget</Trans>
            <span className="vh"> “{text}”</span>
          </LinkButton>
        }
      >
        “{text}”
      </Quote>
      {asking && <Forget memory={memory} onClose={() => setAsking(false)} />}
    </>
  );
}

function Who({ memory: { speaker, kind } }: { memory: Memory }) {
  if (speaker === "cairn") return <Trans>I told you</Trans>;
  if (speaker !== "me") return speaker;
  return kind === "question" ? <Trans>You asked me</Trans> : <Trans>You told me</Trans>;
}

function Forget({ memory, onClose }: { memory: Memory; onClose: () => void }) {
  const { t } = useLingui();
  const forget = useForget();
  return (
    <Dialog open onOpenChange={onClose} title={t`Forget this for good?`} about={t`It goes from here and from every search. This can't be undone.`} sheet>
      <p>“{memory.text}”</p>
      {forget.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. It is still kept.</Trans>
        </p>
      )}
      <div className="row">
        <Button kind="grave" busy={forget.isPending} onClick={() => forget.mutate(memory.id, { onSuccess: onClose })}>
          <Trans>Forget it</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Keep it</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
