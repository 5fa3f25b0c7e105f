import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sayRule } from "../../shared/rule";
import { Button, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { full } from "../../shared/when";
import { listQuery, type Reminder } from "./api";
import { forWhen } from "./lateness";

/** Every reminder, the nearest first; where each went is one tap away. */
export function RemindersPage() {
  const { t } = useLingui();
  const [done, setDone] = useState(false);
  const found = useInfiniteQuery(listQuery(done));
  const all = found.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Reminders`}>
      <div className="head">
        <h1>
          <Trans>Reminders</Trans>
        </h1>
        <p className="quiet">
          <Link className="link" to="/you/reminders">
            <Trans>How they reach you, and when it's quiet</Trans>
          </Link>
        </p>
      </div>
      <div className="row" role="group" aria-label={t`Which ones`}>
        <Button kind={done ? "soft" : undefined} aria-pressed={!done} onClick={() => setDone(false)}>
          <Trans>To come</Trans>
        </Button>
        <Button kind={done ? undefined : "soft"} aria-pressed={done} onClick={() => setDone(true)}>
          <Trans>Done</Trans>
        </Button>
      </div>
      {found.isPending && <Skeleton label={t`Loading your reminders`} />}
      {found.isError && !all && (
        <Trouble level={2} title={t`Your reminders didn't open`} acts={<Button onClick={() => void found.refetch()}>{t`Try again`}</Button>}>
          <Trans>They are safe, and ring when they should.</Trans>
        </Trouble>
      )}
      {all?.length === 0 && <Empty>{done ? <Trans>None is done yet.</Trans> : <Trans>Nothing is waiting to remind you.</Trans>}</Empty>}
      <ul className="said timed mt-4">
        {all?.map((reminder) => (
          <Line key={reminder.id} reminder={reminder} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button className="mt-4" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </Page>
  );
}

function Line({ reminder }: { reminder: Reminder }) {
  const now = useNow();
  const { id, text, state, rang_for, due_at, done_at, rrule } = reminder;
  const answered = state === "done" && full(done_at ?? due_at);
  return (
    <li>
      <Link className="link" to="/reminders/$reminderId" params={{ reminderId: id }}>
        {text}
      </Link>
      <div className="small quiet num">
        {answered ? <Trans>Done {answered}</Trans> : forWhen((state === "ringing" && rang_for) || due_at, now)}
        {!answered && rrule && <> {sayRule(rrule)}</>}
      </div>
    </li>
  );
}
