import { Trans } from "@lingui/react/macro";
import { useEffect } from "react";
import { useConnection } from "../../shared/connection";
import { LinkButton } from "../../shared/ui";
import { outbox, useUnsent, useWordsFor } from "./useOutbox";

/** Where a conversation ends: what was said here and has no answer yet. */
export function Waiting({ thread }: { thread?: string }) {
  const { online } = useConnection();
  const rows = useUnsent().filter((row) => row.state === "waiting" && !row.unwanted && row.conversation_id === thread);
  const { length } = rows;
  useEffect(() => {
    // Whoever speaks wants to see it stand there.
    if (length > 0) document.documentElement.scrollTo({ top: document.documentElement.scrollHeight });
  }, [length]);
  return rows.map((row) => (
    <div key={row.id} className="waiting">
      <p className="you">
        <span className="vh">
          <Trans>You:</Trans>{" "}
        </span>
        {row.text}
      </p>
      <Words id={row.id} />
      <p className="small quiet">
        {online && !row.held ? <Trans>Thinking</Trans> : <Trans>Saved here, will send</Trans>}{" "}
        <LinkButton quiet onClick={() => void outbox.withdraw(row.id)}>
          <Trans>Take it back</Trans>
        </LinkButton>
      </p>
    </div>
  ));
}

/** An answer while it is written. It is read out once it is whole. */
function Words({ id }: { id: string }) {
  const words = useWordsFor(id);
  if (!words) return null;
  return (
    <div className="cairn" aria-hidden="true">
      <p className="said-text">{words}</p>
    </div>
  );
}
