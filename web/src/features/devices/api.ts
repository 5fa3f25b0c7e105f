import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Session = RowOf<"/api/v1/me/sessions">;
export type Key = RowOf<"/api/v1/me/keys">;
export type Scope = RowOf<"/api/v1/me/keys/scopes">;

export const sessionsQuery = infiniteQueryOptions({
  queryKey: ["sessions"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/me/sessions", { params: { query: { cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const keysQuery = infiniteQueryOptions({
  queryKey: ["keys"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/me/keys", { params: { query: { cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const scopesQuery = queryOptions({
  queryKey: ["key-scopes"],
  queryFn: async () => (await ask(api.GET("/api/v1/me/keys/scopes"))).items,
});

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (session_id: string) => ask(api.DELETE("/api/v1/me/sessions/{session_id}", { params: { path: { session_id } } })),
    // Also when it had ended before: the list is what tells.
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

export function useEndOthers() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await ask(api.POST("/api/v1/me/sessions/end-others"))).ended,
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

export type NewKey = { name: string; scopes: string[]; expires_in_days: number };

export function useMakeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (key: NewKey) => ask(api.POST("/api/v1/me/keys", { body: key })),
    // The key itself is in this answer only; nothing keeps it once the page is left.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
}

export function useEndKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (key_id: string) => ask(api.DELETE("/api/v1/me/keys/{key_id}", { params: { path: { key_id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
}
