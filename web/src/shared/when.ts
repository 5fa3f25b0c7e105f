import { msg, plural } from "@lingui/core/macro";
import { i18n } from "./i18n";
import { wallClock, zoneHere } from "./zone";

/** Moments in words: full dates beside relative ones, in the person's language, on a 24-hour clock. */
export type Moment = string | Date;

// The server names days in the same short words; Portugal's own data has no shorter word than "sexta".
const tags: Record<string, string> = { en: "en-GB", pt: "pt-BR" };
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(moment: Moment, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const zone = zoneHere();
  const key = `${i18n.locale} ${zone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tags[i18n.locale] ?? i18n.locale, { ...options, timeZone: zone })));
  return Object.fromEntries(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
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

/** "26 Nov 2026", for a time that is long. */
export function date(moment: Moment): string {
  const told = parts(moment, { day: "numeric", month: "short", year: "numeric" });
  return `${told["day"]} ${told["month"]} ${told["year"]}`;
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

/** "25 min", "3 h 05", "1 h". */
export function length(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  if (hours === 0) return i18n._(msg`${whole} min`);
  const rest = String(whole % 60).padStart(2, "0");
  return whole % 60 === 0 ? i18n._(msg`${hours} h`) : i18n._(msg`${hours} h ${rest}`);
}

/** "in 3 h 20", "1 day 13 h ago", "now": rounded as the server rounds, so that its words and ours agree. */
export function relative(moment: Moment, now: Moment): string {
  const seconds = (new Date(moment).getTime() - new Date(now).getTime()) / 1_000;
  const minutes = Math.floor((Math.abs(seconds) + 30) / 60);
  if (minutes === 0) return i18n._(msg`now`);
  const span = minutes < 24 * 60 ? length(minutes) : inDays(Math.floor(minutes / 60));
  return seconds > 0 ? i18n._(msg`in ${span}`) : i18n._(msg`${span} ago`);
}

function inDays(hours: number): string {
  const days = Math.floor(hours / 24);
  const rest = hours % 24;
  if (days < 3 && rest > 0) return `${counted(days)} ${i18n._(msg`${rest} h`)}`;
  const whole = days + (rest >= 12 ? 1 : 0);
  if (whole < 60) return counted(whole);
  const months = Math.round(whole / 30.4);
  const years = Math.round(whole / 365.25);
  return whole < 730
    ? i18n._(msg`${plural(months, { one: "# month", other: "# months" })}`)
    : i18n._(msg`${plural(years, { one: "# year", other: "# years" })}`);
}

const counted = (days: number) => i18n._(msg`${plural(days, { one: "# day", other: "# days" })}`);
