import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { PickTime } from "../../shared/PickTime";
import { Button } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { clock, full } from "../../shared/when";
import { dayAfter, instantOf, wallClock, zoneHere } from "../../shared/zone";
import { useDone, useSnooze, type Reminder } from "./api";

/** What to say after an answer; `undo` is the id of the reminder that can be reopened. */
export type Answered = { words: string; undo?: string };

type Props = { reminder: Reminder; onAnswered: (answered: Answered) => void };

/** Done, or the same again: in 10 minutes, in an hour, tomorrow at the same time, or when the person picks. */
export function Answers({ reminder, onAnswered }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const done = useDone();
  const snooze = useSnooze();
  const [picking, setPicking] = useState(false);
  const { id, text } = reminder;
  const again = (until: Date) => {
    if (snooze.isPending) return;
    const moment = full(until);
    const onSuccess = () => {
      setPicking(false);
      onAnswered({ words: t`I'll say it again: ${text}, ${moment}.` });
    };
    snooze.mutate({ id, until }, { onSuccess });
  };
  const soon = new Date(now.getTime() + 10 * 60_000);
  const hour = new Date(now.getTime() + 60 * 60_000);
  const tomorrow = tomorrowAt(reminder.due_at, now);
  return (
    <>
      <Button kind="go" big className="go-wide" busy={done.isPending} onClick={() => done.mutate(id, { onSuccess: () => onAnswered({ words: t`Done: ${text}.`, undo: id }) })}>
        <Trans>Done</Trans>
      </Button>
      <div className="picks" role="group" aria-label={t`Remind me again`}>
        <Button className="pick" onClick={() => again(soon)}>
          {t`10 min`}
          <span>{clock(soon)}</span>
        </Button>
        <Button className="pick" onClick={() => again(hour)}>
          {t`1 h`}
          <span>{clock(hour)}</span>
        </Button>
        <Button className="pick" onClick={() => again(tomorrow)}>
          {t`Tomorrow`}
          <span>{full(tomorrow)}</span>
        </Button>
        <Button className="pick" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {t`Pick`}
          <span>{t`a day and time`}</span>
        </Button>
      </div>
      {picking && <PickTime label={t`When should I say it again?`} take={t`Remind me then`} onPick={again} />}
      {(done.isError || snooze.isError) && (
        <p className="err-line mt-2" role="alert">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </>
  );
}

/** The same time of day, on the day after today. */
function tomorrowAt(due: string, now: Date): Date {
  const zone = zoneHere();
  return instantOf(`${dayAfter(now)}T${wallClock(new Date(due), zone).split("T")[1]}`, zone);
}
