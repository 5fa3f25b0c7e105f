import { rita } from "./page";

/** A task as the server tells it. */
export const boiler = {
  id: "0190a000-0000-7000-8000-0000000000b1",
  title: "Send the boiler photos to Marta",
  notes: "",
  due_at: null,
  due_date_only: false,
  estimate_minutes: 25,
  energy: "low",
  important: false,
  project: "",
  context: "",
  tags: [],
  waiting_for: "",
  someday: false,
  rrule: null,
  after_done: false,
  steps: [{ id: "s1", text: "Open your photos", minutes: null, done_at: null }],
  done_at: null,
  created_at: "2026-11-21T17:42:00Z",
  version: 1,
};

export const ok = (body: unknown) => () => ({ status: 200, body });
/** What Now asks for, with one thing in it. */
export const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /tasks/next": ok({ task: boiler, reason: "It is short." }),
};
