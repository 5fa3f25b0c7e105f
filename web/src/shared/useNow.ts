import { useSyncExternalStore } from "react";

let now = new Date();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick() {
  now = new Date();
  for (const listener of listeners) listener();
  wind();
}

/** Ticks with the wall clock, so that every time on the page changes in the same instant. */
function wind() {
  clearTimeout(timer);
  timer = setTimeout(tick, 60_000 - (Date.now() % 60_000) + 20);
}

// A sleeping device's timers are late: look at the clock as soon as somebody looks at the page.
function wake() {
  if (document.visibilityState === "visible") tick();
}

function listen(listener: () => void) {
  if (listeners.size === 0) {
    document.addEventListener("visibilitychange", wake);
    if (Math.abs(Date.now() - now.getTime()) > 1_000) now = new Date();
    wind();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", wake);
  };
}

/** The present, to the minute. */
export function useNow(): Date {
  return useSyncExternalStore(listen, () => now);
}
