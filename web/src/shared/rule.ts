import { msg, plural } from "@lingui/core/macro";
import { i18n } from "./i18n";
import { date } from "./when";

const days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** A repetition (RFC 5545) in words: "every Sunday, 9 h and 19 h". What is rarer than our words reads "again and again". */
export function sayRule(rrule: string): string {
  const parts = new Map(rrule.replace(/^RRULE:/, "").split(";").map((part) => part.split("=") as [string, string]));
  return [sayDays(parts), sayHours(parts.get("BYHOUR")), sayEnd(parts.get("UNTIL"))].filter(Boolean).join(", ");
}

function sayHours(hours = ""): string {
  const named = hours.split(",").map((hour) => `${hour} h`);
  return named.length > 1 ? new Intl.ListFormat(i18n.locale).format(named) : "";
}

function sayEnd(until = ""): string {
  const end = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(until);
  if (end === null) return "";
  const [, year, month, day, hour = "12", minute = "00", second = "00"] = end;
  const last = date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return i18n._(msg`until ${last}`);
}

function sayDays(parts: Map<string, string>): string {
  const every = Number(parts.get("INTERVAL") ?? 1);
  const on = (parts.get("BYDAY") ?? "").split(",").filter((day) => days.includes(day));
  switch (parts.get("FREQ")) {
    case "DAILY":
      return i18n._(msg`${plural(every, { one: "every day", other: "every # days" })}`);
    case "WEEKLY":
      if (on.join() === "MO,TU,WE,TH,FR" && every === 1) return i18n._(msg`every weekday`);
      if (on.length > 0 && every === 1) return everyOn(on);
      return i18n._(msg`${plural(every, { one: "every week", other: "every # weeks" })}`);
    case "MONTHLY":
      return i18n._(msg`${plural(every, { one: "every month", other: "every # months" })}`);
    case "YEARLY":
      return i18n._(msg`${plural(every, { one: "every year", other: "every # years" })}`);
    default:
      return i18n._(msg`again and again`);
  }
}

function everyOn(on: string[]): string {
  // 4 January 1970 was a Sunday.
  const named = on.map((day) => new Intl.DateTimeFormat(i18n.locale, { weekday: "long", timeZone: "UTC" }).format((3 + days.indexOf(day)) * 86_400_000));
  const list = new Intl.ListFormat(i18n.locale).format(named);
  return i18n._(msg`every ${list}`);
}
