import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { messagesQuery } from "./api";
import { SaidByCairn } from "./Said";

/** The last answer in a conversation, with what waits for a yes; nothing while there is none. */
export function LastAnswer({ conversationId }: { conversationId: string }) {
  const { data } = useInfiniteQuery({ ...messagesQuery(conversationId), retry: false });
  const last = data?.pages[0]?.items.find((message) => message.role === "cairn");
  if (!last) return null;
  return (
    <section className="sect" aria-labelledby="answer">
      <h2 id="answer">
        <Trans>The last answer</Trans>
      </h2>
      <SaidByCairn message={last} />
    </section>
  );
}
