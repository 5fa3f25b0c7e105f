import { Trans } from "@lingui/react/macro";
import { Button, LinkButton } from "../../shared/ui";
import { firstOpen, useEditStep, type Task } from "./api";

type Props = { task: Task; onDone: (task: Task) => void; onMore: () => void };

/** On a heavy day: only the first step, and one button. */
export function Little({ task, onDone, onMore }: Props) {
  const tick = useEditStep(task);
  const step = firstOpen(task);
  return (
    <div className="little">
      <p className="lead quiet">
        <Trans>Only this:</Trans>
      </p>
      <h1 className="big">{step?.text ?? task.title}</h1>
      <Button kind="go" big busy={tick.isPending} onClick={() => (step ? tick.mutate({ step, done: true }) : onDone(task))}>
        <Trans>Done</Trans>
      </Button>
      <p>
        <LinkButton quiet onClick={onMore}>
          <Trans>Show the rest</Trans>
        </LinkButton>
      </p>
    </div>
  );
}
