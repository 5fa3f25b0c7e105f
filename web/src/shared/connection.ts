import { useSyncExternalStore } from "react";

/** What waits on this device. The capture feature keeps it; the frame shows it and asks before throwing it away. */
export type Outbox = { count: () => Promise<number>; clear: () => Promise<void> };

export type Connection = { online: boolean; unsent: number };

let state: Connection = { online: navigator.onLine, unsent: 0 };
let outbox: Outbox | undefined;
const listeners = new Set<() => void>();

function change(next: Partial<Connection>) {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** The network came or went, as the browser or the event stream saw it. */
export function setOnline(online: boolean) {
  if (state.online !== online) change({ online });
}

/** How many things wait here to be sent. */
export function setUnsent(unsent: number) {
  if (state.unsent !== unsent) change({ unsent });
}

export function keepOutbox(kept: Outbox) {
  outbox = kept;
}

export const unsent = async () => (await outbox?.count()) ?? 0;

export async function clearOutbox() {
  await outbox?.clear();
  setUnsent(0);
}

export function watchNetwork() {
  addEventListener("online", () => setOnline(true));
  addEventListener("offline", () => setOnline(false));
}
