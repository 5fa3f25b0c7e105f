import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { Quoted } from "../../shared/Quoted";
import { Bone, Button, Chip, LinkButton, Page, Skeleton, Trouble } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { full } from "../../shared/when";
import { offerWords } from "../../shared/words";
import { arrived, comesBack, onArrival, wasElsewhere } from "./absence";
import { devicesQuery, nextFor, useLater, type Given, type Task } from "./api";
import { Have } from "./Have";
import { Little } from "./Little";
import { TaskCard } from "./TaskCard";
import { useLastDone } from "./useLastDone";
import { OrToday, WelcomeBack, WelcomeBackToDue } from "./WelcomeBack";

type Props = {
  /** What can't wait: reminders that are due. */
  above?: ReactNode;
  /** Whether there is something above. */
  due?: boolean;
  /** What is offered, once nothing asks. */
  below?: ReactNode;
  /** What begins besides when a task is started: the time for it. */
  onStart?: (task: Task) => void;
};

/** One thing to do, and nothing else. */
export function NowPage({ above, due = false, below, onStart }: Props) {
  const { t } = useLingui();
  const back = useBack(due);
  const [little, setLittle] = useState(false);
  const [given, setGiven] = useState<Given>({});
  const { data, isPending, isError, refetch } = useQuery(nextFor(given));
  const done = useLastDone();
  const later = useLater();
  const finish = (task: Task) => {
    later.reset();
    done.finish(task);
  };
  const task = data?.task ?? undefined;
  const shown = task && task.id !== done.hidden ? task : undefined;

  const card = () => {
    if (isPending || back === undefined) return <Waiting />;
    if (isError && !data) {
      return (
        <Trouble level={1} title={t`I can't see your list just now`} acts={<Button onClick={() => void refetch()}>{t`Look again`}</Button>}>
          <Trans>It is safe. What you say here is kept and goes out when the connection is back.</Trans>
        </Trouble>
      );
    }
    if (!shown) {
      if (done.hidden && task) return <Waiting />;
      return (
        <>
          <Nothing due={due} />
          {!due && below}
        </>
      );
    }
    if (back) return <WelcomeBack task={shown} onHere={arrived} />;
    if (little) return <Little task={shown} onDone={finish} onMore={() => setLittle(false)} />;
    return (
      <>
        <TaskCard key={shown.id} task={shown} reason={data?.reason ?? undefined} onStart={onStart} onDone={finish} onLater={(one, until) => later.mutate({ task: one, until })} />
        <div className="below">
          <Have given={given} onChange={setGiven} />
          <LinkButton quiet onClick={() => setLittle(true)}>
            <Trans>Too much?</Trans>
          </LinkButton>
        </div>
        {!due && below}
      </>
    );
  };
  return (
    <Page title={t`Now`} mid>
      {back && due && <WelcomeBackToDue />}
      {above}
      <LastDone {...done} putOff={later.data} failed={done.failed || later.isError} />
      {back && due ? <OrToday onHere={arrived} /> : card()}
    </Page>
  );
}

/** Whether the person is welcomed back; unknown while it is asked whether only this device was unused. Who answers what was due has chosen by that. */
function useBack(due: boolean): boolean | undefined {
  const back = useSyncExternalStore(onArrival, comesBack);
  const now = useNow();
  const { data: devices, isLoading } = useQuery({ ...devicesQuery, enabled: back });
  const elsewhere = back && devices !== undefined && wasElsewhere(devices, now);
  const asked = useRef(false);
  useEffect(() => {
    if (elsewhere || (back && asked.current && !due)) arrived();
    asked.current = back && due;
  }, [back, due, elsewhere]);
  return back && isLoading ? undefined : back && !elsewhere;
}

function Waiting() {
  const { t } = useLingui();
  return (
    <Skeleton label={t`Looking for the next thing`} className="one">
      <Bone shape="title" />
      <Bone />
      <Bone shape="bar" />
      <Bone shape="button" />
    </Skeleton>
  );
}

function Nothing({ due }: { due: boolean }) {
  const { t } = useLingui();
  if (due) return <h1 className="vh">{t`Now`}</h1>;
  const example = t`Call the dentist tomorrow at 3`;
  return (
    <div className="head">
      <h1>
        <Trans>Nothing asks for you right now</Trans>
      </h1>
      <p className="lead quiet">
        <Trans>Say what is on your mind, in your own words. For example:</Trans>
      </p>
      <p className="mt-2">
        <Chip kind="example" onClick={() => offerWords(example)}>
          <Quoted words={example} />
        </Chip>
      </p>
    </div>
  );
}

type LastProps = { last?: Task; putOff?: Task; failed: boolean; undo: () => void };

/** What was done just now, with the way back, and when comes back what was put off. */
function LastDone({ last, putOff, failed, undo }: LastProps) {
  const title = putOff?.title;
  const moment = putOff?.skip_until && full(putOff.skip_until);
  return (
    <div role="status" className="last">
      {last && !failed && (
        <p className="quiet">
          <Trans>Done: {last.title}.</Trans>{" "}
          <LinkButton onClick={undo}>
            <Trans>Undo</Trans>
          </LinkButton>
        </p>
      )}
      {moment && (
        <p className="quiet">
          <Trans>
            Put off: {title}. Back on {moment}.
          </Trans>
        </p>
      )}
      {failed && (
        <p className="err-line">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </div>
  );
}
