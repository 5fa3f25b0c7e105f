import type { Parts } from "../../shared/parts";

/** When a day begins and ends, on the wall: `10:00`, `02:00`. */
export type Day = { begins: string; ends: string };

const usual: Day = { begins: "07:00", ends: "23:00" };
const shortest = 4 * 60;

/** The day that somebody chose, or the usual one. */
export function dayOf(settings: Record<string, unknown>): Day {
  const chosen = settings["day"] as Partial<Day> | null | undefined;
  if (!chosen?.begins || !chosen.ends) return usual;
  return { begins: chosen.begins.slice(0, 5), ends: chosen.ends.slice(0, 5) };
}

/** Whether there is a day between these two, over midnight too. */
export function lastsLongEnough({ begins, ends }: Day): boolean {
  if (!begins || !ends) return false;
  return (minutes(ends) - minutes(begins) + 24 * 60) % (24 * 60) >= shortest;
}

/** Whether the parts of a day come one after the other. */
export function followEachOther({ morning, noon, afternoon, evening, night }: Parts): boolean {
  const hours = [morning, noon, afternoon, evening, night];
  return hours.every((at, index) => at !== "" && (index === 0 || at > (hours[index - 1] ?? "")));
}

function minutes(at: string): number {
  const [hours = 0, rest = 0] = at.split(":").map(Number);
  return hours * 60 + rest;
}
