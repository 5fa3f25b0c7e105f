import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, OneCard } from "../../shared/ui";
import { clock } from "../../shared/when";
import { tomorrowMorning } from "../../shared/zone";
import { firstOpen, type Task } from "./api";
import { Fit } from "./Fit";
import { Repeats } from "./Repeats";
import { Smaller } from "./Smaller";
import { useStarted } from "./useStarted";

type Props = {
  task: Task;
  reason?: string;
  onStart?: (task: Task) => void;
  onDone: (task: Task) => void;
  /** Without `until` it is put off for a few hours. */
  onLater: (task: Task, until?: Date) => void;
};

/** The card of Now: what, the first step of it, why this one, how long, and what can be done about it. */
export function TaskCard({ task, reason, onStart, onDone, onLater }: Props) {
  const { t } = useLingui();
  const [smaller, setSmaller] = useState(false);
  const { started, start } = useStarted(task.id);
  const step = firstOpen(task);
  const begin = () => {
    start();
    onStart?.(task);
  };
  const begun = started ? clock(started) : undefined;
  const canStart = !started && (task.estimate_minutes !== null || task.steps.length > 0);
  const why = begun ? t`Started ${begun}. No hurry.` : reason;
  return (
    <>
      <OneCard
        title={task.title}
        step={
          step && (
            <>
              <span className="k">
                <Trans>First:</Trans>
              </span>{" "}
              {step.text}
            </>
          )
        }
        why={why}
        fit={task.estimate_minutes !== null && <Fit minutes={task.estimate_minutes} range={task.range ?? undefined} />}
        go={
          <Button kind="go" big onClick={() => (canStart ? begin() : onDone(task))}>
            {canStart ? <Trans>Start</Trans> : <Trans>Done</Trans>}
          </Button>
        }
        others={
          <>
            {canStart && (
              <Button kind="soft" onClick={() => onDone(task)}>
                <Trans>Done</Trans>
              </Button>
            )}
            <Button kind="soft" aria-expanded={smaller} onClick={() => setSmaller(!smaller)}>
              <Trans>Smaller</Trans>
            </Button>
            <Button kind="soft" onClick={() => onLater(task)}>
              <Trans>Later</Trans>
            </Button>
            <Button kind="soft" onClick={() => onLater(task, tomorrowMorning(new Date()))}>
              <Trans>Not that</Trans>
            </Button>
          </>
        }
      />
      <Repeats task={task} />
      {smaller && <Smaller task={task} />}
    </>
  );
}
