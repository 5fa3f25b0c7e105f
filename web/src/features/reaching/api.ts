import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";

export type Preferences = AnswerOf<"/api/v1/notifications/preferences", "get">;
export type Ladder = Preferences["ladder"];
export type Preset = Preferences["preset"];
export type Channel = Preferences["channels"][number];
export type QuietHours = Preferences["quiet_hours"];

/** What is put: everything but what the server reckons from it. */
export type Wanted = { preset: Preset; ladder: Ladder | null; quiet_hours: QuietHours; off: Channel[] };

export const preferencesQuery = queryOptions({
  queryKey: ["notifications"],
  queryFn: () => ask(api.GET("/api/v1/notifications/preferences")),
});

/** What is there, as it would be put. */
export function asPut({ preset, ladder, quiet_hours, off }: Preferences): Wanted {
  return { preset, ladder: preset === "own" ? ladder : null, quiet_hours, off };
}

function useChange<Input>(change: (input: Input) => Promise<Preferences>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (told) => {
      queries.setQueryData(preferencesQuery.queryKey, told);
      // What is still to come of a reminder goes at another time now.
      void queries.invalidateQueries({ queryKey: ["reminders"] });
    },
  });
}

export const useChangePreferences = () => useChange((body: Wanted) => ask(api.PUT("/api/v1/notifications/preferences", { body })));

/** Quiet until a moment, or no longer. */
export const useQuiet = () =>
  useChange((until: Date | null) =>
    ask(until ? api.PUT("/api/v1/notifications/do-not-disturb", { body: { until: until.toISOString() } }) : api.DELETE("/api/v1/notifications/do-not-disturb")),
  );
