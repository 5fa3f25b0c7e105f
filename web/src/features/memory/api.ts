import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Memory = RowOf<"/api/v1/memories">;

export const memoriesQuery = infiniteQueryOptions({
  queryKey: ["memories", "all"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/memories", { params: { query: { cursor: pageParam, limit: 20 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const searchQuery = (query: string) =>
  queryOptions({
    queryKey: ["memories", "search", query],
    queryFn: async () => (await ask(api.POST("/api/v1/memories/search", { body: { query, limit: 10, include_closed: false, neighbours: 0 } }))).items,
    // While the next letter is looked up the last results hold still.
    placeholderData: keepPreviousData,
  });

export function useForget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (memory_id: string) => ask(api.DELETE("/api/v1/memories/{memory_id}", { params: { path: { memory_id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["memories"] }),
  });
}
