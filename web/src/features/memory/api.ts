import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf, RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import { beginning, type Asked } from "./asked";

export type Memory = RowOf<"/api/v1/memories">;
export type Hit = AnswerOf<"/api/v1/memories/search", "post">["items"][number];

/** What to forget at once. */
export type Many = { ids: string[] } | { conversation: string } | { source: string } | { everything: true };

type Change = { text?: string; pinned?: boolean; set_aside?: boolean };

/** Everything of a kind and a time, the latest first. */
export const memoriesQuery = ({ kind, time }: Asked) =>
  infiniteQueryOptions({
    queryKey: ["memories", "all", kind, time],
    queryFn: ({ pageParam }) => {
      const pinned = kind === "pinned" ? true : undefined;
      const of = kind === "pinned" || kind === "aside" ? undefined : kind;
      const query = { cursor: pageParam, limit: 20, kind: of, pinned, set_aside: kind === "aside", from: beginning(time) };
      return ask(api.GET("/api/v1/memories", { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const searchQuery = ({ q = "", kind, time, past = false }: Asked) =>
  queryOptions({
    queryKey: ["memories", "search", q, kind, time, past],
    queryFn: async () => {
      const kinds = kind && kind !== "pinned" && kind !== "aside" ? [kind] : undefined;
      const body = { query: q, limit: 10, kinds, from: beginning(time), include_closed: past, neighbours: 0 };
      const found = await ask(api.POST("/api/v1/memories/search", { body }));
      return kind === "pinned" ? found.items.filter((hit) => hit.memory.pinned_at) : found.items;
    },
    // While the next letter is looked up the last results hold still.
    placeholderData: keepPreviousData,
  });

export const memoryQuery = (memory_id: string) =>
  queryOptions({
    queryKey: ["memories", "one", memory_id],
    queryFn: () => ask(api.GET("/api/v1/memories/{memory_id}", { params: { path: { memory_id } } })),
  });

/** What was said before and after it in its thread. */
export const aroundQuery = (memory_id: string) =>
  queryOptions({
    queryKey: ["memories", "around", memory_id],
    queryFn: async () => (await ask(api.GET("/api/v1/memories/{memory_id}/around", { params: { path: { memory_id } } }))).items,
  });

export const statusQuery = queryOptions({
  queryKey: ["memories", "status"],
  queryFn: () => ask(api.GET("/api/v1/memories/status")),
  // Reading goes on behind the scenes and says nothing when it is done.
  refetchInterval: ({ state }) => (state.data?.pending ? 10_000 : false),
});

const shownBy = ["memories", "facts", "profile", "contradictions", "messages"];

/** Asks anew for whatever shows a memory or what is known from it. */
function useAnew() {
  const queries = useQueryClient();
  return () => Promise.all(shownBy.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

export function usePatch(memory_id: string) {
  return useMutation({
    mutationFn: (body: Change) => ask(api.PATCH("/api/v1/memories/{memory_id}", { params: { path: { memory_id } }, body })),
    onSuccess: useAnew(),
  });
}

export function useForget() {
  return useMutation({
    mutationFn: (memory_id: string) => ask(api.DELETE("/api/v1/memories/{memory_id}", { params: { path: { memory_id } } })),
    onSuccess: useAnew(),
  });
}

export function useForgetMany() {
  return useMutation({
    mutationFn: (body: Many) => ask(api.POST("/api/v1/memories/forget", { body })),
    onSuccess: useAnew(),
  });
}
