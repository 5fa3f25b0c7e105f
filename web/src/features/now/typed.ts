import { instantOf, wallClock, zoneHere } from "../../shared/zone";
import type { Change, Task } from "./api";

/** What the sheet's fields hold, as it was typed. */
export type Typed = {
  title: string;
  date: string;
  time: string;
  estimate: string;
  energy: Task["energy"];
  important: boolean;
  context: string;
  project: string;
  tags: string;
  waiting: string;
  someday: boolean;
  notes: string;
};

/** The fields that are a line of text. */
export type Line = { [Name in keyof Typed]: Typed[Name] extends string ? Name : never }[keyof Typed];

/** A task as the fields show it: its day, and its hour where it has one. */
export function typedOf(task: Task): Typed {
  const { title, due_at, due_date_only, estimate_minutes, energy, important, context, project, tags, waiting_for, someday, notes } = task;
  const [date = "", time = ""] = due_at ? wallClock(new Date(due_at), zoneHere()).split("T") : [];
  return {
    title,
    date,
    time: due_date_only ? "" : time,
    estimate: estimate_minutes ? String(estimate_minutes) : "",
    energy,
    important,
    context,
    project,
    tags: tags.join(", "),
    waiting: waiting_for,
    someday,
    notes,
  };
}

const LONGEST = 7 * 24 * 60;
const MOST_TAGS = 20;
const LONGEST_TAG = 50;
const tagsOf = (typed: string) => [...new Set(typed.split(",").map((tag) => tag.trim()).filter(Boolean))];

export function minutesAreWrong({ estimate }: Typed): boolean {
  const said = estimate.trim();
  return said !== "" && !(/^\d{1,5}$/.test(said) && Number(said) >= 1 && Number(said) <= LONGEST);
}

export function tagsAreWrong({ tags }: Typed): boolean {
  const found = tagsOf(tags);
  return found.length > MOST_TAGS || found.some((tag) => tag.length > LONGEST_TAG);
}

/** The fields as the books keep them, but for when it is for. */
const kept = (typed: Typed) => ({
  title: typed.title.trim(),
  estimate_minutes: typed.estimate.trim() ? Number(typed.estimate.trim()) : null,
  energy: typed.energy,
  important: typed.important,
  context: typed.context.trim(),
  project: typed.project.trim(),
  tags: tagsOf(typed.tags),
  waiting_for: typed.waiting.trim(),
  someday: typed.someday,
  notes: typed.notes.trim(),
});

/** Only what was changed. A day without an hour stands for its noon. */
export function changeOf(task: Task, typed: Typed): Change {
  const before = typedOf(task);
  const was = kept(before);
  const changed = Object.entries(kept(typed)).filter(([name, value]) => String(value) !== String(was[name as keyof typeof was]));
  const change: Change = Object.fromEntries(changed);
  if (typed.date !== before.date || typed.time !== before.time) {
    change.due_at = typed.date ? instantOf(`${typed.date}T${typed.time || "12:00"}`, zoneHere()).toISOString() : null;
    change.due_date_only = typed.date !== "" && !typed.time;
  }
  return change;
}
