import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Caught = AnswerOf<"/api/v1/inbox", "get">["items"][number];
export type Becomes = "task" | "note" | "aside";
export type Sorted = Caught & { became: Becomes; taskId: string | null };

export const inboxQuery = infiniteQueryOptions({
  queryKey: ["memories", "inbox"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/inbox", { params: { query: { cursor: pageParam, limit: 20 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

const of = (memory_id: string) => ({ params: { path: { memory_id } } });

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => Promise.all(["memories", "tasks", "today"].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}

export const useSort = () =>
  useChange(async ({ caught, becomes }: { caught: Caught; becomes: Becomes }): Promise<Sorted> => {
    const { task_id } = await ask(api.POST("/api/v1/inbox/{memory_id}/sort", { ...of(caught.id), body: { becomes } }));
    return { ...caught, became: becomes, taskId: task_id };
  });

export const useUnsort = () =>
  useChange((sorted: Sorted) => ask(api.POST("/api/v1/inbox/{memory_id}/unsort", { ...of(sorted.id), body: { task_id: sorted.taskId } })));
