import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Policy = AnswerOf<"/api/v1/admin/limits", "get">["policies"][number];
export type Violation = AnswerOf<"/api/v1/admin/limits/violations", "get">["items"][number];

export const limitsQuery = queryOptions({
  queryKey: ["limits"],
  queryFn: () => ask(api.GET("/api/v1/admin/limits")),
});

export const violationsQuery = infiniteQueryOptions({
  queryKey: ["limits", "violations"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/admin/limits/violations", { params: { query: { cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
