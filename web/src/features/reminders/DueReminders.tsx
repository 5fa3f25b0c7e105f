import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useNow } from "../../shared/useNow";
import { AnsweredLine } from "./AnsweredLine";
import { Answers, type Answered } from "./Answers";
import { ringingQuery, type Reminder } from "./api";
import { forWhen } from "./lateness";
import { useShown } from "./useShown";

/** So many of those that wait are named: after days away there may be many, and a list is a wall. */
const few = 2;

/** What is due, at the head of a page, until it is answered. It takes no focus and hurries nobody. */
export function DueReminders() {
  const { data: ringing = [] } = useQuery(ringingQuery);
  const [answered, setAnswered] = useState<Answered>();
  // The latest first; the others wait behind it, so that there is one question at a time.
  const [first, ...others] = ringing.toSorted((one, other) => other.due_at.localeCompare(one.due_at));
  const next = others.slice(0, few).map((reminder) => reminder.text);
  return (
    <div className="due">
      <p className="vh" role="status">
        {first && <Trans>It's time: {first.text}</Trans>}
      </p>
      {first && <DueCard key={first.id} reminder={first} onAnswered={setAnswered} />}
      {next.length > 0 && (
        <p className="small quiet">
          <Trans>After this there is more that was due: {[...next, ...(others.length > few ? ["…"] : [])].join(", ")}</Trans>
        </p>
      )}
      <AnsweredLine answered={answered} onUndone={() => setAnswered(undefined)} />
    </div>
  );
}

function DueCard({ reminder, onAnswered }: { reminder: Reminder; onAnswered: (answered: Answered) => void }) {
  const now = useNow();
  const shown = useShown(reminder);
  return (
    <article className="card ringing" ref={shown} aria-labelledby={`due-${reminder.id}`}>
      <h2 id={`due-${reminder.id}`}>
        <Link to="/reminders/$reminderId" params={{ reminderId: reminder.id }}>
          {reminder.text}
        </Link>
      </h2>
      <p className="num">{forWhen(reminder.rang_for ?? reminder.due_at, now)}</p>
      <Answers reminder={reminder} onAnswered={onAnswered} />
    </article>
  );
}
