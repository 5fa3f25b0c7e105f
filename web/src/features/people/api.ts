import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { components } from "../../api/schema";

type Schemas = components["schemas"];
export type PersonOut = Schemas["PersonOut"];
export type Role = PersonOut["role"];
export type Status = PersonOut["status"];
export type RoleOut = Schemas["RoleOut"];
export type Share = Schemas["ShareOut"];
export type SupportRequest = Schemas["SupportRequestOut"];
export type Asked = { email?: string; role?: Role; status?: Status };

type Paged = { next_cursor?: string | null };
const pages = { initialPageParam: undefined as string | undefined, getNextPageParam: (page: Paged) => page.next_cursor ?? undefined };

export const peopleQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ["people", asked],
    queryFn: ({ pageParam }) => ask(api.GET("/api/v1/admin/people", { params: { query: { ...asked, cursor: pageParam } } })),
    ...pages,
  });

export const personQuery = (userId: string) =>
  queryOptions({
    queryKey: ["people", "one", userId],
    queryFn: () => ask(api.GET("/api/v1/admin/people/{user_id}", { params: { path: { user_id: userId } } })),
  });

export type Change = { do: "suspend"; reason: string } | { do: "restore" } | { do: "role"; role: Role } | { do: "erase" };

/** Changes somebody's standing. Lists are asked for anew; the one page shows what came back. */
export function useChangePerson(userId: string) {
  const queries = useQueryClient();
  const path = { user_id: userId };
  return useMutation({
    mutationFn: async (change: Change): Promise<PersonOut | undefined> => {
      switch (change.do) {
        case "suspend":
          return ask(api.POST("/api/v1/admin/people/{user_id}/suspend", { params: { path }, body: { reason: change.reason } }));
        case "restore":
          return ask(api.POST("/api/v1/admin/people/{user_id}/restore", { params: { path } }));
        case "role":
          return ask(api.PUT("/api/v1/admin/people/{user_id}/role", { params: { path }, body: { role: change.role } }));
        case "erase":
          return ask(api.DELETE("/api/v1/admin/people/{user_id}", { params: { path } }));
        default:
          return change satisfies never;
      }
    },
    onSuccess: (person) => {
      if (person) queries.setQueryData(personQuery(userId).queryKey, person);
      else queries.removeQueries({ queryKey: personQuery(userId).queryKey });
      return queries.invalidateQueries({ queryKey: ["people"], predicate: (query) => query.queryKey[1] !== "one" });
    },
  });
}

export function useAskToLook(userId: string) {
  return useMutation({
    mutationFn: (body: Schemas["NewSupportRequest"]) =>
      ask(api.POST("/api/v1/admin/people/{user_id}/support-requests", { params: { path: { user_id: userId } }, body })),
  });
}

export const rolesQuery = queryOptions({ queryKey: ["roles"], queryFn: () => ask(api.GET("/api/v1/admin/roles")) });

export function useChangeRole() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ role, permissions }: { role: RoleOut; permissions: string[] }) =>
      ask(
        api.PUT("/api/v1/admin/roles/{role_id}", {
          params: { path: { role_id: role.id }, header: { "If-Match": `"${role.version}"` } },
          body: { permissions },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["roles"] }),
  });
}

export const kindsQuery = queryOptions({
  queryKey: ["shares", "kinds"],
  queryFn: () => ask(api.GET("/api/v1/me/shares/kinds")),
  staleTime: Infinity,
});

export const sharesQuery = infiniteQueryOptions({
  queryKey: ["shares", "given"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/me/shares", { params: { query: { cursor: pageParam } } })),
  ...pages,
});

export const looksQuery = infiniteQueryOptions({
  queryKey: ["shares", "looks"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/me/shares/looks", { params: { query: { cursor: pageParam, limit: 20 } } })),
  ...pages,
});

export const requestsQuery = infiniteQueryOptions({
  queryKey: ["shares", "requests"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/me/support-requests", { params: { query: { cursor: pageParam } } })),
  ...pages,
});

function useShareChange<V>(change: (value: V) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ["shares"] }) });
}

export const useShare = () => useShareChange((body: Schemas["NewShare"]) => ask(api.POST("/api/v1/me/shares", { body })));

export const useTakeBack = () =>
  useShareChange((share_id: string) => ask(api.DELETE("/api/v1/me/shares/{share_id}", { params: { path: { share_id } } })));

export const useAnswerRequest = () =>
  useShareChange(({ id, grant }: { id: string; grant: boolean }) => {
    const params = { path: { support_request_id: id } };
    return grant
      ? ask(api.POST("/api/v1/me/support-requests/{support_request_id}/grant", { params, body: {} }))
      : ask(api.POST("/api/v1/me/support-requests/{support_request_id}/refuse", { params }));
  });
