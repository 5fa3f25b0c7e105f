import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf, RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Reminder = AnswerOf<"/api/v1/reminders/{reminder_id}", "get">;
export type Delivery = RowOf<"/api/v1/reminders/{reminder_id}/deliveries">;

const of = (reminder_id: string) => ({ params: { path: { reminder_id } } });

/** What rings and has no answer yet. */
export const ringingQuery = queryOptions({
  queryKey: ["reminders", "ringing"],
  queryFn: async () => (await ask(api.GET("/api/v1/reminders", { params: { query: { state: "ringing", limit: 20 } } }))).items,
  // The live stream tells; this is for the day on which it can't.
  refetchInterval: 60_000,
});

export const reminderQuery = (id: string) =>
  queryOptions({ queryKey: ["reminders", id], queryFn: () => ask(api.GET("/api/v1/reminders/{reminder_id}", of(id))) });

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ["reminders", id, "deliveries"],
    queryFn: async () => (await ask(api.GET("/api/v1/reminders/{reminder_id}/deliveries", of(id)))).items,
  });

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Not waited for: the card that asked is gone once the list is here, and with it whoever waits for the answer.
    onSettled: () => {
      for (const key of ["reminders", "tasks", "today"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

export const useDone = () => useChange((id: string) => ask(api.POST("/api/v1/reminders/{reminder_id}/done", of(id))));

/** Takes "done" back. */
export const useReopen = () => useChange((id: string) => ask(api.POST("/api/v1/reminders/{reminder_id}/reopen", of(id))));

export const useSnooze = () =>
  useChange(({ id, until }: { id: string; until: Date }) =>
    ask(api.POST("/api/v1/reminders/{reminder_id}/snooze", { ...of(id), body: { until: until.toISOString() } })),
  );

/** Tells the books that a delivery was really on somebody's screen. */
export function useSeen() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (delivery_id: string) => ask(api.POST("/api/v1/deliveries/{delivery_id}/seen", { params: { path: { delivery_id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["reminders"] }),
  });
}

/** The person's reminders, the nearest first: those that are open, or those that are done. */
export const listQuery = (done: boolean) =>
  infiniteQueryOptions({
    queryKey: ["reminders", "list", done],
    queryFn: ({ pageParam }) =>
      ask(api.GET("/api/v1/reminders", { params: { query: { ...(done ? { state: "done" as const } : {}), limit: 30, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** The ladders that need no setting up. */
export const presetsQuery = queryOptions({
  queryKey: ["notifications"],
  queryFn: () => ask(api.GET("/api/v1/notifications/preferences")),
});

export type Ladder = NonNullable<Reminder["ladder"]>;

/** How insistently one reminder comes, and whether it is heard in quiet times. */
export const useInsist = () =>
  useChange(({ id, ...body }: { id: string; ladder?: Ladder | null; urgent?: boolean }) =>
    ask(api.PATCH("/api/v1/reminders/{reminder_id}", { ...of(id), body })),
  );
