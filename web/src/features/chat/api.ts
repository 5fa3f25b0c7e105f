import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import type { AnswerOf, RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Message = RowOf<"/api/v1/conversations/{conversation_id}/messages">;
export type Conversation = RowOf<"/api/v1/conversations">;
type Answered = AnswerOf<"/api/v1/messages", "post">;
type Messages = AnswerOf<"/api/v1/conversations/{conversation_id}/messages", "get">;

async function mainOne(): Promise<Conversation | null> {
  const { items } = await ask(api.GET("/api/v1/conversations", { params: { query: { limit: 200 } } }));
  return items.find((conversation) => conversation.main) ?? null;
}

const named = (conversation_id: string) => ask(api.GET("/api/v1/conversations/{conversation_id}", { params: { path: { conversation_id } } }));

/** One conversation; without an id the one that everything goes to which names no other, if anything was said yet. */
export const conversationQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ["messages", "conversation", id ?? "main"],
    queryFn: (): Promise<Conversation | null> => (id ? named(id) : mainOne()),
  });

/** All of them, or those with some words; those that were put away stand by themselves. */
export const conversationsQuery = (q: string, archived: boolean) =>
  infiniteQueryOptions({
    queryKey: ["messages", "conversations", q, archived],
    queryFn: ({ pageParam }) => ask(api.GET("/api/v1/conversations", { params: { query: { q, archived, cursor: pageParam, limit: 30 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** What was said with some words, in whichever conversation. */
export const saidQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["messages", "found", q],
    queryFn: ({ pageParam }) => ask(api.GET("/api/v1/messages", { params: { query: { q, cursor: pageParam, limit: 20 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled: q !== "",
  });

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ["messages"] }) });
}

export const useOpenOne = () => useChange((title: string) => ask(api.POST("/api/v1/conversations", { body: { title } })));
export const useArrange = ({ id: conversation_id }: Conversation) =>
  useChange((body: { title?: string; archived?: boolean }) =>
    ask(api.PATCH("/api/v1/conversations/{conversation_id}", { params: { path: { conversation_id } }, body })),
  );
export const useDelete = () =>
  useChange((conversation_id: string) => ask(api.DELETE("/api/v1/conversations/{conversation_id}", { params: { path: { conversation_id } } })));

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
  const here = message.conversation_id ? ["messages", "said", message.conversation_id] : ["messages", "said"];
  queries.setQueriesData<InfiniteData<Messages>>({ queryKey: here }, (known) => {
    const [latest, ...earlier] = known?.pages ?? [];
    if (!known || !latest || latest.items.some((other) => other.id === message.id)) return known;
    const items = [{ ...reply, receipts, proposals }, message, ...latest.items] as Message[];
    return { ...known, pages: [{ ...latest, items }, ...earlier] };
  });
  void queries.invalidateQueries({ queryKey: ["messages"] });
}
