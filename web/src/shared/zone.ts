let home: string | undefined;

/** The zone of the person's account, for browsers that hide where they are. */
export function liveIn(zone: string) {
  home = zone;
}

/** Browsers that protect against fingerprinting all claim one of these. */
const hidden = /^(UTC|Etc\/.*|Atlantic\/Reykjavik)$/;

/** Where the person is: what this device says, so that "at three" means three where it was said. */
export function zoneHere(): string {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return home && hidden.test(device) ? home : device;
}

/** The place whose clock is told here, in case it isn't the one the account keeps to. */
export function awayFromHome(): string | undefined {
  const here = zoneHere();
  return home && here !== home ? here.split("/").at(-1)?.replaceAll("_", " ") : undefined;
}

/** The instant that a wall clock in a zone shows as `local` ("2026-11-26T15:00"). In a gap it is the moment after it. */
export function instantOf(local: string, zone: string): Date {
  const wanted = Date.parse(`${local}Z`);
  let instant = wanted;
  // Twice, because the first guess may stand on the other side of a change of the clocks.
  for (let round = 0; round < 2; round++) instant += wanted - Date.parse(`${wallClock(new Date(instant), zone)}Z`);
  return new Date(instant);
}

/** What a wall clock in a zone shows, "2026-11-26T15:00", as date and time inputs take it. */
export function wallClock(moment: Date, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: zone }).format(moment).replace(" ", "T");
}

/** The date after the one a wall clock here shows, "2026-11-27". */
export function dayAfter(now: Date): string {
  const [date = ""] = wallClock(now, zoneHere()).split("T");
  return new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Early tomorrow: not today, and there when the next day is looked at. */
export const tomorrowMorning = (now: Date) => instantOf(`${dayAfter(now)}T05:00`, zoneHere());

/** The zones this browser knows; one's own is always among them. */
export function zones(own: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes(own) ? known : [own, ...known];
}
