import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf, RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Routine = RowOf<"/api/v1/routines">;
export type Run = AnswerOf<"/api/v1/routine-runs/{run_id}", "get">;
export type RunStep = Run["steps"][number];
export type Medication = RowOf<"/api/v1/medications">;
export type Dose = RowOf<"/api/v1/doses">;
export type OpenDose = Medication["open"][number];

export type GivenRoutine = {
  name: string;
  steps: { id?: string | null; text: string; minutes?: number | null }[];
  window_from: string | null;
  window_to: string | null;
  rrule: string | null;
  nudge: boolean;
};

/** Few people have more than a hundred, and the rest can be found by whoever calls the API. */
const most = { params: { query: { limit: 100 } } };

export const routinesQuery = queryOptions({
  queryKey: ["routines"],
  queryFn: async () => (await ask(api.GET("/api/v1/routines", most))).items,
});

export const routineQuery = (routine_id: string) =>
  queryOptions({
    queryKey: ["routines", routine_id],
    queryFn: () => ask(api.GET("/api/v1/routines/{routine_id}", { params: { path: { routine_id } } })),
  });

export const runQuery = (run_id: string) =>
  queryOptions({
    queryKey: ["routines", "run", run_id],
    queryFn: () => ask(api.GET("/api/v1/routine-runs/{run_id}", { params: { path: { run_id } } })),
  });

export const doneQuery = infiniteQueryOptions({
  queryKey: ["routines", "done"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/routine-runs", { params: { query: { cursor: pageParam, limit: 10 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const medicationsQuery = queryOptions({
  queryKey: ["medications"],
  queryFn: async () => (await ask(api.GET("/api/v1/medications", most))).items,
});

export const dosesQuery = infiniteQueryOptions({
  queryKey: ["medications", "doses"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/doses", { params: { query: { cursor: pageParam, limit: 10 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      for (const key of ["routines", "medications", "reminders", "today"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

const of = (routine_id: string) => ({ params: { path: { routine_id } } });
const ofRun = (run_id: string) => ({ params: { path: { run_id } } });
const ofMedication = (medication_id: string) => ({ params: { path: { medication_id } } });

export const useAddRoutine = () => useChange((body: GivenRoutine) => ask(api.POST("/api/v1/routines", { body })));
export const useEditRoutine = (id: string) => useChange((body: GivenRoutine) => ask(api.PATCH("/api/v1/routines/{routine_id}", { ...of(id), body })));
export const useRemoveRoutine = () => useChange((id: string) => ask(api.DELETE("/api/v1/routines/{routine_id}", of(id))));
export const useBegin = () => useChange((id: string) => ask(api.POST("/api/v1/routines/{routine_id}/runs", of(id))));

export const useTick = (run: Run) =>
  useChange(({ step, state }: { step: RunStep; state: RunStep["state"] }) =>
    ask(api.PATCH("/api/v1/routine-runs/{run_id}/steps/{step_id}", { params: { path: { run_id: run.id, step_id: step.id } }, body: { state } })),
  );
export const useFinishRun = () => useChange((id: string) => ask(api.POST("/api/v1/routine-runs/{run_id}/finish", ofRun(id))));
export const useResume = () => useChange((id: string) => ask(api.POST("/api/v1/routine-runs/{run_id}/resume", ofRun(id))));

export type GivenMedication = { name: string; dose: string; times: string[]; rrule: string | null; until: string | null };
export const useAddMedication = () => useChange((body: GivenMedication) => ask(api.POST("/api/v1/medications", { body })));
export const useEditMedication = (id: string) =>
  useChange((body: GivenMedication) => ask(api.PATCH("/api/v1/medications/{medication_id}", { ...ofMedication(id), body })));
export const useRemoveMedication = () => useChange((id: string) => ask(api.DELETE("/api/v1/medications/{medication_id}", ofMedication(id))));
export const useTake = (id: string) =>
  useChange((body: { due_at?: string; again: boolean }) => ask(api.POST("/api/v1/medications/{medication_id}/taken", { ...ofMedication(id), body })));
export const useSkip = (id: string) =>
  useChange((due_at: string) => ask(api.POST("/api/v1/medications/{medication_id}/skipped", { ...ofMedication(id), body: { due_at } })));
export const usePutOff = () =>
  useChange((reminder_id: string) =>
    ask(
      api.POST("/api/v1/reminders/{reminder_id}/snooze", {
        params: { path: { reminder_id } },
        body: { until: new Date(Date.now() + 10 * 60_000).toISOString() },
      }),
    ),
  );
export const useTakeBack = () => useChange((dose_id: string) => ask(api.DELETE("/api/v1/doses/{dose_id}", { params: { path: { dose_id } } })));
