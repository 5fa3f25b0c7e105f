import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { ask, api } from "./client";
import { Problem } from "./problem";
import type { components } from "./schema";

export type User = components["schemas"]["UserOut"];

const hintKey = "cairn.signed-in";

/** Whether this browser was signed in when it last heard; decides what the first screen is without asking the server. */
export function wasSignedIn(): boolean {
  return localStorage.getItem(hintKey) === "1";
}

export function rememberSignedIn(yes: boolean) {
  if (yes) localStorage.setItem(hintKey, "1");
  else localStorage.removeItem(hintKey);
}

const userKey = "cairn.user";

function remembered(): User | null {
  const kept = localStorage.getItem(userKey);
  return kept ? (JSON.parse(kept) as User) : null;
}

/** The signed-in person, or null. Without a network it is whoever this browser knew last, so that the page opens offline. */
async function whoIsIt(): Promise<User | null> {
  try {
    const user = await ask(api.GET("/api/v1/me"));
    localStorage.setItem(userKey, JSON.stringify(user));
    rememberSignedIn(true);
    return user;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      forgetUser();
      return null;
    }
    const known = remembered();
    if (known) return known;
    throw error;
  }
}

export function forgetUser() {
  localStorage.removeItem(userKey);
  rememberSignedIn(false);
}

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: whoIsIt,
  staleTime: 5 * 60_000,
  networkMode: "always",
});

/** The person, on pages that only the signed-in reach. */
export function useMe(): User {
  const { data } = useSuspenseQuery(meQuery);
  if (!data) throw new Problem({ type: "/problems/signed-out", title: "You're signed out." }, 401);
  return data;
}
