import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../shared/ui";
import { taskQuery, useExtend, usePause, useResume, useStop, type Session } from "./api";
import { CheckInLine } from "./CheckInLine";
import { Park } from "./Park";
import { Timer } from "./Timer";
import { WhatWasDone } from "./WhatWasDone";

/** The one thing that is on: how much time is left, the present step, and a place for what comes to mind. */
export function Running({ session, ahead }: { session: Session; ahead: number }) {
  const { t } = useLingui();
  const [ending, setEnding] = useState(false);
  const pause = usePause();
  const resume = useResume();
  const extend = useExtend();
  const stop = useStop();
  const failed = [pause, resume, extend, stop].some((one) => one.isError);
  const paused = session.state === "paused";
  return (
    <article className="one focus-on" aria-labelledby="focus-title">
      <h1 id="focus-title" className="one-title">
        {session.title || t`Focus`}
      </h1>
      <Step session={session} />
      <Timer session={session} ahead={ahead} />
      <CheckInLine session={session} />
      {ending ? (
        <WhatWasDone session={session} onLater={() => setEnding(false)} later={t`Go on`} />
      ) : (
        <div className="acts">
          <Button kind="go" big onClick={() => setEnding(true)}>
            <Trans>Finish</Trans>
          </Button>
          <div className="others">
            <Button kind="soft" busy={pause.isPending || resume.isPending} onClick={() => (paused ? resume : pause).mutate(session.id)}>
              {paused ? <Trans>Go on</Trans> : <Trans>Pause</Trans>}
            </Button>
            <Button kind="soft" busy={extend.isPending} onClick={() => extend.mutate({ id: session.id, minutes: 10 })}>
              <Trans>10 min more</Trans>
            </Button>
          </div>
        </div>
      )}
      {failed && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now. The time goes on as it was.</Trans>
        </p>
      )}
      <Park />
      {!ending && (
        <p className="below">
          <LinkButton quiet onClick={() => stop.mutate(session.id)}>
            <Trans>Stop without a word</Trans>
          </LinkButton>
        </p>
      )}
    </article>
  );
}

/** The step that is at hand: the one it is for, else the first that is open. */
function Step({ session }: { session: Session }) {
  const { data: task } = useQuery({ ...taskQuery(session.task_id ?? ""), enabled: session.task_id !== null });
  const step = task?.steps.find((one) => (session.step_id ? one.id === session.step_id : !one.done_at));
  return step && !step.done_at ? (
    <p className="step">
      <span className="k">
        <Trans>Now:</Trans>
      </span>{" "}
      {step.text}
    </p>
  ) : null;
}
