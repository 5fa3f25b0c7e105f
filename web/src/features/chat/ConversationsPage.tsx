import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { Button, Empty, Field, Page, Skeleton, Trouble } from "../../shared/ui";
import { conversationsQuery, useOpenOne } from "./api";
import { ConversationRow } from "./ConversationRow";
import { FoundSaid } from "./FoundSaid";

/** Every conversation, the newest first, and what was said in any of them. */
export function ConversationsPage() {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [words, setWords] = useState("");
  const [away, setAway] = useState(false);
  const found = useInfiniteQuery(conversationsQuery(words, away));
  const all = found.data?.pages.flatMap((page) => page.items);
  const look = (event: FormEvent) => {
    event.preventDefault();
    setWords(typed.trim());
  };
  return (
    <Page title={t`Conversations`}>
      <div className="head">
        <h1>
          <Trans>Conversations</Trans>
        </h1>
        <p className="quiet">
          <Trans>What you say anywhere goes to the main one. A thing of its own may have its own.</Trans>
        </p>
      </div>
      <Beginning />
      <form className="form mt-6" role="search" onSubmit={look}>
        <Field label={t`Look for words`} type="search" autoComplete="off" maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div className="row">
          <Button type="submit">
            <Trans>Look</Trans>
          </Button>
        </div>
      </form>
      <div className="row mt-6" role="group" aria-label={t`Which ones`}>
        <Button kind={away ? "soft" : undefined} aria-pressed={!away} onClick={() => setAway(false)}>
          <Trans>At hand</Trans>
        </Button>
        <Button kind={away ? undefined : "soft"} aria-pressed={away} onClick={() => setAway(true)}>
          <Trans>Put away</Trans>
        </Button>
      </div>
      {found.isPending && <Skeleton label={t`Loading your conversations`} />}
      {found.isError && !all && (
        <Trouble level={2} title={t`Your conversations didn't open`} acts={<Button onClick={() => void found.refetch()}>{t`Try again`}</Button>}>
          <Trans>They are safe.</Trans>
        </Trouble>
      )}
      {all?.length === 0 && <Empty>{words ? <Trans>None with these words.</Trans> : <Trans>None here.</Trans>}</Empty>}
      <ul className="said timed mt-4" aria-label={t`Conversations`}>
        {all?.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button className="mt-4" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
      {words && <FoundSaid words={words} />}
      <p className="mt-6">
        <Link className="link quiet" to="/chat">
          <Trans>Back to the main conversation</Trans>
        </Link>
      </p>
    </Page>
  );
}

/** A name is all it takes. */
function Beginning() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const open = useOpenOne();
  const [title, setTitle] = useState("");
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim()) open.mutate(title.trim(), { onSuccess: ({ id }) => void navigate({ to: "/chat", search: { thread: id } }) });
  };
  const nameless = tried && !title.trim() ? t`Give it a name, so that you find it again.` : undefined;
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={t`A new conversation`}>
      <Field
        label={t`A new conversation, about`}
        autoComplete="off"
        maxLength={200}
        value={title}
        error={nameless ?? (open.isError ? t`That didn't work just now. Try once more.` : undefined)}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="row">
        <Button kind="go" type="submit" busy={open.isPending}>
          <Trans>Begin it</Trans>
        </Button>
      </div>
    </form>
  );
}
