import { useEffect, useSyncExternalStore } from "react";
import { Problem } from "../../api/problem";
import { stillHere } from "./api";

/** Who sits in a room says so while any page of theirs is open; who says nothing for three minutes has left. */
const every = 60_000;
const key = "cairn.room";
const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Remembers in this tab where one sits; nowhere, without a room. */
export function sitIn(space: string | undefined) {
  if (space) sessionStorage.setItem(key, space);
  else sessionStorage.removeItem(key);
  for (const listener of listeners) listener();
}

export function useStillHere() {
  const space = useSyncExternalStore(listen, () => sessionStorage.getItem(key));
  useEffect(() => {
    if (!space) return undefined;
    const say = () =>
      stillHere(space).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) sitIn(undefined);
      });
    const timer = setInterval(() => void say(), every);
    return () => clearInterval(timer);
  }, [space]);
}
