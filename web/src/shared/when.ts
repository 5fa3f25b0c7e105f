import { msg, plural } from "@lingui/core/macro";
import { i18n } from "./i18n";
import { wallClock, zoneHere } from "./zone";

/** Moments in words: full dates beside relative ones, in the person's language, on a 24-hour clock. */
export type Moment = string | Date;

const tags: Record<string, string> = { en: "en-GB", pt: "pt-PT" };
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(moment: Moment, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const zone = zoneHere();
  const key = `${i18n.locale} ${zone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tags[i18n.locale] ?? i18n.locale, { ...options, timeZone: zone })));
  // Short names end in a dot in some languages; before a comma it would read as a mistake.
  return Object.fromEntries(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value.replace(/\.$/, "")]));
}

/** "15:00" */
export function clock(moment: Moment): string {
  const { hour, minute } = parts(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${hour}:${minute}`;
}

/** "Thu 26 Nov", with the year "Thu 26 Nov 2026". */
export function day(moment: Moment, { year = false } = {}): string {
  const told = parts(moment, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return `${told["weekday"]} ${told["day"]} ${told["month"]}${year ? ` ${told["year"]}` : ""}`;
}

/** "Thu 26 November", for a heading. */
export function longDay(moment: Moment, { year = false } = {}): string {
  const told = parts(moment, { weekday: "short", day: "numeric", month: "long", year: "numeric" });
  return `${told["weekday"]} ${told["day"]} ${told["month"]}${year ? ` ${told["year"]}` : ""}`;
}

/** "Thu 26 Nov, 15:00"; the year is told when it isn't this one, or always when asked for. */
export function full(moment: Moment, { year }: { year?: boolean } = {}): string {
  const other = wallClock(new Date(moment), zoneHere()).slice(0, 4) !== wallClock(new Date(), zoneHere()).slice(0, 4);
  return `${day(moment, { year: year ?? other })}, ${clock(moment)}`;
}

/** The calendar day a moment falls on here, "2026-11-26". */
export function dateOf(moment: Moment): string {
  return wallClock(new Date(moment), zoneHere()).slice(0, 10);
}

/** "25 min", "3 h 20", "1 h". */
export function length(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return i18n._(msg`${rest} min`);
  return rest === 0 ? i18n._(msg`${hours} h`) : i18n._(msg`${hours} h ${rest}`);
}

/** "in 3 h 20", "2 days ago", "now". */
export function relative(moment: Moment, now: Moment): string {
  const minutes = Math.round((Date.parse(new Date(moment).toISOString()) - Date.parse(new Date(now).toISOString())) / 60_000);
  const away = Math.abs(minutes);
  if (away === 0) return i18n._(msg`now`);
  const days = daysBetween(moment, now);
  const span = away < 24 * 60 ? length(away) : i18n._(msg`${plural(days, { one: "# day", other: "# days" })}`);
  return minutes > 0 ? i18n._(msg`in ${span}`) : i18n._(msg`${span} ago`);
}

function daysBetween(one: Moment, other: Moment): number {
  return Math.max(1, Math.abs(Math.round((Date.parse(dateOf(one)) - Date.parse(dateOf(other))) / 86_400_000)));
}
