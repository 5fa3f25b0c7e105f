import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import type { components } from "../../api/schema";

export type Automation = AnswerOf<"/api/v1/automations/{automation_id}", "get">;
export type Run = AnswerOf<"/api/v1/automations/{automation_id}/runs", "get">["items"][number];
export type What = Automation["what"];
export type New = components["schemas"]["NewAutomation"];
export type Patch = components["schemas"]["AutomationPatch"];

const path = (automationId: string) => ({ params: { path: { automation_id: automationId } } });

export const automationsQuery = infiniteQueryOptions({
  queryKey: ["automations", "all"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/automations", { params: { query: { cursor: pageParam, limit: 30 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const automationQuery = (automationId: string) =>
  queryOptions({
    queryKey: ["automations", "one", automationId],
    queryFn: () => ask(api.GET("/api/v1/automations/{automation_id}", path(automationId))),
  });

export const runsQuery = (automationId: string) =>
  infiniteQueryOptions({
    queryKey: ["automations", "runs", automationId],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/automations/{automation_id}/runs", {
          params: { path: { automation_id: automationId }, query: { cursor: pageParam, limit: 20 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ["automations"] }) });
}

export const useAdd = () => useChange((body: New) => ask(api.POST("/api/v1/automations", { body })));
export const useEdit = ({ id, version }: Automation) =>
  useChange((body: Patch) =>
    ask(
      api.PATCH("/api/v1/automations/{automation_id}", {
        params: { path: { automation_id: id }, header: { "If-Match": `"${version}"` } },
        body,
      }),
    ),
  );
export const usePause = () => useChange((id: string) => ask(api.POST("/api/v1/automations/{automation_id}/pause", path(id))));
export const useResume = () => useChange((id: string) => ask(api.POST("/api/v1/automations/{automation_id}/resume", path(id))));
export const useRunNow = () => useChange((id: string) => ask(api.POST("/api/v1/automations/{automation_id}/runs", path(id))));
export const useRemove = () => useChange((id: string) => ask(api.DELETE("/api/v1/automations/{automation_id}", path(id))));
