import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf, RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Session = AnswerOf<"/api/v1/focus/sessions/{focus_id}", "get">;
export type Thought = RowOf<"/api/v1/focus/parked">;
export type Seat = RowOf<"/api/v1/spaces/{space_id}/room">;
export type Outcome = NonNullable<Session["outcome"]>;
export type CheckIn = NonNullable<Session["check_in"]>;
export type Becomes = NonNullable<Thought["became"]>;

/** What is on, and by how many milliseconds the server's clock is ahead of this device's: the server keeps the time. */
export const currentQuery = queryOptions({
  queryKey: ["focus", "current"],
  queryFn: async () => {
    const asked = Date.now();
    const current = await ask(api.GET("/api/v1/focus/current"));
    return { ...current, ahead: Date.parse(current.now) - (asked + Date.now()) / 2 };
  },
  // The live stream tells; this is for the day on which it can't.
  refetchInterval: 60_000,
});

export const useCurrent = () => useQuery(currentQuery);

export const taskQuery = (id: string) =>
  queryOptions({ queryKey: ["tasks", id], queryFn: () => ask(api.GET("/api/v1/tasks/{task_id}", { params: { path: { task_id: id } } })) });

export const nextQuery = queryOptions({
  queryKey: ["tasks", "next", {}],
  queryFn: () => ask(api.GET("/api/v1/tasks/next", { params: { query: {} } })),
});

export const parkedQuery = queryOptions({
  queryKey: ["focus", "parked"],
  queryFn: async () => (await ask(api.GET("/api/v1/focus/parked", { params: { query: { limit: 20 } } }))).items,
});

export const spacesQuery = queryOptions({
  queryKey: ["spaces"],
  queryFn: async () => (await ask(api.GET("/api/v1/spaces", { params: { query: { limit: 50 } } }))).items,
});

export const roomQuery = (space: string) =>
  queryOptions({
    queryKey: ["rooms", space],
    queryFn: async () => (await ask(api.GET("/api/v1/spaces/{space_id}/room", inSpace(space)))).items,
    // Who fell silent is seen no more, and nothing tells of that moment itself.
    refetchInterval: 60_000,
  });

const inSpace = (space_id: string) => ({ params: { path: { space_id } } });
const of = (focus_id: string) => ({ params: { path: { focus_id } } });

/** Does something, then looks again at what depends on it. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      for (const key of ["focus", "tasks", "today", "rooms"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

export type Begin = { task_id?: string; step_id?: string; words?: string; minutes: number };

const begun = (begin: Begin) => ask(api.POST("/api/v1/focus/sessions", { body: { words: "", instead: false, ...begin } }));

export const useStart = () => useChange(begun);

/** Left empty, it is for what comes next, which is waited for where it isn't known yet. */
export function useBegin() {
  const queries = useQueryClient();
  return useChange(async ({ words, minutes }: { words: string; minutes: number }) => {
    const task = (words ? queries.getQueryData(nextQuery.queryKey) : await queries.ensureQueryData(nextQuery))?.task;
    return begun({ minutes, ...(task && (words === "" || words === task.title) ? { task_id: task.id } : { words }) });
  });
}
export const usePause = () => useChange((id: string) => ask(api.POST("/api/v1/focus/sessions/{focus_id}/pause", of(id))));
export const useResume = () => useChange((id: string) => ask(api.POST("/api/v1/focus/sessions/{focus_id}/resume", of(id))));
export const useStop = () => useChange((id: string) => ask(api.POST("/api/v1/focus/sessions/{focus_id}/stop", of(id))));
export const useExtend = () =>
  useChange(({ id, minutes }: { id: string; minutes: number }) => ask(api.POST("/api/v1/focus/sessions/{focus_id}/extend", { ...of(id), body: { minutes } })));
export const useCheckIn = () =>
  useChange(({ id, answer }: { id: string; answer: CheckIn }) => ask(api.POST("/api/v1/focus/sessions/{focus_id}/check-in", { ...of(id), body: { answer } })));
export const useFinish = () =>
  useChange(({ id, outcome, note }: { id: string; outcome: Outcome | null; note: string }) =>
    ask(api.POST("/api/v1/focus/sessions/{focus_id}/finish", { ...of(id), body: { outcome, note } })),
  );
export const useSmaller = () =>
  useChange((task_id: string) => ask(api.POST("/api/v1/tasks/{task_id}/smaller", { params: { path: { task_id } } })));

/** The question what was done is on the screen: it isn't asked a second time. The page goes on showing it. */
export const useAsked = () => useMutation({ mutationFn: (id: string) => ask(api.POST("/api/v1/focus/sessions/{focus_id}/asked", of(id))) });

export const usePark = () => useChange((text: string) => ask(api.POST("/api/v1/focus/parked", { body: { text } })));
export const useSettle = () =>
  useChange(({ id, becomes }: { id: string; becomes: Becomes }) =>
    ask(api.POST("/api/v1/focus/parked/{thought_id}/settle", { params: { path: { thought_id: id } }, body: { becomes } })),
  );

export const useSit = (space: string) =>
  useChange((how: { name: string; doing: string }) => ask(api.POST("/api/v1/spaces/{space_id}/room", { ...inSpace(space), body: how })));
export const useLeave = (space: string) => useChange(() => ask(api.DELETE("/api/v1/spaces/{space_id}/room", inSpace(space))));
export const stillHere = (space: string) => ask(api.POST("/api/v1/spaces/{space_id}/room/here", inSpace(space)));
