import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import type { components } from "../../api/schema";

export type Next = AnswerOf<"/api/v1/tasks/next", "get">;
export type Task = NonNullable<Next["task"]>;
export type Step = Task["steps"][number];

/** What there is to do something with. */
export type Given = { minutes?: number; energy?: "low" };

/** The one next thing that fits; what was there before stays on the page until it is here. */
export const nextFor = (given: Given) =>
  queryOptions({
    queryKey: ["tasks", "next", given],
    queryFn: () => ask(api.GET("/api/v1/tasks/next", { params: { query: given } })),
    placeholderData: keepPreviousData,
  });

/** Where the person is signed in, those used last. Asked once: what doesn't come changes nothing. */
export const devicesQuery = queryOptions({
  queryKey: ["sessions", "latest"],
  queryFn: async () => (await ask(api.GET("/api/v1/me/sessions"))).items,
  retry: false,
  refetchOnWindowFocus: false,
});

/** Does something to a task, then looks again at what depends on it. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Not waited for: the card that asked is gone once the list is here, and with it whoever waits for the answer.
    onSettled: () => {
      for (const key of ["tasks", "today"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

const of = (task: Task) => ({ params: { path: { task_id: task.id } } });

export const useFinish = () => useChange((task: Task) => ask(api.POST("/api/v1/tasks/{task_id}/done", of(task))));
export const useReopen = () => useChange((task: Task) => ask(api.POST("/api/v1/tasks/{task_id}/reopen", of(task))));
/** Later puts it off for a few hours, which the server chooses; with `until`, to a moment. */
export const useLater = () =>
  useChange(({ task, until }: { task: Task; until?: Date }) =>
    ask(api.POST("/api/v1/tasks/{task_id}/later", { ...of(task), body: until ? { until: until.toISOString() } : {} })),
  );

export type Change = Omit<components["schemas"]["TaskPatch"], "only_this">;

/** What it says, when it is for and what else is known of it; of one that comes again from this time on, or this time alone. */
export const useEdit = (task: Task) =>
  useChange(({ only_this, ...change }: Change & { only_this: boolean }) =>
    ask(api.PATCH("/api/v1/tasks/{task_id}", { ...of(task), body: { ...change, only_this } })),
  );

/** Leaves this time of one that comes again out. */
export const useSkip = () => useChange((task: Task) => ask(api.POST("/api/v1/tasks/{task_id}/skip", of(task))));
/** Brings the time that was left out back. */
export const useUnskip = () => useChange((task: Task) => ask(api.POST("/api/v1/tasks/{task_id}/unskip", of(task))));

/** How it comes again, as a rule or in words; `null` for once. It holds from this time on. */
export const useRepeat = (task: Task) =>
  useChange((body: { rrule?: string | null; repeats?: string; after_done?: boolean }) =>
    ask(api.PATCH("/api/v1/tasks/{task_id}", { ...of(task), body: { ...body, only_this: false } })),
  );

export const useAddStep = (task: Task) =>
  useChange((text: string) => ask(api.POST("/api/v1/tasks/{task_id}/steps", { ...of(task), body: { text } })));

const ofStep = (task: Task, step: Step) => ({ params: { path: { task_id: task.id, step_id: step.id } } });

export const useEditStep = (task: Task) =>
  useChange(({ step, ...body }: { step: Step; done?: boolean; text?: string }) =>
    ask(api.PATCH("/api/v1/tasks/{task_id}/steps/{step_id}", { ...ofStep(task, step), body })),
  );

export const useDropStep = (task: Task) =>
  useChange((step: Step) => ask(api.DELETE("/api/v1/tasks/{task_id}/steps/{step_id}", ofStep(task, step))));

export const useStepSmaller = (task: Task) =>
  useChange((step: Step) => ask(api.POST("/api/v1/tasks/{task_id}/steps/{step_id}/smaller", ofStep(task, step))));

export type Breakdown = AnswerOf<"/api/v1/tasks/{task_id}/breakdown", "post">;
export type Grain = 1 | 2 | 3 | 4 | 5;

export const useBreakDown = (task: Task) =>
  useChange((body: { grain: Grain; library: boolean }) => ask(api.POST("/api/v1/tasks/{task_id}/breakdown", { ...of(task), body })));

/** These steps and no others: what was there before comes back this way, as new rows where they are gone. */
export const useSetSteps = (task: Task) =>
  useChange((steps: Step[]) => {
    const still = new Set(task.steps.map((step) => step.id));
    const kept = steps.map(({ id, text, minutes, done_at }) => ({ id: still.has(id) ? id : null, text, minutes, done: done_at !== null }));
    return ask(api.PUT("/api/v1/tasks/{task_id}/steps", { ...of(task), body: { steps: kept } }));
  });

export const firstOpen = (task: Task): Step | undefined => task.steps.find((step) => !step.done_at);
