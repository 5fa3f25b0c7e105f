import type { Event, EventPatch, NewEvent } from "./api";

/** What the sheet's fields hold, as it was typed. */
export type Typed = { title: string; when: string; place: string; travel: string; ready: string; after: string; remind: string; notes: string };

const TOLD_BEFORE = "10";

export const empty: Typed = { title: "", when: "", place: "", travel: "", ready: "", after: "", remind: TOLD_BEFORE, notes: "" };

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
});

/** The fields as the books keep them, but for when it is. */
const kept = (typed: Typed) => ({
  title: typed.title.trim(),
  place: typed.place.trim(),
  notes: typed.notes.trim(),
  travel_minutes: minutesOf(typed.travel),
  ready_minutes: minutesOf(typed.ready),
  after_minutes: minutesOf(typed.after),
  remind_minutes: before(typed.remind),
});

export function newEvent(typed: Typed): NewEvent {
  return { ...kept(typed), when: typed.when.trim() } as NewEvent;
}

/** Only what was changed; nothing when nothing was. */
export function patchOf(event: Event, typed: Typed): EventPatch | undefined {
  const changed = Object.entries(kept(typed)).filter(([name, value]) => value !== event[name as keyof Event]);
  const patch: EventPatch = { ...Object.fromEntries(changed), ...(typed.when.trim() ? { when: typed.when.trim() } : {}) };
  return Object.keys(patch).length > 0 ? patch : undefined;
}
