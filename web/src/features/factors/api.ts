import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ask, api } from "../../api/client";
import { rightsQuery } from "../../api/rights";
import type { components } from "../../api/schema";
import { meQuery } from "../../api/session";
import { make, sign } from "./webauthn";

export type Factor = components["schemas"]["FactorOut"];
export type Method = components["schemas"]["Method"];
export type Half = components["schemas"]["HalfSignedInOut"];

export const factorsQuery = queryOptions({
  queryKey: ["factors"],
  queryFn: () => ask(api.GET("/api/v1/me/factors")),
});

/** What proves it: a code that was typed, or a passkey, which the browser asks for itself. */
export type Shown = { method: "passkey" } | { method: Exclude<Method, "passkey">; code: string };

/** The second step of a sign-in. Answers with another half where a code by letter is still missing. */
export function useSecondStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ token, shown }: { token: string; shown: Shown }) => {
      const proof = shown.method === "passkey" ? { method: shown.method, assertion: await signFor(token) } : shown;
      const answer = await ask(api.POST("/api/v1/auth/login/second", { body: { mfa_token: token, ...proof } }));
      return "mfa_token" in answer ? answer : null;
    },
    // Asked anew rather than taken from the answer: only this proves that the browser kept the cookie.
    onSuccess: (missing) => (missing ? undefined : queries.fetchQuery({ ...meQuery, staleTime: 0 })),
  });
}

async function signFor(token: string) {
  const { options } = await ask(api.POST("/api/v1/auth/login/second/begin", { body: { mfa_token: token, method: "passkey" } }));
  return sign(options ?? {});
}

/** Ways that need a code to be sent first. */
export type Sent = "sms" | "letter";

/** Has a code sent for the second step of a sign-in. */
export function useSend() {
  return useMutation({
    mutationFn: ({ token, method }: { token: string; method: Sent }) =>
      ask(api.POST("/api/v1/auth/login/second/begin", { body: { mfa_token: token, method } })),
  });
}

/** Has a code sent by text for a proof within the session. */
export function useSendHere() {
  return useMutation({ mutationFn: () => ask(api.POST("/api/v1/auth/step-up/begin", { body: { method: "sms" } })) });
}

/** Signs in with a passkey and nothing else. */
export function usePasskeySignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (remember: boolean) => {
      const { options } = await ask(api.POST("/api/v1/auth/passkey/begin"));
      const assertion = await sign(options ?? {});
      return ask(api.POST("/api/v1/auth/passkey/finish", { body: { assertion, as: "page", remember } }));
    },
    onSuccess: () => queries.fetchQuery({ ...meQuery, staleTime: 0 }),
  });
}

export const stepUpQuery = queryOptions({
  queryKey: ["step-up"],
  queryFn: () => ask(api.GET("/api/v1/auth/step-up")),
  staleTime: 0,
});

/** Whether the person has a second step that they could show here; not, where nobody can say. */
export async function hasSecondStep(queries: QueryClient): Promise<boolean> {
  const { methods } = await queries.fetchQuery(stepUpQuery).catch(() => ({ methods: [] }));
  return methods.length > 0;
}

/** Proves within the session that it's the person. */
export function useStepUp() {
  const queries = useQueryClient();
  return useMutation({
    // A second step opens what was closed to this session before.
    onSuccess: () => queries.invalidateQueries(rightsQuery),
    mutationFn: async (shown: Shown | { password: string }) => {
      if (!("method" in shown) || shown.method !== "passkey") return ask(api.POST("/api/v1/auth/step-up", { body: shown }));
      const { options } = await ask(api.POST("/api/v1/auth/step-up/begin", { body: { method: "passkey" } }));
      const assertion = await sign(options ?? {});
      return ask(api.POST("/api/v1/auth/step-up", { body: { method: "passkey", assertion } }));
    },
  });
}

function useChange<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => void queries.invalidateQueries(factorsQuery) });
}

/** As `useChange`, for what brings codes that are shown once: a second press before the first is answered gets that answer. */
function useChangeOnce<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const underWay = useRef<Promise<Answer>>(null);
  return useChange((given: Given) => {
    underWay.current ??= mutationFn(given).finally(() => (underWay.current = null));
    return underWay.current;
  });
}

export const useBeginApp = () => useMutation({ mutationFn: (name: string) => ask(api.POST("/api/v1/me/factors/totp", { body: { name } })) });

export const useConfirmApp = () => useChangeOnce((code: string) => ask(api.POST("/api/v1/me/factors/totp/confirm", { body: { code } })));

export const useAddPasskey = () =>
  useChangeOnce(async (name: string) => {
    const { options } = await ask(api.POST("/api/v1/me/factors/passkeys/begin"));
    const credential = await make(options ?? {});
    return ask(api.POST("/api/v1/me/factors/passkeys", { body: { name, credential } }));
  });

export const useRenewCodes = () => useChange(() => ask(api.POST("/api/v1/me/factors/recovery-codes")));

export const useRename = () =>
  useChange(({ id, name }: { id: string; name: string }) =>
    ask(api.PATCH("/api/v1/me/factors/{factor_id}", { params: { path: { factor_id: id } }, body: { name } })),
  );

export const useRemove = () =>
  useChange((id: string) => ask(api.DELETE("/api/v1/me/factors/{factor_id}", { params: { path: { factor_id: id } } })));
