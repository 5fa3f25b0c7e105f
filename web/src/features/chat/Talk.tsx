import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Fragment, useEffect, useRef, type ReactNode } from "react";
import { StopAnswer } from "../../shared/StopAnswer";
import { Button, LinkButton, Skeleton, Trouble } from "../../shared/ui";
import { offerWords } from "../../shared/words";
import { useNow } from "../../shared/useNow";
import { dateOf, day } from "../../shared/when";
import { messagesQuery, type Message } from "./api";
import { isForgotten, SaidByCairn, SaidByYou } from "./Said";

type Props = { conversationId: string; waiting?: ReactNode; here?: readonly string[] };

const nothing: readonly string[] = [];

/** What was said, the latest at the end; what came before is a button away. */
export function Talk({ conversationId, waiting, here = nothing }: Props) {
  const { t } = useLingui();
  const { data, isPending, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(messagesQuery(conversationId));
  // What waits on this device stands at the end, and not here as well.
  const all = data?.pages.flatMap((page) => page.items.filter((message) => !here.includes(message.id))).toReversed() ?? [];
  // A question and its answer that are both forgotten leave one word, not two.
  const messages = all.filter((message, index) => !(isForgotten(message) && all[index - 1] && isForgotten(all[index - 1] as Message)));
  useFollowing(messages.at(-1)?.id);
  if (isPending) return <Skeleton label={t`Loading the conversation`} />;
  if (isError && !data) {
    return (
      <Trouble level={2} title={t`The conversation didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
        <Trans>It is safe. What you write is kept here and goes out when the connection is back.</Trans>
      </Trouble>
    );
  }
  return (
    <>
      {hasNextPage && (
        <Button className="earlier" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show earlier</Trans>
        </Button>
      )}
      {/* Only what is new is read out: how far off every moment is changes by the minute. */}
      <div className="talk" role="log" aria-label={t`Conversation`} aria-live="polite" aria-relevant="additions" aria-busy={isFetchingNextPage}>
        {messages.map((message, index) => (
          <Fragment key={message.id}>
            <Day of={message} after={messages[index - 1]} />
            {message.role === "person" ? <SaidByYou message={message} /> : <SaidByCairn message={message} />}
            {message.role === "person" && message.state === "running" && <Elsewhere message={message} />}
          </Fragment>
        ))}
        {messages.length > 0 && here.length === 0 && <Afterwards messages={messages} />}
        {waiting}
      </div>
    </>
  );
}

/** What can be done about the last thing that was said: in other words, or once more in the same. */
function Afterwards({ messages }: { messages: readonly Message[] }) {
  const said = messages.findLast(({ role }) => role === "person");
  const answer = messages.at(-1);
  if (!said?.text || said.automation_id || answer?.role !== "cairn") return null;
  return (
    <div className="acts small">
      <LinkButton quiet onClick={() => offerWords(said.text, { insteadOf: said.id })}>
        <Trans>Change what I said</Trans>
      </LinkButton>
      {answer.can_retry && (
        <LinkButton quiet onClick={() => offerWords(said.text, { insteadOf: said.id, atOnce: true })}>
          <Trans>Try again</Trans>
        </LinkButton>
      )}
    </div>
  );
}

/** What was said on another device and is being answered. */
function Elsewhere({ message }: { message: Message }) {
  return (
    <div className="waiting">
      <div className="small quiet">
        <Trans>Thinking</Trans> <StopAnswer messageId={message.id} />
      </div>
    </div>
  );
}

/** A line between two days. */
function Day({ of, after }: { of: Message; after?: Message }) {
  const now = useNow();
  if (after && dateOf(after.said_at) === dateOf(of.said_at)) return null;
  const date = day(of.said_at, { year: true });
  return <p className="day num">{dateOf(of.said_at) === dateOf(now) ? <Trans>Today, {date}</Trans> : date}</p>;
}

/** The end of the page; where the line follows the talk instead of lying over it, the end of what was said. */
function showEnd(room: HTMLElement) {
  room.scrollTo({ top: room.scrollHeight });
  const latest = document.querySelector(".talk > :last-child");
  if (latest && latest.getBoundingClientRect().bottom < room.clientHeight / 2) latest.scrollIntoView({ block: "end" });
}

/** Keeps the latest in sight, unless the person has gone up to read. */
function useFollowing(latest: string | undefined) {
  const first = useRef(true);
  useEffect(() => {
    if (!latest) return;
    const room = document.documentElement;
    const near = room.scrollHeight - room.scrollTop - room.clientHeight < room.clientHeight / 2;
    if (first.current || near) showEnd(room);
    first.current = false;
  }, [latest]);
}
