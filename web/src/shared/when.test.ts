import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { i18n } from "./i18n";
import { sayRule } from "./rule";
import { full, length, longDay, relative } from "./when";
import { instantOf, liveIn, wallClock } from "./zone";

const now = new Date("2026-11-26T11:40:00Z");

beforeEach(() => {
  liveIn("Europe/Lisbon");
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => vi.useRealTimers());

test("days and months have the short names that the server says", () => {
  const names = (["es", "fr", "pt"] as const).map((locale) => {
    i18n.activate(locale);
    return full("2026-11-20T20:59:00Z");
  });
  expect(names).toEqual(["vie 20 nov, 20:59", "ven. 20 nov., 20:59", "sex. 20 nov., 20:59"]);
});

test("a moment is told in full, with the year only when it is another", () => {
  expect(full("2026-11-26T15:00:00Z")).toBe("Thu 26 Nov, 15:00");
  expect(full("2027-01-04T09:05:00Z")).toBe("Mon 4 Jan 2027, 09:05");
  expect(full("2026-11-24T17:42:00Z", { year: true })).toBe("Tue 24 Nov 2026, 17:42");
  expect(longDay(now)).toBe("Thu 26 November");
});

test.each([
  ["2026-11-26T11:40:10Z", "now"],
  ["2026-11-26T12:00:00Z", "in 20 min"],
  ["2026-11-26T15:00:00Z", "in 3 h 20"],
  ["2026-11-27T11:40:00Z", "in 1 day"],
  ["2026-11-28T00:40:00Z", "in 1 day 13 h"],
  ["2026-11-29T11:40:00Z", "in 3 days"],
  ["2026-12-03T01:00:00Z", "in 7 days"],
  ["2026-08-20T11:40:00Z", "3 months ago"],
  ["2023-11-26T11:40:00Z", "3 years ago"],
  ["2026-11-26T10:40:00Z", "1 h ago"],
  ["2026-11-24T17:42:00Z", "1 day 17 h ago"],
])("%s stands to now as “%s”", (moment, words) => {
  expect(relative(moment, now)).toBe(words);
});

test("lengths are minutes, hours, or both", () => {
  expect([5, 60, 80, 125].map(length)).toEqual(["5 min", "1 h", "1 h 20", "2 h 05"]);
});

describe("a wall clock and its instant", () => {
  test("follow the zone's own changes of the clock", () => {
    expect(instantOf("2026-07-01T09:00", "Europe/Lisbon").toISOString()).toBe("2026-07-01T08:00:00.000Z");
    expect(instantOf("2026-12-01T09:00", "Europe/Lisbon").toISOString()).toBe("2026-12-01T09:00:00.000Z");
    expect(instantOf("2026-11-01T12:00", "America/New_York").toISOString()).toBe("2026-11-01T17:00:00.000Z");
  });

  test("come back as they went", () => {
    expect(wallClock(instantOf("2026-03-29T03:30", "Europe/Berlin"), "Europe/Berlin")).toBe("2026-03-29T03:30");
  });
});

test.each([
  ["FREQ=DAILY", "every day"],
  ["FREQ=DAILY;INTERVAL=2", "every 2 days"],
  ["FREQ=WEEKLY;BYDAY=SU", "every Sunday"],
  ["FREQ=WEEKLY;BYDAY=MO,WE", "every Monday and Wednesday"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"],
  ["FREQ=MONTHLY", "every month"],
  ["FREQ=HOURLY", "again and again"],
  ["FREQ=DAILY;BYHOUR=9,19", "every day, 9 h and 19 h"],
  ["FREQ=DAILY;BYHOUR=9", "every day"],
  ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20270208T120000Z", "every Tuesday, until 8 Feb 2027"],
  ["FREQ=DAILY;UNTIL=20270208", "every day, until 8 Feb 2027"],
])("%s reads “%s”", (rule, words) => {
  expect(sayRule(rule)).toBe(words);
});
