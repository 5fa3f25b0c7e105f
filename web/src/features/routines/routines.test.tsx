import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { clocks } from "./MedicationForm";
import { read, written } from "./RoutineForm";

const ok = (body: unknown) => () => ({ status: 200, body });
const page = (items: unknown[]) => ok({ items, next_cursor: null });

const morning = {
  id: "r1",
  version: 1,
  name: "Morning",
  steps: [
    { id: "a", text: "Open the curtains", minutes: null },
    { id: "b", text: "Shower", minutes: 10 },
  ],
  window_from: "07:00:00",
  window_to: "09:00:00",
  rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  nudge: false,
  created_at: "2026-11-20T08:00:00Z",
  is_now: false,
  run_id: null as string | null,
};
const run = {
  id: "run",
  version: 1,
  routine_id: "r1",
  name: "Morning",
  steps: morning.steps.map((step) => ({ ...step, state: "open", at: null as string | null })),
  started_at: "2026-11-24T08:00:00Z",
  finished_at: null as string | null,
};
const iron = {
  id: "m1",
  version: 1,
  name: "Iron",
  dose: "1 tablet",
  times: ["13:00:00"],
  rrule: null,
  created_at: "2026-11-20T08:00:00Z",
  open: [{ due_at: "2026-11-24T13:00:00Z", reminder_id: "rem" }],
  last_taken_at: null as string | null,
};
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": page([]),
  "GET /routines": page([morning]),
  "GET /routine-runs": page([]),
  "GET /medications": page([]),
  "GET /doses": page([]),
};

test("a routine shows when it fits and nothing of days without it", async () => {
  serve({ ...inside, "GET /routines": page([morning, { ...morning, id: "r2", name: "Evening", is_now: true }]) });
  visit("/routines");
  const rows = await screen.findAllByRole("button", { name: /^Begin/ });
  expect(rows.map((row) => row.textContent)).toEqual(["Begin Evening", "Begin Morning"]);
  expect(screen.getByText("It fits now.")).toBeDefined();
  expect(screen.getByText("07:00 to 09:00, every weekday")).toBeDefined();
});

test("a step at a time: done, taken back, skipped, and ended with whatever was done", async () => {
  let now = structuredClone(run);
  let open = false;
  const asked = serve({
    ...inside,
    "GET /routines/r1": () => ({ status: 200, body: { ...morning, run_id: open ? "run" : null } }),
    "POST /routines/r1/runs": () => ((open = true), { status: 201, body: now }),
    "GET /routine-runs/run": () => ({ status: 200, body: now }),
    "PATCH /routine-runs/run/steps/a": (_, body) => {
      now = { ...now, steps: now.steps.map((step) => (step.id === "a" ? { ...step, ...(body as object) } : step)) };
      return { status: 200, body: now };
    },
    "PATCH /routine-runs/run/steps/b": (_, body) => {
      now = { ...now, steps: now.steps.map((step) => (step.id === "b" ? { ...step, ...(body as object) } : step)) };
      return { status: 200, body: now };
    },
    "POST /routine-runs/run/finish": () => ((open = false), { status: 200, body: { ...now, finished_at: "2026-11-24T08:20:00Z" } }),
    "POST /routine-runs/run/resume": () => ((open = true), { status: 200, body: now }),
  });
  visit("/routines/r1");
  await userEvent.click(await screen.findByRole("button", { name: "Begin" }));
  const first = await screen.findByRole("article", { name: "Open the curtains" });
  expect(first.textContent).toContain("Then: Shower");
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(await screen.findByRole("article", { name: "Shower" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("article", { name: "Open the curtains" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await screen.findByRole("article", { name: "Shower" });
  await userEvent.click(screen.getByRole("button", { name: "Skip it" }));
  await userEvent.click(await screen.findByRole("button", { name: "Finish" }));
  expect(await screen.findByText(/You did: Open the curtains\./)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("button", { name: "Finish" })).toBeDefined();
  expect(asked.filter(({ method }) => method === "PATCH").map(({ body }) => (body as { state: string }).state)).toEqual(["done", "open", "done", "skipped"]);
});

test("a routine is made from lines", async () => {
  const asked = serve({ ...inside, "GET /routines": page([]), "POST /routines": () => ({ status: 201, body: morning }) });
  visit("/routines");
  await userEvent.click(await screen.findByRole("button", { name: "Make a routine" }));
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(screen.getByText("One step is enough to begin.")).toBeDefined();
  await userEvent.type(screen.getByLabelText("What is it called?"), "Morning");
  await userEvent.type(screen.getByLabelText("Its steps, one a line"), "Open the curtains{Enter}Shower (10)");
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  const made = asked.find(({ method }) => method === "POST")?.body;
  expect(made).toEqual({
    name: "Morning",
    steps: [
      { id: null, text: "Open the curtains", minutes: null },
      { id: null, text: "Shower", minutes: 10 },
    ],
    window_from: null,
    window_to: null,
    rrule: null,
    nudge: false,
  });
});

test("lines and steps are the same, and a step that stays keeps its id", () => {
  expect(read(written(morning), morning).map((step) => step.id)).toEqual(["a", "b"]);
  expect(read("Shower (10)\nStretch\n\nShower (10)", morning)).toEqual([
    { id: "b", text: "Shower", minutes: 10 },
    { id: null, text: "Stretch", minutes: null },
    { id: null, text: "Shower", minutes: 10 },
  ]);
});

test("an open dose is a question; taken can be taken back, and twice tells when it was", async () => {
  let medication = structuredClone(iron);
  serve({
    ...inside,
    "GET /medications": () => ({ status: 200, body: { items: [medication], next_cursor: null } }),
    "POST /medications/m1/taken": (_, body) => {
      const { again } = body as { again: boolean };
      if (medication.open.length === 0 && !again) return problem(409, "already-taken");
      medication = { ...medication, open: [], last_taken_at: "2026-11-24T13:02:00Z" };
      return { status: 201, body: { id: "d1", medication_id: "m1", name: "Iron", dose: "", state: "taken", due_at: null, at: "2026-11-24T13:02:00Z", taken_at: "2026-11-24T13:02:00Z" } };
    },
    "DELETE /doses/d1": () => ((medication = structuredClone(iron)), { status: 204 }),
  });
  visit("/routines");
  const question = await screen.findByRole("group", { name: /^Iron, / });
  expect(within(question).getAllByRole("button").map((one) => one.textContent)).toEqual(["Taken", "Skipped", "In 10 minutes"]);
  await userEvent.click(within(question).getByRole("button", { name: "Taken" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await userEvent.click(within(await screen.findByRole("group", { name: /^Iron, / })).getByRole("button", { name: "Taken" }));
  await userEvent.click(await screen.findByRole("button", { name: "I took it Iron" }));
  expect(await screen.findByText(/You took it at .+ Did you take more\?/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Yes, I took more Iron" })).toBeDefined();
});

test("what was noted as taken is put right from what was taken or skipped: it is a question again, and skipped", async () => {
  const due_at = "2026-11-24T13:00:00Z";
  const noted = (state: string) => ({ id: `d-${state}`, medication_id: "m1", name: "Iron", dose: "", state, due_at, at: "2026-11-24T13:02:00Z", taken_at: "2026-11-24T13:02:00Z" });
  let medication = { ...structuredClone(iron), open: [] as typeof iron.open };
  let doses = [noted("taken")];
  serve({
    ...inside,
    "GET /medications": () => ({ status: 200, body: { items: [medication], next_cursor: null } }),
    "GET /doses": () => ({ status: 200, body: { items: doses, next_cursor: null } }),
    "DELETE /doses/d-taken": () => ((medication = structuredClone(iron)), (doses = []), { status: 204 }),
    "POST /medications/m1/skipped": () => {
      medication = { ...medication, open: [] };
      doses = [noted("skipped")];
      return { status: 201, body: noted("skipped") };
    },
  });
  visit("/routines");
  await userEvent.click(await screen.findByText("What was taken or skipped"));
  await userEvent.click(screen.getByRole("button", { name: /^Take it back/ }));
  await userEvent.click(within(await screen.findByRole("group", { name: /^Iron, / })).getByRole("button", { name: "Skipped" }));
  expect(await screen.findByText(/: Iron, skipped/)).toBeDefined();
});

test("a medication is changed: how much, when, and on which days", async () => {
  let sent: unknown;
  serve({
    ...inside,
    "GET /medications": page([iron]),
    "PATCH /medications/m1": (_, body) => ((sent = body), { status: 200, body: iron }),
  });
  visit("/routines");
  await userEvent.click(await screen.findByRole("button", { name: "Change Iron" }));
  const form = within(screen.getByRole("form", { name: "Iron" }));
  const times = form.getByLabelText("At what times?");
  await userEvent.clear(times);
  await userEvent.type(times, "8:00, noon");
  await userEvent.click(form.getByRole("button", { name: "Keep it" }));
  expect(form.getByText(/Times read like/)).toBeDefined();
  await userEvent.clear(times);
  await userEvent.type(times, "8:00, 20:00");
  await userEvent.selectOptions(form.getByLabelText("On which days?"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
  const until = form.getByLabelText("Until when?");
  await userEvent.type(until, "2020-01-01");
  await userEvent.click(form.getByRole("button", { name: "Keep it" }));
  expect(form.getByText(/That day is over/)).toBeDefined();
  await userEvent.clear(until);
  await userEvent.type(until, "2126-12-03");
  await userEvent.click(form.getByRole("button", { name: "Keep it" }));
  expect(await screen.findByRole("button", { name: "Change Iron" })).toBeDefined();
  expect(sent).toEqual({ name: "Iron", dose: "1 tablet", times: ["08:00", "20:00"], rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", until: "2126-12-03" });
});

test("times are read as people type them", () => {
  expect(clocks("8:00, 20h30")).toEqual(["08:00", "20:30"]);
  expect(clocks("")).toEqual([]);
  expect(clocks("8:00 8:00")).toBeUndefined();
  expect(clocks("morning")).toBeUndefined();
});

test.each([
  ["a routine", "POST /routines", "too-many-routines", "Make a routine", "You have as many routines as this Cairn allows. Take one away that you no longer need."],
  ["a medication", "POST /medications", "too-many-medications", "Add a medication", "You have as many medications as this Cairn allows. Take one away that you no longer need."],
])("there can be too many: of %s one is told so, and what was typed stays", async (_, route, kind, begin, told) => {
  serve({ ...inside, [route]: () => problem(409, kind) });
  visit("/routines");
  await userEvent.click(await screen.findByRole("button", { name: begin }));
  await userEvent.type(screen.getByLabelText("What is it called?"), "Evening");
  if (route === "POST /routines") await userEvent.type(screen.getByLabelText(/Its steps/), "Brush teeth");
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect((await screen.findByRole("alert")).textContent).toBe(told);
  expect(screen.getByLabelText<HTMLInputElement>("What is it called?").value).toBe("Evening");
});
