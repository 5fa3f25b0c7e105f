import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Usage = AnswerOf<"/api/v1/assistant/usage", "get">;
export type Day = AnswerOf<"/api/v1/assistant/usage/days", "get">["items"][number];

export const usageQuery = queryOptions({
  queryKey: ["usage"],
  queryFn: () => ask(api.GET("/api/v1/assistant/usage")),
});

export const daysQuery = infiniteQueryOptions({
  queryKey: ["usage", "days"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/assistant/usage/days", { params: { query: { cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
