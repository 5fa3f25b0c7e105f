import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Empty, LinkButton, Page, Skeleton, Trouble } from "../../shared/ui";
import { full } from "../../shared/when";
import { inboxQuery, useSort, useUnsort, type Becomes, type Caught, type Sorted } from "./api";

/** What was caught, one thought at a time: a heap would be a wall. */
export function InboxPage() {
  const { t } = useLingui();
  const found = useInfiniteQuery(inboxQuery);
  const [later, setLater] = useState<readonly string[]>([]);
  const [last, setLast] = useState<Sorted>();
  // Here, since a thought that was sorted is gone before all is looked at anew.
  const sort = useSort();
  const put = (caught: Caught, becomes: Becomes) => sort.mutate({ caught, becomes }, { onSuccess: setLast });
  const all = found.data?.pages.flatMap((page) => page.items);
  const one = all?.find(({ id }) => !later.includes(id));
  const more = one === undefined && found.hasNextPage;
  return (
    <Page title={t`Inbox`}>
      <div className="head">
        <h1>
          <Trans>What you caught</Trans>
        </h1>
        <p className="quiet">
          <Trans>One thought at a time. What you leave stays in memory.</Trans>
        </p>
      </div>
      {last && <Told key={last.id} sorted={last} onBack={() => setLast(undefined)} />}
      {found.isPending && <Skeleton label={t`Loading what you caught`} />}
      {found.isError && !all && (
        <Trouble level={2} title={t`Your thoughts didn't open`} acts={<Button onClick={() => void found.refetch()}>{t`Try again`}</Button>}>
          <Trans>They are safe in memory.</Trans>
        </Trouble>
      )}
      {one && (
        <Thought key={one.id} caught={one} busy={sort.isPending} failed={sort.isError && sort.variables.caught.id === one.id} onPut={(becomes) => put(one, becomes)} onLater={() => setLater([...later, one.id])} />
      )}
      {more && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
      {all && !one && !more && (
        <Empty>
          {later.length > 0 ? (
            <Trans>That was all for now. What you left is here next time.</Trans>
          ) : (
            <Trans>Nothing waits here. Write down whatever comes to mind; it is caught.</Trans>
          )}
        </Empty>
      )}
    </Page>
  );
}

type ThoughtProps = { caught: Caught; busy: boolean; failed: boolean; onPut: (becomes: Becomes) => void; onLater: () => void };

function Thought({ caught, busy, failed, onPut, onLater }: ThoughtProps) {
  const { t } = useLingui();
  return (
    <article className="card" aria-labelledby={`caught-${caught.id}`}>
      <h2 id={`caught-${caught.id}`} className="text-18 lines">
        {caught.text}
      </h2>
      <p className="small quiet">
        <time dateTime={caught.occurred_at}>{full(caught.occurred_at)}</time>
      </p>
      <div className="row mt-4">
        <Button kind="go" busy={busy} onClick={() => onPut("task")}>
          <Trans>Onto my list</Trans>
        </Button>
        <Button disabled={busy} onClick={() => onPut("note")}>
          <Trans>Keep as a note</Trans>
        </Button>
        <Button disabled={busy} onClick={() => onPut("aside")}>
          <Trans>Let it go</Trans>
        </Button>
        <LinkButton quiet onClick={onLater}>
          <Trans>Not now</Trans>
        </LinkButton>
      </div>
      {failed && (
        <p role="alert" className="err-line">
          {t`That didn't go through just now. It is as it was.`}
        </p>
      )}
    </article>
  );
}

function Told({ sorted, onBack }: { sorted: Sorted; onBack: () => void }) {
  const { t } = useLingui();
  const unsort = useUnsort();
  const told: Record<Becomes, string> = { task: t`On your list.`, note: t`Kept as a note.`, aside: t`Out of the way. It answers no more.` };
  return (
    <p role="status" className="small mb-4">
      {told[sorted.became]}{" "}
      <LinkButton disabled={unsort.isPending} onClick={() => unsort.mutate(sorted, { onSuccess: onBack })}>
        <Trans>Undo</Trans>
      </LinkButton>
      {unsort.isError && <span role="alert"> {t`That can't be taken back any more.`}</span>}
    </p>
  );
}
