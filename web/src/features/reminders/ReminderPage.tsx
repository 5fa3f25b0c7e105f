import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { sayRule } from "../../shared/rule";
import { Button, Ledger, Page, Skeleton, Trouble } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { clock, day } from "../../shared/when";
import { AnsweredLine } from "./AnsweredLine";
import { Answers, type Answered } from "./Answers";
import { deliveriesQuery, reminderQuery, type Reminder } from "./api";
import { HowInsistent } from "./HowInsistent";
import { forWhen } from "./lateness";
import { standsAt, stillToCome, whatBecame, whatWasSent } from "./ledger";
import { useShown } from "./useShown";

/** One reminder: what, for when, the answers to it, where it was sent and what became of that. */
export function ReminderPage() {
  const { t } = useLingui();
  const { reminderId } = useParams({ from: "/inside/reminders/$reminderId" });
  const { data: reminder, error, refetch } = useQuery(reminderQuery(reminderId));
  if (reminder) return <Told reminder={reminder} />;
  const gone = error instanceof Problem && error.status === 404;
  return (
    <Page title={t`Reminder`}>
      {!error && <Skeleton label={t`Loading the reminder`} />}
      {gone && (
        <Trouble level={1} title={t`This reminder isn't here`}>
          <Trans>It may have been taken back. Everything else is where you left it.</Trans>
        </Trouble>
      )}
      {error && !gone && (
        <Trouble level={1} title={t`This reminder didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>It is safe, and rings when it should.</Trans>
        </Trouble>
      )}
    </Page>
  );
}

function Told({ reminder }: { reminder: Reminder }) {
  const now = useNow();
  const [answered, setAnswered] = useState<Answered>();
  const shown = useShown(reminder);
  // A repeating one that rings stands at its next moment already.
  const due = (reminder.state === "ringing" && reminder.rang_for) || reminder.due_at;
  const open = reminder.state === "ringing" || reminder.state === "waiting";
  return (
    <Page title={reminder.text}>
      <div className="head" ref={shown}>
        <p className="quiet num">{day(due, { year: true })}</p>
        <h1>{reminder.text}</h1>
        <p className="lead num">
          {open && forWhen(due, now)}
          {reminder.state === "done" && <Trans>Done.</Trans>}
          {reminder.state === "cancelled" && <Trans>Taken back.</Trans>}
          {open && reminder.rrule && <> {sayRule(reminder.rrule)}</>}
        </p>
        {open && reminder.ahead_of && (
          <p className="quiet">
            <Trans>
              It rings ahead of{" "}
              <Link to="/reminders/$reminderId" params={{ reminderId: reminder.ahead_of }}>
                another
              </Link>
              , and moves with it.
            </Trans>
          </p>
        )}
      </div>
      {open && <Answers reminder={reminder} onAnswered={setAnswered} />}
      <AnsweredLine answered={answered} onUndone={() => setAnswered(undefined)} />
      <WhereItWent id={reminder.id} />
      {open && <HowInsistent reminder={reminder} />}
    </Page>
  );
}

function WhereItWent({ id }: { id: string }) {
  const { t } = useLingui();
  const { data: deliveries } = useQuery(deliveriesQuery(id));
  if (!deliveries) return null;
  const entries = deliveries
    .toSorted((one, other) => standsAt(one).localeCompare(standsAt(other)))
    .map((delivery) => ({
      id: delivery.id,
      time: clock(standsAt(delivery)),
      dateTime: standsAt(delivery),
      what: whatWasSent(delivery),
      outcome: (
        <>
          {whatBecame(delivery)}
          {delivery.possible_duplicates > 0 && <>. {t`You may have got it twice.`}</>}
        </>
      ),
      next: stillToCome(delivery),
    }));
  return (
    <section className="sect" aria-labelledby="went">
      <h2 id="went" className="text-18">
        <Trans>Where this went</Trans>
      </h2>
      {entries.length > 0 ? (
        <Ledger label={t`Where this went`} entries={entries} />
      ) : (
        <p className="quiet">
          <Trans>Nothing was sent yet. When its time comes it stands in Cairn, and reaches you as you chose.</Trans>
        </p>
      )}
    </section>
  );
}
