import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import { silence, subscription, tellHere } from "../../shared/push";

export type Told = RowOf<"/api/v1/push/subscriptions">;

const of = (subscription_id: string) => ({ params: { path: { subscription_id } } });

/** The browsers in which the person is told, this one among them if it is. */
export const toldQuery = infiniteQueryOptions({
  queryKey: ["push"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/push/subscriptions", { params: { query: { cursor: pageParam, limit: 50 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

/** Whether this browser itself still has its half; a push service may have taken it away. */
export const hereQuery = queryOptions({ queryKey: ["push", "here"], queryFn: async () => (await subscription()) !== null });

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: toldQuery.queryKey }) });
}

export const useTellHere = () => useChange((person: string) => tellHere(person));

/** The books first: what they don't know any more can't be told, whatever the browser still holds. */
export const useTellNot = () =>
  useChange(async ({ id, here }: { id: string; here: boolean }) => {
    await ask(api.DELETE("/api/v1/push/subscriptions/{subscription_id}", of(id)));
    if (here) await silence();
  });

export const useDiscreet = () =>
  useChange(({ id, discreet }: { id: string; discreet: boolean }) =>
    ask(api.PATCH("/api/v1/push/subscriptions/{subscription_id}", { ...of(id), body: { discreet } })),
  );

export const useTryOut = () => useChange((id: string) => ask(api.POST("/api/v1/push/subscriptions/{subscription_id}/test", of(id))));
