import { useLingui } from "@lingui/react/macro";
import { full } from "../../shared/when";
import type { Happened } from "./api";

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** One field that changed: what it was, and what it is. */
export function Changed({ change }: { change: Happened["changes"][number] }) {
  const { t } = useLingui();
  const names: Record<string, string> = {
    name: t`Name`,
    time_zone: t`Time zone`,
    zone: t`Time zone`,
    locale: t`Language`,
    password: t`Password`,
    email: t`E-mail address`,
    phone: t`Phone number`,
    role: t`Role`,
    "settings.theme": t`Theme`,
    title: t`Title`,
    notes: t`Notes`,
    step: t`Step`,
    text: t`Words`,
    value: t`Words`,
    due_at: t`When`,
    occurred_at: t`When`,
    due_date_only: t`For the whole day`,
    estimate_minutes: t`Minutes`,
    energy: t`Energy`,
    important: t`Important`,
    context: t`Where or with what`,
    project: t`Project`,
    tags: t`Tags`,
    waiting_for: t`Waits for`,
    someday: t`For someday`,
    skip_until: t`Not before`,
    rrule: t`Repeats`,
    skips: t`Left out`,
    floating: t`Moves along with me`,
    state: t`State`,
    archived: t`Put away`,
    pinned: t`Pinned`,
    set_aside: t`Set aside`,
    kind: t`Kind`,
  };
  const values: Record<string, string> = {
    true: t`yes`,
    false: t`no`,
    open: t`open`,
    done: t`done`,
    waiting: t`waiting`,
    ringing: t`ringing`,
    cancelled: t`removed`,
    low: t`low`,
    medium: t`medium`,
    high: t`high`,
  };
  const told = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return t`nothing`;
    if (typeof value === "boolean") return values[String(value)] ?? "";
    if (typeof value !== "string") return JSON.stringify(value);
    if (SMALL_WORDS.has(change.field)) return values[value] ?? value;
    return MOMENT.test(value) && TIMES.has(change.field) ? full(value) : value;
  };
  const field = names[change.field] ?? change.field;
  const before = told(change.before);
  const after = told(change.after);
  return <li className="wrap-break-word">{change.shown ? t`${field}: ${before}, then ${after}` : t`${field}: changed`}</li>;
}

const SMALL_WORDS = new Set(["state", "energy"]);
const TIMES = new Set(["due_at", "occurred_at", "skip_until"]);
