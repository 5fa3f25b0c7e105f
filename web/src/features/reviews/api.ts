import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import type { components } from "../../api/schema";

export type Review = AnswerOf<"/api/v1/reviews/{review_id}", "get">;
export type Row = AnswerOf<"/api/v1/reviews", "get">["items"][number];
export type Kind = Row["kind"];
export type Screen = NonNullable<Review["screen"]>;
export type Step = Screen["step"];
export type What = Screen["choices"][number];
export type Thing = Screen["things"][number];
export type Decided = Review["decided"][number];
export type Wishes = AnswerOf<"/api/v1/reviews/wishes", "get">;
export type Given = Omit<components["schemas"]["Answer"], "step">;

export const reviewsQuery = infiniteQueryOptions({
  queryKey: ["reviews", "all"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/reviews", { params: { query: { cursor: pageParam, limit: 20 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

const path = (reviewId: string) => ({ params: { path: { review_id: reviewId } } });

export const reviewQuery = (reviewId: string) =>
  queryOptions({ queryKey: ["reviews", "one", reviewId], queryFn: () => ask(api.GET("/api/v1/reviews/{review_id}", path(reviewId))) });

export const wishesQuery = queryOptions({ queryKey: ["reviews", "wishes"], queryFn: () => ask(api.GET("/api/v1/reviews/wishes")) });

/** Asked again every few minutes: its time comes while the page lies open. */
export const offerQuery = queryOptions({
  queryKey: ["reviews", "offer"],
  queryFn: () => ask(api.GET("/api/v1/reviews/offer")),
  refetchInterval: 300_000,
});

const touched = ["tasks", "today", "mood", "memories", "reminders"];

/** Every answer is the review as it stands now. */
function useGoOn<Input>(change: (input: Input) => Promise<Review>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (review) => {
      queries.setQueryData(reviewQuery(review.id).queryKey, review);
      for (const key of ["all", "offer"]) void queries.invalidateQueries({ queryKey: ["reviews", key] });
      for (const key of touched) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

export const useBegin = () => useGoOn((kind: Kind) => ask(api.POST("/api/v1/reviews", { body: { kind } })));
export const useAnswer = (review: Review) =>
  useGoOn((given: Given & { step: Step }) => ask(api.POST("/api/v1/reviews/{review_id}/answer", { ...path(review.id), body: given })));
export const useBack = (review: Review) => useGoOn(() => ask(api.POST("/api/v1/reviews/{review_id}/back", path(review.id))));
export const useEnough = (review: Review) => useGoOn(() => ask(api.POST("/api/v1/reviews/{review_id}/enough", path(review.id))));
export const useDecide = (review: Review) =>
  useGoOn((decided: { thing_id: string; what: What }) => ask(api.POST("/api/v1/reviews/{review_id}/decide", { ...path(review.id), body: decided })));
export const useTakeBack = (review: Review) =>
  useGoOn((thingId: string) =>
    ask(api.DELETE("/api/v1/reviews/{review_id}/decided/{thing_id}", { params: { path: { review_id: review.id, thing_id: thingId } } })),
  );

/** What doesn't answer with a review. */
function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void queries.invalidateQueries({ queryKey: ["reviews"] }) });
}

export const useRemove = () => useChange((reviewId: string) => ask(api.DELETE("/api/v1/reviews/{review_id}", path(reviewId))));
export const useDecline = () => useChange((kind: Kind) => ask(api.POST("/api/v1/reviews/offer/decline", { body: { kind } })));
export const useWish = () => useChange((wishes: Wishes) => ask(api.PUT("/api/v1/reviews/wishes", { body: wishes })));
