import "../../styles/back.css";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Button, Scene } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { full, relative } from "../../shared/when";
import { firstOpen, useLater, type Task } from "./api";
import { Fit } from "./Fit";
import { useStarted } from "./useStarted";

/** After days away: one thing, three choices. */
export function WelcomeBack({ task, onHere }: { task: Task; onHere: () => void }) {
  const now = useNow();
  const later = useLater();
  const { start } = useStarted(task.id);
  const step = firstOpen(task);
  const said = full(task.created_at);
  const ago = relative(task.created_at, now);
  return (
    <div className="back">
      <div className="back-scene">
        <Scene />
      </div>
      <div className="back-what">
        <p className="lead quiet">
          <Trans>Welcome back. One thing:</Trans>
        </p>
        <h1 className="big">{task.title}</h1>
        {step && (
          <p className="lead">
            <span className="first">
              <Trans>First:</Trans>
            </span>{" "}
            {step.text}
          </p>
        )}
        <p className="quiet num">
          <Trans>
            You told me on {said} ({ago}).
          </Trans>
        </p>
      </div>
      {task.estimate_minutes !== null && (
        <div className="back-fit">
          <Fit minutes={task.estimate_minutes} range={task.range ?? undefined} />
        </div>
      )}
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
        <ShowToday onHere={onHere} />
      </div>
      <Safe />
    </div>
  );
}

/** What is due is the one thing: its own card asks, between these words and the way out. */
export function WelcomeBackToDue() {
  return (
    <div className="back-due">
      <div className="back-scene">
        <Scene />
      </div>
      <h1 className="lead quiet">
        <Trans>Welcome back. One thing:</Trans>
      </h1>
    </div>
  );
}

export function OrToday({ onHere }: { onHere: () => void }) {
  return (
    <div className="back-or">
      <ShowToday onHere={onHere} />
      <Safe />
    </div>
  );
}

function ShowToday({ onHere }: { onHere: () => void }) {
  return (
    <Link className="btn btn-soft" to="/today" onClick={onHere}>
      <Trans>Just show me today</Trans>
    </Link>
  );
}

function Safe() {
  return (
    <p className="small quiet">
      <Trans>Everything you told me is safe.</Trans>
    </p>
  );
}
