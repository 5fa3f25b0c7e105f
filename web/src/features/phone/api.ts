import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { components } from "../../api/schema";

export type Phone = components["schemas"]["PhoneOut"];
export type WaitingPhone = components["schemas"]["WaitingPhone"];

export const phoneQuery = queryOptions({ queryKey: ["phone"], queryFn: () => ask(api.GET("/api/v1/me/phone")) });

/** Gives a number, which is texted a code. Given again, it is texted another. */
export function useGivePhone() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (number: string) => ask(api.POST("/api/v1/me/phone", { body: { number } })),
    onSuccess: (phone) => queries.setQueryData(phoneQuery.queryKey, phone),
  });
}

/** Confirms the number that waits by the code that it was texted. */
export function useConfirmPhone() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => ask(api.POST("/api/v1/me/phone/verify", { body: { code } })),
    onSuccess: (phone) => queries.setQueryData(phoneQuery.queryKey, phone),
  });
}

/** Takes the number away, and one that waits. */
export function useRemovePhone() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.DELETE("/api/v1/me/phone")),
    onSuccess: () => queries.invalidateQueries(phoneQuery),
  });
}
