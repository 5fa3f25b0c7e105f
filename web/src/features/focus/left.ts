import { useEffect, useState } from "react";
import type { Session } from "./api";

/** How a session stands at a moment of the server's clock, in milliseconds. */
export function leftOf(session: Session, now: number): { left: number; share: number; up: boolean } {
  const at = session.paused_at ? Date.parse(session.paused_at) : now;
  const left = Math.max(0, Date.parse(session.ends_at) - at);
  return { left, share: Math.min(1, left / (session.planned_minutes * 60_000)), up: left === 0 };
}

/** The present of the server, a second at a time; its clock is `ahead` of this device's. */
export function useServerNow(ahead: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    // A sleeping device's timers are late: look at the clock as soon as somebody looks at the page.
    const wake = () => setNow(Date.now());
    document.addEventListener("visibilitychange", wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, []);
  return now + ahead;
}

/** Whole minutes that are left: the last one is told until it is over. */
export const minutesLeft = (left: number) => Math.ceil(left / 60_000);

/** How long a session is that begins with its task: as long as that takes, within what one sits for at a time. */
export const minutesFor = (takes: number | null) => Math.min(60, Math.max(5, takes ?? 25));
