import { queryOptions, useQuery } from "@tanstack/react-query";
import { ask, api } from "./client";
import { Problem } from "./problem";
import { useMe } from "./session";

export const rightsQuery = queryOptions({
  queryKey: ["rights"],
  queryFn: () => ask(api.GET("/api/v1/me/rights")),
  staleTime: 5 * 60_000,
});

/** Only these roles can hold what reaches everybody, so that nobody else's page asks. */
const careful = new Set(["administrator", "super-administrator"]);

export type Looking = {
  /** Whether the person looks after others here, in this session or with a second step at sign-in. */
  after: boolean;
  /** Whether this session may do a thing. */
  may: (permission: string) => boolean;
  /** Whether a second step at sign-in would let them. */
  asleep: (permission: string) => boolean;
};

/** What the person may do for others, as far as the page has heard. */
export function useLookingAfter(): Looking {
  const me = useMe();
  const { data } = useQuery({ ...rightsQuery, enabled: careful.has(me.role) });
  const may = (permission: string) => data?.permissions.includes(permission) ?? false;
  const asleep = (permission: string) => data?.with_second_factor.includes(permission) ?? false;
  return { after: may("people:read:all") || asleep("people:read:all"), may, asleep };
}

/** Whether something was refused only because this session has no second step. */
export const needsSecondStep = (error: Error | null) => error instanceof Problem && error.kind === "second-factor-needed";
