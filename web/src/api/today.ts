import { queryOptions } from "@tanstack/react-query";
import type { AnswerOf } from "./answers";
import { ask, api } from "./client";

export type Today = AnswerOf<"/api/v1/today", "get">;
export type Tomorrow = AnswerOf<"/api/v1/tomorrow", "get">;
export type Item = Today["items"][number];
export type Segment = Today["line"][number];

/** The day, which the day's page draws and the card of Now measures itself against. */
export const todayQuery = queryOptions({
  queryKey: ["today"],
  queryFn: () => ask(api.GET("/api/v1/today")),
  // Midnight turns the page while nobody does anything.
  refetchInterval: 10 * 60_000,
});

/** What is fixed for the day after. */
export const tomorrowQuery = queryOptions({
  queryKey: ["today", "tomorrow"],
  queryFn: () => ask(api.GET("/api/v1/tomorrow")),
  refetchInterval: 10 * 60_000,
});
