import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { Button, LinkButton, OneCard, Page, Skeleton, Trouble } from "../../shared/ui";
import { routineQuery, runQuery, useBegin, useEditRoutine, useFinishRun, useRemoveRoutine, useResume, useTick, type Routine, type Run } from "./api";
import { RoutineForm } from "./RoutineForm";
import { Windowed } from "./RoutinesPage";

/** One routine: the step that comes, while it is gone through; else what it is made of. */
export function RunPage() {
  const { t } = useLingui();
  const { routineId } = useParams({ from: "/inside/routines/$routineId" });
  const { data: routine, error, refetch } = useQuery(routineQuery(routineId));
  const [ended, setEnded] = useState<Run>();
  const gone = error instanceof Problem && error.status === 404;
  if (!routine) {
    return (
      <Page title={t`Routine`}>
        {!error && <Skeleton label={t`Loading the routine`} />}
        {gone && (
          <Trouble level={1} title={t`This routine isn't here`}>
            <Trans>It may have been taken away. What you did with it is still there.</Trans>
          </Trouble>
        )}
        {error && !gone && (
          <Trouble level={1} title={t`This routine didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
            <Trans>It is safe.</Trans>
          </Trouble>
        )}
      </Page>
    );
  }
  if (routine.run_id) return <Running id={routine.run_id} onEnded={setEnded} />;
  return <Resting routine={routine} ended={ended} />;
}

function Running({ id, onEnded }: { id: string; onEnded: (run: Run) => void }) {
  const { t } = useLingui();
  const { data: run } = useQuery(runQuery(id));
  if (!run) {
    return (
      <Page title={t`Routine`}>
        <Skeleton label={t`Loading the routine`} />
      </Page>
    );
  }
  return <Step run={run} onEnded={onEnded} />;
}

function Step({ run, onEnded }: { run: Run; onEnded: (run: Run) => void }) {
  const { t } = useLingui();
  const tick = useTick(run);
  const finish = useFinishRun();
  const [last, setLast] = useState<Run["steps"][number]>();
  const at = run.steps.findIndex((step) => step.state === "open");
  const step = run.steps[at];
  const after = run.steps.slice(at + 1).find((one) => one.state === "open");
  const minutes = step?.minutes;
  const end = () => finish.mutate(run.id, { onSuccess: onEnded });
  const say = (state: "done" | "skipped") => {
    if (step) tick.mutate({ step, state }, { onSuccess: () => setLast(step) });
  };
  return (
    <Page title={run.name} mid>
      <p className="quiet">{run.name}</p>
      {step ? (
        <OneCard
          title={step.text}
          why={minutes ? t`About ${minutes} min` : undefined}
          step={after && <Trans>Then: {after.text}</Trans>}
          go={
            <Button kind="go" big busy={tick.isPending} onClick={() => say("done")}>
              <Trans>Done</Trans>
            </Button>
          }
          others={
            <>
              <Button kind="soft" onClick={() => say("skipped")}>
                <Trans>Skip it</Trans>
              </Button>
              <Button kind="soft" onClick={end}>
                <Trans>Enough for now</Trans>
              </Button>
            </>
          }
        />
      ) : (
        <OneCard
          title={t`That was the last step`}
          go={
            <Button kind="go" big busy={finish.isPending} onClick={end}>
              <Trans>Finish</Trans>
            </Button>
          }
        />
      )}
      <p role="status" className="quiet">
        {last && !tick.isError && (
          <>
            {last.text}.{" "}
            <LinkButton onClick={() => tick.mutate({ step: last, state: "open" }, { onSuccess: () => setLast(undefined) })}>
              <Trans>Undo</Trans>
            </LinkButton>
          </>
        )}
      </p>
      {(tick.isError || finish.isError) && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </Page>
  );
}

function Resting({ routine, ended }: { routine: Routine; ended?: Run }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const begin = useBegin();
  const edit = useEditRoutine(routine.id);
  const remove = useRemoveRoutine();
  const resume = useResume();
  const [changing, setChanging] = useState(false);
  const [asked, setAsked] = useState(false);
  const did = ended?.steps.filter((step) => step.state === "done").map((step) => step.text) ?? [];
  return (
    <Page title={routine.name}>
      <div className="head">
        <h1>{routine.name}</h1>
        <p className="quiet num">
          <Windowed routine={routine} />
        </p>
      </div>
      {ended && (
        <p role="status" className="last">
          {did.length > 0 ? t`You did: ${did.join(", ")}.` : t`Ended.`}{" "}
          <LinkButton onClick={() => resume.mutate(ended.id)}>
            <Trans>Undo</Trans>
          </LinkButton>
        </p>
      )}
      {changing ? (
        <RoutineForm
          routine={routine}
          busy={edit.isPending}
          error={edit.error}
          onClose={() => setChanging(false)}
          onKeep={(given) => edit.mutate(given, { onSuccess: () => setChanging(false) })}
        />
      ) : (
        <>
          <ol className="steps-told">
            {routine.steps.map((step) => (
              <li key={step.id}>
                {step.text} {step.minutes && <span className="quiet num">{t`${step.minutes} min`}</span>}
              </li>
            ))}
          </ol>
          <div className="row">
            <Button kind="go" big busy={begin.isPending} onClick={() => begin.mutate(routine.id)}>
              <Trans>Begin</Trans>
            </Button>
            <Button kind="soft" onClick={() => setChanging(true)}>
              <Trans>Change it</Trans>
            </Button>
            <LinkButton quiet onClick={() => setAsked(true)}>
              <Trans>Take it away</Trans>
            </LinkButton>
          </div>
          {asked && (
            <p className="row" role="group" aria-label={t`Take it away`}>
              <Trans>This can't be undone. What you did with it stays.</Trans>{" "}
              <Button busy={remove.isPending} onClick={() => remove.mutate(routine.id, { onSuccess: () => void navigate({ to: "/routines" }) })}>
                <Trans>Yes, take it away</Trans>
              </Button>
              <Button onClick={() => setAsked(false)}>
                <Trans>Leave it</Trans>
              </Button>
            </p>
          )}
        </>
      )}
      {(begin.isError || resume.isError || remove.isError) && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </Page>
  );
}
