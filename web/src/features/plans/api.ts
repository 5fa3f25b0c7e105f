import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import type { components } from "../../api/schema";

export type Plan = AnswerOf<"/api/v1/plans", "get">["items"][number];
export type Made = components["schemas"]["PlanMade"];
export type New = components["schemas"]["NewPlan"];
export type Cue = New["cue"];
export type Kind = Cue["kind"];
export type Beginning = NonNullable<Plan["last"]>;

const path = (planId: string) => ({ params: { path: { plan_id: planId } } });

export const plansQuery = infiniteQueryOptions({
  queryKey: ["plans"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/plans", { params: { query: { cursor: pageParam, limit: 30 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ["plans"] }) });
}

export const useAdd = () => useChange((body: New) => ask(api.POST("/api/v1/plans", { body })));
export const useEdit = ({ id, version }: Plan) =>
  useChange((body: New) =>
    ask(api.PATCH("/api/v1/plans/{plan_id}", { params: { path: { plan_id: id }, header: { "If-Match": `"${version}"` } }, body })),
  );
export const usePause = () => useChange((id: string) => ask(api.POST("/api/v1/plans/{plan_id}/pause", path(id))));
export const useResume = () => useChange((id: string) => ask(api.POST("/api/v1/plans/{plan_id}/resume", path(id))));
export const useNewAddress = () => useChange((id: string) => ask(api.POST("/api/v1/plans/{plan_id}/address", path(id))));
export const useTry = () => useChange((id: string) => ask(api.POST("/api/v1/plans/{plan_id}/beginnings", path(id))));
export const useRemove = () => useChange((id: string) => ask(api.DELETE("/api/v1/plans/{plan_id}", path(id))));
export const useAnswer = () =>
  useChange(({ plan_id, id, answer }: { plan_id: string; id: string; answer: Beginning["answer"] }) =>
    ask(
      api.PATCH("/api/v1/plans/{plan_id}/beginnings/{beginning_id}", {
        params: { path: { plan_id, beginning_id: id } },
        body: { answer },
      }),
    ),
  );
