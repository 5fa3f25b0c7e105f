import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import type { Said } from "../../shared/HowAreYou";

export type Entry = AnswerOf<"/api/v1/mood", "get">["items"][number];
export type Picture = AnswerOf<"/api/v1/mood/picture", "get">;

export const entriesQuery = infiniteQueryOptions({
  queryKey: ["mood", "entries"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/mood", { params: { query: { cursor: pageParam, limit: 20 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const latelyQuery = queryOptions({ queryKey: ["mood", "lately"], queryFn: () => ask(api.GET("/api/v1/mood/lately")) });
export const pictureQuery = queryOptions({ queryKey: ["mood", "picture"], queryFn: () => ask(api.GET("/api/v1/mood/picture")) });

/** What was said changes what comes next as well. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      for (const key of ["mood", "tasks"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** The second tap belongs to the entry of the first. */
export const useSay = () =>
  useChange(({ entry, said, note }: { entry?: Entry | undefined; said?: Said; note?: string }) => {
    const body = { ...said, ...(note === undefined ? {} : { note }) };
    return ask(
      entry ? api.PATCH("/api/v1/mood/{entry_id}", { params: { path: { entry_id: entry.id } }, body }) : api.POST("/api/v1/mood", { body: { note: "", ...body } }),
    );
  });

export const useRemove = () => useChange((entry: Entry) => ask(api.DELETE("/api/v1/mood/{entry_id}", { params: { path: { entry_id: entry.id } } })));
