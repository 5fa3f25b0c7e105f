import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf, RowOf } from "./answers";
import { ask, api } from "./client";

/** Something that is so, with the time in which it holds. */
export type Fact = RowOf<"/api/v1/facts">;
export type FactDetail = AnswerOf<"/api/v1/facts/{fact_id}", "get">;

/** What is known from one memory, no longer true or not. */
export const factsOfQuery = (memory_id: string) =>
  queryOptions({
    queryKey: ["facts", "of", memory_id],
    queryFn: async () => (await ask(api.GET("/api/v1/facts", { params: { query: { memory_id, include_closed: true, limit: 50 } } }))).items,
  });

/** One fact with its history and all that it rests on. */
export const factQuery = (fact_id: string) =>
  queryOptions({
    queryKey: ["facts", "one", fact_id],
    queryFn: () => ask(api.GET("/api/v1/facts/{fact_id}", { params: { path: { fact_id } } })),
  });

/** The oldest open question: two facts of which one at most is right. */
export const questionQuery = queryOptions({
  queryKey: ["contradictions"],
  queryFn: async () => (await ask(api.GET("/api/v1/contradictions", { params: { query: { limit: 1 } } }))).items[0] ?? null,
});

/** A change to what is known; whatever shows it is asked for anew. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(["facts", "profile", "contradictions", "memories"].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
