import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, Field, LinkButton } from "../../shared/ui";
import { useFinish, type Outcome, type Session } from "./api";

type Props = { session: Session; later: string; onLater: () => void; onDone?: () => void };

/** What became of it. Whatever the answer, it is a good one. */
export function WhatWasDone({ session, later, onLater, onDone }: Props) {
  const { t } = useLingui();
  const finish = useFinish();
  const [note, setNote] = useState("");
  const end = (outcome: Outcome) => finish.mutate({ id: session.id, outcome, note: note.trim() }, { onSuccess: onDone });
  return (
    <section className="focus-end" aria-labelledby="what-was-done">
      <h2 id="what-was-done" className="text-18">
        <Trans>What got done?</Trans>
      </h2>
      <Field label={t`A word about it, if you like`} autoComplete="off" maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="acts">
        <Button kind="go" big busy={finish.isPending} onClick={() => end("done")}>
          <Trans>All of it</Trans>
        </Button>
        <div className="others">
          <Button kind="soft" onClick={() => end("part")}>
            <Trans>A part</Trans>
          </Button>
          <Button kind="soft" onClick={() => end("not")}>
            <Trans>Something else</Trans>
          </Button>
        </div>
      </div>
      {finish.isError && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now. Nothing is lost.</Trans>
        </p>
      )}
      <LinkButton quiet onClick={onLater}>
        {later}
      </LinkButton>
    </section>
  );
}
