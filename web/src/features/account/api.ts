import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RowOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import { forgetUser, meQuery } from "../../api/session";
import type { components } from "../../api/schema";
import { clearOutbox } from "../../shared/connection";
import { silence } from "../../shared/push";

export type NewAccount = { email: string; password: string; name: string };

/** Makes an account. "mail" when it has to be confirmed by mail first, otherwise the person is signed in. */
export function useRegister() {
  const logIn = useLogIn();
  return useMutation({
    mutationFn: async (account: NewAccount & { time_zone: string; locale: string; accepted_terms: string }): Promise<"mail" | "in"> => {
      const answer = await api.POST("/api/v1/auth/register", { body: account });
      await ask(Promise.resolve(answer));
      if (answer.response.status === 202) return "mail";
      await logIn.mutateAsync({ email: account.email, password: account.password, remember: true });
      return "in";
    },
  });
}

/** A right password where a second factor is missing. */
export type Half = components["schemas"]["HalfSignedInOut"];

/** Signs in; answers with half a sign-in where a second factor is missing. */
export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: { email: string; password: string; remember: boolean }): Promise<Half | null> => {
      const answer = await ask(api.POST("/api/v1/auth/login", { body: { ...credentials, as: "page" } }));
      return "mfa_token" in answer ? answer : null;
    },
    // Asked anew rather than taken from the answer: only this proves that the browser kept the cookie.
    onSuccess: (half) => (half ? undefined : queries.fetchQuery({ ...meQuery, staleTime: 0 })),
  });
}

/** Ends the session and leaves nothing of the person on this device. */
export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.POST("/api/v1/auth/logout")),
    onSuccess: async () => {
      forgetUser();
      // What is still on its way to this browser is for who just left it.
      await silence().catch(() => undefined);
      await clearOutbox();
      queries.clear();
    },
  });
}

/** Spends the link of the letter that confirms an address. */
export function useVerify() {
  return useMutation({ mutationFn: (token: string) => ask(api.POST("/api/v1/auth/verify", { body: { token } })) });
}

/** Asks for the letter that confirms a new account again. The answer says nothing of whether one waits. */
export function useResend() {
  return useMutation({ mutationFn: (email: string) => ask(api.POST("/api/v1/auth/verify/resend", { body: { email } })) });
}

/** Sets a new password; other sessions end. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (change: { current_password: string; new_password: string }) => ask(api.POST("/api/v1/me/password", { body: change })),
  });
}

/** Asks for another address; the letter that goes there changes it. */
export function useChangeAddress() {
  return useMutation({ mutationFn: (change: { email: string; password: string }) => ask(api.POST("/api/v1/me/email", { body: change })) });
}

/** Spends the link of the letter to a new address. */
export function useConfirmAddress() {
  return useMutation({ mutationFn: (token: string) => ask(api.POST("/api/v1/auth/confirm-address", { body: { token } })) });
}

/** Spends the link of the letter to the present address: it stays or comes back. */
export function useNotMe() {
  return useMutation({ mutationFn: (token: string) => ask(api.POST("/api/v1/auth/not-me", { body: { token } })) });
}

/** Spends the link of the letter that says when an account goes: it stays. */
export function useStay() {
  return useMutation({ mutationFn: (token: string) => ask(api.POST("/api/v1/auth/stay", { body: { token } })) });
}

/** Asks for the letter whose link sets a new password. The answer says nothing of whether there is an account. */
export function useForgot() {
  return useMutation({ mutationFn: (email: string) => ask(api.POST("/api/v1/auth/forgot", { body: { email } })) });
}

/** Sets a new password by the link of the letter, which is spent by it. */
export function useReset() {
  return useMutation({ mutationFn: (reset: { token: string; password: string }) => ask(api.POST("/api/v1/auth/reset", { body: reset })) });
}

export type Consent = RowOf<"/api/v1/me/consents">;

/** The newest of what the person agreed to, also what they took back. */
export const consentsQuery = queryOptions({
  queryKey: ["consents"],
  queryFn: async () => (await ask(api.GET("/api/v1/me/consents"))).items,
});

function useConsent<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries(consentsQuery) });
}

/** Agrees to a document as it reads now. */
export const useAgree = () => useConsent((body: { document: string; version: string }) => ask(api.POST("/api/v1/me/consents", { body })));

/** Takes back what was agreed to. */
export const useWithdraw = () =>
  useConsent((consent_id: string) => ask(api.DELETE("/api/v1/me/consents/{consent_id}", { params: { path: { consent_id } } })));

type ChangeMe = components["schemas"]["ChangeMe"];
/** What is left out stays, settings among it. */
export type Profile = Omit<ChangeMe, "settings"> & { settings?: Partial<NonNullable<ChangeMe["settings"]>> };

export function useSaveProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (profile: Profile) => ask(api.PATCH("/api/v1/me", { body: profile as ChangeMe })),
    onSuccess: (me) => queries.setQueryData(meQuery.queryKey, me),
  });
}

export const lettersQuery = infiniteQueryOptions({
  queryKey: ["letters"],
  queryFn: ({ pageParam }) => ask(api.GET("/api/v1/mail/letters", { params: { query: { cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
