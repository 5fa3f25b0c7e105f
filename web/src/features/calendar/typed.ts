import { zoneHere } from "../../shared/zone";
import type { Event, EventPatch, NewEvent } from "./api";

/** What the sheet's fields hold, as it was typed. */
export type Typed = { title: string; when: string; place: string; travel: string; ready: string; after: string; remind: string; notes: string; bring: string; often: string; clock: string; zone: string };

const TOLD_BEFORE = "10";

/** As it was said under "When". */
export const AS_SAID = "said";

export const empty = (): Typed => ({ title: "", when: "", place: "", travel: "", ready: "", after: "", remind: TOLD_BEFORE, notes: "", bring: "", often: AS_SAID, clock: "stays", zone: zoneHere() });

export const LENGTHS = ["travel", "ready", "after", "remind"] as const;
export type Length = (typeof LENGTHS)[number];

const LONGEST = 24 * 60;
const minutesOf = (typed: string) => (typed.trim() ? Number(typed.trim()) : 0);
const shown = (minutes: number | null) => (minutes ? String(minutes) : "");
/** Left empty, nobody is told beforehand. */
const before = (typed: string) => (typed.trim() ? Number(typed.trim()) : null);

/** The lengths that aren't numbers of minutes. */
export const unreadable = (typed: Typed): Length[] =>
  LENGTHS.filter((name) => {
    const said = typed[name].trim();
    return said !== "" && !(/^\d{1,4}$/.test(said) && Number(said) <= LONGEST);
  });

/** An event as the fields show it. When it is stays empty: nothing typed there leaves it as it is. */
export const typedOf = (event: Event): Typed => ({
  title: event.title,
  when: "",
  place: event.place,
  travel: shown(event.travel_minutes),
  ready: shown(event.ready_minutes),
  after: shown(event.after_minutes),
  remind: event.remind_minutes === null ? "" : String(event.remind_minutes),
  notes: event.notes,
  bring: event.bring,
  often: event.rrule ?? "",
  clock: event.floating ? "floats" : "stays",
  zone: event.zone,
});

/** The fields as the books keep them, but for when it is. */
const kept = (typed: Typed) => ({
  title: typed.title.trim(),
  place: typed.place.trim(),
  notes: typed.notes.trim(),
  bring: typed.bring.trim(),
  floating: typed.clock === "floats",
  travel_minutes: minutesOf(typed.travel),
  ready_minutes: minutesOf(typed.ready),
  after_minutes: minutesOf(typed.after),
  remind_minutes: before(typed.remind),
});

export function newEvent(typed: Typed): NewEvent {
  const { often, clock, zone } = typed;
  return {
    ...kept(typed),
    when: typed.when.trim(),
    ...(often === AS_SAID ? {} : { rrule: often }),
    ...(clock === "stays" && zone !== zoneHere() ? { time_zone: zone } : {}),
  };
}

/** Only what was changed; nothing when nothing was. One time alone has no rule of its own. */
export function patchOf(event: Event, typed: Typed, only = false): EventPatch | undefined {
  const changed = Object.entries(kept(typed)).filter(([name, value]) => value !== event[name as keyof Event]);
  const patch: EventPatch = {
    ...Object.fromEntries(changed),
    ...(typed.when.trim() ? { when: typed.when.trim() } : {}),
    ...(!only && typed.often !== (event.rrule ?? "") ? { rrule: typed.often || null } : {}),
    ...(typed.zone !== event.zone ? { time_zone: typed.zone } : {}),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}
