import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Next = AnswerOf<"/api/v1/tasks/next", "get">;
export type Task = NonNullable<Next["task"]>;
export type Step = Task["steps"][number];

export const nextQuery = queryOptions({
  queryKey: ["tasks", "next"],
  queryFn: () => ask(api.GET("/api/v1/tasks/next")),
});

/** Does something to a task, then looks again at what depends on it. */
function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ["tasks"] }), queries.invalidateQueries({ queryKey: ["today"] })]),
  });
}

const of = (task: Task) => ({ params: { path: { task_id: task.id } } });

export const useFinish = () => useChange((task: Task) => ask(api.POST("/api/v1/tasks/{task_id}/done", of(task))));
export const useReopen = () => useChange((task: Task) => ask(api.POST("/api/v1/tasks/{task_id}/reopen", of(task))));
export const useLater = () => useChange((task: Task) => ask(api.POST("/api/v1/tasks/{task_id}/later", of(task))));

export const useAddStep = (task: Task) =>
  useChange((text: string) => ask(api.POST("/api/v1/tasks/{task_id}/steps", { ...of(task), body: { text } })));

export function useTickStep(task: Task) {
  return useChange(({ step, done }: { step: Step; done: boolean }) => {
    const params = { path: { task_id: task.id, step_id: step.id } };
    return ask(
      done
        ? api.POST("/api/v1/tasks/{task_id}/steps/{step_id}/done", { params })
        : api.POST("/api/v1/tasks/{task_id}/steps/{step_id}/reopen", { params }),
    );
  });
}

export const firstOpen = (task: Task): Step | undefined => task.steps.find((step) => !step.done_at);
