import { msg } from "@lingui/core/macro";
import { i18n } from "../../shared/i18n";
import type { Parts } from "../../shared/parts";
import { clock, day } from "../../shared/when";
import { wallClock, zoneHere } from "../../shared/zone";
import type { Understood } from "./useUnderstood";

/** A time as words that the server reads the same way, and what they come to. */
export type Choice = { words: string; comes: string };

/**
 * Three usual times, in words. They are put into the line as they are, so they must stay words the grammar knows.
 * From the hour before the person's evening on, this evening is no more proposed.
 */
export function usualTimes(now: Date, { evening }: Parts): Choice[] {
  const tomorrow = day(new Date(now.getTime() + 86_400_000));
  const late = Number(wallClock(now, zoneHere()).slice(11, 13)) >= Number(evening.slice(0, 2)) - 1;
  const soon = { words: i18n._(msg`in 1 hour`), comes: clock(new Date(now.getTime() + 3_600_000)) };
  const morning = { words: i18n._(msg`tomorrow morning`), comes: tomorrow };
  if (late) return [soon, morning, { words: i18n._(msg`tomorrow evening`), comes: tomorrow }];
  return [soon, { words: i18n._(msg`this evening`), comes: day(now) }, morning];
}

/** "on 26 November at 15:00" */
export function inWords(moment: Date, now: Date): string {
  const zone = zoneHere();
  const otherYear = wallClock(moment, zone).slice(0, 4) !== wallClock(now, zone).slice(0, 4);
  const language = i18n.locale === "en" ? "en-GB" : i18n.locale;
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: otherYear ? "numeric" : undefined, timeZone: zone });
  const [date, time] = [format.format(moment), clock(moment)];
  return i18n._(msg`on ${date} at ${time}`);
}

/** The line with another time for one thing in it, everything else as it was typed. */
export function withTime(text: string, { heard, title }: Understood, words: string): string {
  const at = heard ? text.indexOf(heard) : -1;
  if (at >= 0) return text.slice(0, at) + words + text.slice(at + heard.length);
  // The day and the hour stood apart in the line: the title is the rest of it.
  return heard ? `${title} ${words}` : `${text.trim().replace(/[\s.,;:!]+$/, "")} ${words}`;
}
