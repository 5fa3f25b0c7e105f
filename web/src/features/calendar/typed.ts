import type { Event, EventPatch, NewEvent } from "./api";

/** What the sheet's fields hold, as it was typed. */
export type Typed = { title: string; when: string; place: string; travel: string; ready: string };

export const empty: Typed = { title: "", when: "", place: "", travel: "", ready: "" };

const minutesOf = (typed: string) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : 0);
const shown = (minutes: number) => (minutes > 0 ? String(minutes) : "");

/** An event as the fields show it. When it is stays empty: nothing typed there leaves it as it is. */
export const typedOf = (event: Event): Typed => ({
  title: event.title,
  when: "",
  place: event.place,
  travel: shown(event.travel_minutes),
  ready: shown(event.ready_minutes),
});

export function newEvent({ title, when, place, travel, ready }: Typed): NewEvent {
  return { title: title.trim(), when: when.trim(), place: place.trim(), travel_minutes: minutesOf(travel), ready_minutes: minutesOf(ready) } as NewEvent;
}

/** Only what was changed; nothing when nothing was. */
export function patchOf(event: Event, { title, when, place, travel, ready }: Typed): EventPatch | undefined {
  const patch: Record<string, unknown> = {};
  if (title.trim() !== event.title) patch["title"] = title.trim();
  if (when.trim()) patch["when"] = when.trim();
  if (place.trim() !== event.place) patch["place"] = place.trim();
  if (minutesOf(travel) !== event.travel_minutes) patch["travel_minutes"] = minutesOf(travel);
  if (minutesOf(ready) !== event.ready_minutes) patch["ready_minutes"] = minutesOf(ready);
  return Object.keys(patch).length > 0 ? patch : undefined;
}
