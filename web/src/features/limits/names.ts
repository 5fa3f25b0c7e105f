import { useLingui } from "@lingui/react/macro";

/** What a limit is of, in plain words. One that has no words yet keeps its own name. */
export function useNames(): (policy: string) => string {
  const { t } = useLingui();
  const names = new Map([
    ["burst", t`One person, within a minute`],
    ["day", t`One person, within a day`],
    ["address", t`One address`],
    ["everybody", t`Everybody together`],
    ["sign-in", t`Tries to sign in`],
    ["letter", t`Letters asked for`],
    ["register", t`New accounts`],
    ["link", t`Links from letters`],
  ]);
  return (policy) => names.get(policy) ?? policy;
}
