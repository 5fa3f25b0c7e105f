import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import type { AnswerOf, RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Message = RowOf<"/api/v1/conversations/{conversation_id}/messages">;
type Answered = AnswerOf<"/api/v1/messages", "post">;
type Messages = AnswerOf<"/api/v1/conversations/{conversation_id}/messages", "get">;

/** The conversation that everything goes to which names no other, if anything was said yet. */
export const currentQuery = queryOptions({
  queryKey: ["messages", "conversation"],
  queryFn: async () => (await ask(api.GET("/api/v1/conversations"))).items.find((conversation) => conversation.main) ?? null,
});

/** Its messages, the latest first; each further page is earlier. */
export const messagesQuery = (conversation_id: string) =>
  infiniteQueryOptions({
    queryKey: ["messages", "said", conversation_id],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/conversations/{conversation_id}/messages", {
          params: { path: { conversation_id }, query: { cursor: pageParam, limit: 30 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** Puts an answer where it will be read, so that nothing disappears while the list is asked for anew. */
export function addAnswer(queries: QueryClient, { message, reply, receipts, proposals }: Answered) {
  queries.setQueriesData<InfiniteData<Messages>>({ queryKey: ["messages", "said"] }, (known) => {
    const [latest, ...earlier] = known?.pages ?? [];
    if (!known || !latest || latest.items.some((other) => other.id === message.id)) return known;
    const items = [{ ...reply, receipts, proposals }, message, ...latest.items] as Message[];
    return { ...known, pages: [{ ...latest, items }, ...earlier] };
  });
  void queries.invalidateQueries({ queryKey: ["messages"] });
}
