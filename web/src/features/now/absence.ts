const key = "cairn.seen";

/** Away for this long, a list is a wall: one thing instead. */
const long = 3 * 24 * 3_600_000;

let back: boolean | undefined;
const listeners = new Set<() => void>();

function awayUntil(now: Date): boolean {
  const seen = Number(localStorage.getItem(key) ?? 0);
  return seen > 0 && now.getTime() - seen > long;
}

function become(there: boolean) {
  if (there === back) return;
  back = there;
  for (const listener of listeners) listener();
}

/** Whether the person comes back after days and hasn't chosen yet. */
export function comesBack(): boolean {
  return (back ??= awayUntil(new Date()));
}

/** The person has chosen: they are here. */
export function arrived() {
  become(false);
}

/** Where a person is signed in. */
type Device = { current: boolean; kind: "page" | "tokens"; last_seen_at: string };

/** Whether they were at another page of theirs lately. What holds tokens may ask by itself, with nobody there. */
export function wasElsewhere(devices: readonly Device[], now: Date): boolean {
  return devices.some(({ current, kind, last_seen_at }) => !current && kind === "page" && now.getTime() - Date.parse(last_seen_at) <= long);
}

/** Notes that somebody looks at the page now. A page that lies open in the background is looked at by nobody. */
export function wasHere(now: Date) {
  if (document.visibilityState !== "visible") return;
  if (awayUntil(now)) become(true);
  else comesBack();
  localStorage.setItem(key, String(now.getTime()));
}

export function onArrival(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
