/** The hours that the parts of a day stand for, on the wall: `09:00`. */
export type Parts = { morning: string; noon: string; afternoon: string; evening: string; night: string };

const usual: Parts = { morning: "09:00", noon: "12:00", afternoon: "15:00", evening: "19:00", night: "21:00" };

/** The hours that somebody chose, or the usual ones. */
export function partsOf(settings: Record<string, unknown>): Parts {
  const chosen = Object.entries((settings["parts"] as Partial<Parts> | null | undefined) ?? {});
  return { ...usual, ...Object.fromEntries(chosen.map(([part, at]) => [part, at.slice(0, 5)])) };
}
