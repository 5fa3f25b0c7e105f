import { Trans } from "@lingui/react/macro";
import { useEffect } from "react";
import { useConnection } from "../../shared/connection";
import { StopAnswer } from "../../shared/StopAnswer";
import { LinkButton } from "../../shared/ui";
import type { Unsent } from "./store";
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
      <Fate row={row} online={online} />
    </div>
  ));
}

/** How far its answer is. What hasn't reached the server is taken back; what is being answered there is stopped. */
function Fate({ row, online }: { row: Unsent; online: boolean }) {
  const words = useWordsFor(row.id);
  return (
    <>
      {words && (
        // It is read out once it is whole.
        <div className="cairn" aria-hidden="true">
          <p className="said-text">{words}</p>
        </div>
      )}
      <div className="small quiet">
        {online && !row.held ? <Trans>Thinking</Trans> : <Trans>Saved here, will send</Trans>}{" "}
        {words === undefined ? (
          <LinkButton quiet onClick={() => void outbox.withdraw(row.id)}>
            <Trans>Take it back</Trans>
          </LinkButton>
        ) : (
          <StopAnswer messageId={row.id} />
        )}
      </div>
    </>
  );
}
