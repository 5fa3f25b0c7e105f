import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import type { components } from "../../api/schema";

export type Event = AnswerOf<"/api/v1/calendar/events/{event_id}", "get">;
export type NewEvent = components["schemas"]["NewEvent"];
export type EventPatch = components["schemas"]["EventPatch"];

const of = (event_id: string) => ({ params: { path: { event_id } } });

export const eventQuery = (id: string) =>
  queryOptions({ queryKey: ["calendar", id], queryFn: () => ask(api.GET("/api/v1/calendar/events/{event_id}", of(id))) });

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Not waited for: the sheet that asked is gone once it has its answer.
    onSettled: () => {
      for (const key of ["calendar", "today", "reminders"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

export const useAdd = () => useChange((body: NewEvent) => ask(api.POST("/api/v1/calendar/events", { body })));

export const useEdit = () =>
  useChange(({ event: { id, version }, patch }: { event: Event; patch: EventPatch }) =>
    ask(
      api.PATCH("/api/v1/calendar/events/{event_id}", {
        params: { path: { event_id: id }, header: { "If-Match": `"${version}"` } },
        body: patch,
      }),
    ),
  );

export const useCancel = () => useChange((id: string) => ask(api.DELETE("/api/v1/calendar/events/{event_id}", of(id))));

/** Takes a cancellation back. */
export const useRestore = () => useChange((id: string) => ask(api.POST("/api/v1/calendar/events/{event_id}/restore", of(id))));

export type Time = { id: string; start: string };

/** Changes one time of a repeating event: it stands by itself from then on. */
export const useChangeOnce = () =>
  useChange(({ time: { id, start }, patch }: { time: Time; patch: EventPatch }) =>
    ask(api.POST("/api/v1/calendar/events/{event_id}/times/change", { ...of(id), body: { ...patch, at: start } })),
  );

/** Leaves one time of a repeating event out. */
export const useLeaveOut = () =>
  useChange(({ id, start }: Time) => ask(api.POST("/api/v1/calendar/events/{event_id}/times/cancel", { ...of(id), body: { start } })));

/** Lets a time that was left out happen after all. */
export const usePutBack = () =>
  useChange(({ id, start }: Time) => ask(api.POST("/api/v1/calendar/events/{event_id}/times/restore", { ...of(id), body: { start } })));
