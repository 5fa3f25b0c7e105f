import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Button, Scene } from "../../shared/ui";
import { length } from "../../shared/when";
import { firstOpen, useLater, type Task } from "./api";
import { useStarted } from "./useStarted";

/** After days away: one thing, three choices. */
export function WelcomeBack({ task, onHere }: { task: Task; onHere: () => void }) {
  const later = useLater();
  const { start } = useStarted(task.id);
  const takes = task.estimate_minutes === null ? undefined : length(task.estimate_minutes);
  return (
    <div className="back">
      <div className="back-scene">
        <Scene />
      </div>
      <p className="lead quiet">
        <Trans>Welcome back. One thing:</Trans>
      </p>
      <h1 className="big">{task.title}</h1>
      <p className="lead">
        {takes && <Trans>About {takes}.</Trans>} {firstOpen(task)?.text}
      </p>
      <div className="back-acts">
        <Button
          kind="go"
          big
          onClick={() => {
            start();
            onHere();
          }}
        >
          <Trans>Start with this</Trans>
        </Button>
        <Button busy={later.isPending} onClick={() => later.mutate({ task })}>
          <Trans>Something else</Trans>
        </Button>
        <Link className="btn btn-soft" to="/today" onClick={onHere}>
          <Trans>Just show me today</Trans>
        </Link>
      </div>
      <p className="small quiet">
        <Trans>Everything you told me is safe.</Trans>
      </p>
    </div>
  );
}
