import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, api } from "../../api/client";
import type { components } from "../../api/schema";
import { meQuery } from "../../api/session";

export type Provider = components["schemas"]["BeginSignIn"]["provider"];
export type Identity = components["schemas"]["IdentityOut"];
export type Half = components["schemas"]["HalfSignedInOut"];
export type Returned = components["schemas"]["Returned"];

/** As the providers write themselves, in every language. */
export const names: Record<Provider, string> = { google: "Google", microsoft: "Microsoft" };

export const waysInQuery = queryOptions({
  queryKey: ["ways-in"],
  queryFn: async (): Promise<Provider[]> => {
    const ways = await ask(api.GET("/api/v1/auth/openid"));
    return (Object.keys(names) as Provider[]).filter((name) => ways[name]);
  },
  staleTime: Infinity,
});

const nextKey = "cairn.openid-next";

/** The page to open once somebody is back from a provider; the provider's own page lies between. */
export function takeNext(): string | null {
  const next = sessionStorage.getItem(nextKey);
  sessionStorage.removeItem(nextKey);
  return next;
}

/** Sends the browser to the provider's page. */
export function useBegin() {
  return useMutation({
    mutationFn: async (wished: { provider: Provider; remember: boolean; time_zone: string; locale: string; next?: string }) => {
      const { next, ...body } = wished;
      const { go_to } = await ask(api.POST("/api/v1/auth/openid/begin", { body }));
      if (next) sessionStorage.setItem(nextKey, next);
      location.assign(go_to);
    },
  });
}

/** Sends the browser to the provider's page, to join that account to one's own. */
export function useConnect() {
  return useMutation({
    mutationFn: async (provider: Provider) => {
      const { go_to } = await ask(api.POST("/api/v1/me/identities/begin", { body: { provider } }));
      location.assign(go_to);
    },
  });
}

/** Finishes what was begun, with what the provider sent the browser back with. */
export function useFinish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (returned: Returned) => ask(api.POST("/api/v1/auth/openid/finish", { body: returned })),
    onSuccess: async (arrived) => {
      if (arrived.came_of_it === "half") return;
      await queries.invalidateQueries({ queryKey: ["identities"] });
      // Asked anew rather than taken from the answer: only this proves that the browser kept the cookie.
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    },
  });
}

export const identitiesQuery = infiniteQueryOptions({
  queryKey: ["identities"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/me/identities", { params: { query: { cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export function usePart() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (identity_id: string) => ask(api.DELETE("/api/v1/me/identities/{identity_id}", { params: { path: { identity_id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["identities"] }),
  });
}
