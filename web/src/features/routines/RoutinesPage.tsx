import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { sayRule } from "../../shared/rule";
import { Button, Card, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { day } from "../../shared/when";
import { doneQuery, routinesQuery, useAddRoutine, useBegin, type Routine } from "./api";
import { Medications } from "./Medications";
import { RoutineForm } from "./RoutineForm";

/** Routines, those that fit now first; under them medication times, and what was done. */
export function RoutinesPage() {
  const { t } = useLingui();
  const { data: routines, isPending, isError, refetch } = useQuery(routinesQuery);
  const [making, setMaking] = useState(false);
  const add = useAddRoutine();
  const ordered = routines?.toSorted((one, other) => rank(one) - rank(other));
  return (
    <Page title={t`Routines`}>
      <div className="head">
        <h1>
          <Trans>Routines</Trans>
        </h1>
        <p className="quiet">
          <Trans>Steps that belong together. A day without one costs nothing.</Trans>
        </p>
      </div>
      {isPending && <Skeleton label={t`Loading your routines`} />}
      {isError && (
        <Trouble level={2} title={t`Your routines didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>They are safe, all of them.</Trans>
        </Trouble>
      )}
      {ordered?.length === 0 && !making && (
        <Empty>
          <Trans>None yet. A morning of three steps is a good first one.</Trans>
        </Empty>
      )}
      <ul className="routines">
        {ordered?.map((routine, place) => (
          <RoutineRow key={routine.id} routine={routine} first={place === 0 && !making} />
        ))}
      </ul>
      {making ? (
        <RoutineForm busy={add.isPending} error={add.error} onClose={() => setMaking(false)} onKeep={(given) => add.mutate(given, { onSuccess: () => setMaking(false) })} />
      ) : (
        routines && (
          <Button kind={routines.length === 0 ? "go" : "soft"} onClick={() => setMaking(true)}>
            <Trans>Make a routine</Trans>
          </Button>
        )
      )}
      <Medications />
      <Done />
    </Page>
  );
}

const rank = (routine: Routine) => (routine.run_id ? 0 : routine.is_now ? 1 : 2);

function RoutineRow({ routine, first }: { routine: Routine; first: boolean }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const begin = useBegin();
  const { name } = routine;
  const go = () => begin.mutate(routine.id, { onSuccess: () => void navigate({ to: "/routines/$routineId", params: { routineId: routine.id } }) });
  return (
    <li>
      <Card>
        <h2 className="text-18">
          <Link className="link" to="/routines/$routineId" params={{ routineId: routine.id }}>
            {name}
          </Link>
        </h2>
        <p className="quiet num">{routine.is_now ? t`It fits now.` : <Windowed routine={routine} />}</p>
        <Button kind={first ? "go" : "soft"} busy={begin.isPending} onClick={go}>
          {routine.run_id ? <Trans>Go on</Trans> : <Trans>Begin</Trans>}
          <span className="vh"> {name}</span>
        </Button>
        {begin.isError && (
          <p role="alert" className="err-line">
            <Trans>That didn't go through just now. It is as it was.</Trans>
          </p>
        )}
      </Card>
    </li>
  );
}

export function Windowed({ routine: { window_from, window_to, rrule } }: { routine: Routine }) {
  const { t } = useLingui();
  const from = window_from?.slice(0, 5);
  const to = window_to?.slice(0, 5);
  const clock = from && (to ? t`${from} to ${to}` : t`from ${from}`);
  return <>{[clock, rrule ? sayRule(rrule) : undefined].filter(Boolean).join(", ") || t`Any time`}</>;
}

function Done() {
  const found = useInfiniteQuery(doneQuery);
  const runs = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (runs.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="done">
      <h2 id="done" className="text-18">
        <Trans>What you did</Trans>
      </h2>
      <ul className="did">
        {runs.map((run) => (
          <li key={run.id}>
            <b>{run.name}:</b>{" "}
            {run.steps
              .filter((step) => step.state === "done")
              .map((step) => step.text)
              .join(", ")}{" "}
            <span className="quiet num">{day(run.finished_at ?? run.started_at)}</span>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Further back</Trans>
        </Button>
      )}
    </section>
  );
}
