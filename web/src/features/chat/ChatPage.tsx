import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Quoted } from "../../shared/Quoted";
import { Button, Chip, Page, Skeleton, Trouble } from "../../shared/ui";
import { offerWords } from "../../shared/words";
import { conversationQuery } from "./api";
import { Talk } from "./Talk";

type Props = {
  /** The conversation that was asked for; the main one, if none was. */
  thread?: string;
  /** What can't wait: reminders that are due. */
  above?: ReactNode;
  /** What was said on this device and has no answer yet. */
  waiting?: ReactNode;
  /** The ids of what waits. */
  here?: readonly string[];
};

/** The conversation, with what was done in it. */
export function ChatPage({ thread, above, waiting, here }: Props) {
  const { t } = useLingui();
  const { data: current, isPending, isError, refetch } = useQuery(conversationQuery(thread));
  const title = current && !current.main && current.title;
  return (
    <Page title={title || t`Chat`}>
      <div className="talk-top">
        <h1 className={title ? "text-18" : "vh"}>{title || t`Chat`}</h1>
        <Link className="link quiet" to="/conversations">
          <Trans>All conversations</Trans>
        </Link>
      </div>
      {above}
      {isPending && <Skeleton label={t`Loading the conversation`} />}
      {isError && !current && (
        <Trouble level={2} title={t`The conversation didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>It is safe. What you write is kept here and goes out when the connection is back.</Trans>
        </Trouble>
      )}
      {current === null && <Beginning />}
      {/* Another conversation begins at its own end. */}
      {current ? <Talk key={current.id} conversationId={current.id} waiting={waiting} here={here} /> : <div className="talk mt-6">{waiting}</div>}
    </Page>
  );
}

function Beginning() {
  const { t } = useLingui();
  const examples = [t`Remind me to water the plants on Sunday at 10`, t`What did I say about the dentist?`];
  return (
    <div className="head">
      <p className="lead">
        <Trans>Tell me anything, or ask about what you told me. For example:</Trans>
      </p>
      <div className="chips mt-2">
        {examples.map((example) => (
          <Chip key={example} kind="example" onClick={() => offerWords(example)}>
            <Quoted words={example} />
          </Chip>
        ))}
      </div>
    </div>
  );
}
