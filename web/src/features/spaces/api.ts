import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RowOf } from "../../api/answers";
import { api, ask } from "../../api/client";
import type { components } from "../../api/schema";

export type Space = RowOf<"/api/v1/spaces">;
export type Member = RowOf<"/api/v1/spaces/{space_id}/members">;
export type Invitation = RowOf<"/api/v1/spaces/{space_id}/invitations">;
export type NewInvitation = components["schemas"]["NewInvitation"];

/** More than there can be, of any of these. */
const limit = 200;
const of = (space_id: string) => ({ path: { space_id } });

export const sharedQuery = queryOptions({
  queryKey: ["spaces", "shared"],
  queryFn: async () => (await ask(api.GET("/api/v1/spaces", { params: { query: { limit } } }))).items.filter((space) => space.kind === "shared"),
});

export const membersQuery = (space: string) =>
  queryOptions({
    queryKey: ["spaces", space, "members"],
    queryFn: async () => (await ask(api.GET("/api/v1/spaces/{space_id}/members", { params: { ...of(space), query: { limit } } }))).items,
  });

export const invitationsQuery = (space: string) =>
  queryOptions({
    queryKey: ["spaces", space, "invitations"],
    queryFn: async () => (await ask(api.GET("/api/v1/spaces/{space_id}/invitations", { params: { ...of(space), query: { limit } } }))).items,
  });

/** Does something, then looks again at every space. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ["spaces"] }) });
}

export const useMake = () => useChange((name: string) => ask(api.POST("/api/v1/spaces", { body: { name } })));
export const useRename = (space: string) => useChange((name: string) => ask(api.PATCH("/api/v1/spaces/{space_id}", { params: of(space), body: { name } })));
export const useInvite = (space: string) =>
  useChange((body: NewInvitation) => ask(api.POST("/api/v1/spaces/{space_id}/invitations", { params: of(space), body })));
export const useWithdraw = (space: string) =>
  useChange((invitation_id: string) =>
    ask(api.DELETE("/api/v1/spaces/{space_id}/invitations/{invitation_id}", { params: { path: { space_id: space, invitation_id } } })),
  );
export const useTakeOut = (space: string) =>
  useChange((user_id: string) => ask(api.DELETE("/api/v1/spaces/{space_id}/members/{user_id}", { params: { path: { space_id: space, user_id } } })));
export const useJoin = () => useChange((token: string) => ask(api.POST("/api/v1/spaces/invitations/accept", { body: { token } })));
