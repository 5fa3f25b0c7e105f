import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const row = { id: "r1", version: 1, kind: "shutdown", day: "2026-11-26", state: "open", started_at: "2026-11-26T18:00:00Z", ended_at: null };
const steps = [{ name: "done", seconds: 60 }, { name: "stays", seconds: 90 }, { name: "thought", seconds: 30 }];
const post = { kind: "task", id: "t1", title: "Open the post", at: null, about: "" };
const at = (step: string, screenOf: object, more: object = {}) => ({
  ...row,
  steps,
  step,
  screen: { step, things: [], more: false, choices: [], sentence: "", ...screenOf },
  decided: [],
  summary: null,
  ...more,
});
const wins = at("done", { things: [{ ...post, id: "t0", title: "Water the plants", at: "2026-11-26T10:00:00Z" }] });
const stays = at("stays", { things: [post], choices: ["tomorrow", "someday", "let_go"] });
const gone = [{ thing_id: "t1", kind: "task", title: "Open the post", step: "stays", what: "let_go", can_take_back: true }];
const over = { ...row, state: "done", ended_at: "2026-11-26T18:03:00Z", steps, step: null, screen: null, decided: gone, summary: { done: ["Water the plants"], chosen: [], mood: "", note: "" } };
const none = { kind: null };
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /tasks/next": ok({ task: null, reason: null }),
  "GET /reviews": ok({ items: [], next_cursor: null }),
  "GET /reviews/offer": ok(none),
  "GET /reviews/wishes": ok({ start_at: null, shutdown_at: null, week_day: 6, week_at: null }),
};

test("a day is ended one question at a time", async () => {
  const asked = serve({
    ...inside,
    "GET /reviews/r1": ok(wins),
    "POST /reviews/r1/answer": (_, body) => ({ status: 200, body: (body as { step: string }).step === "done" ? stays : over }),
    "POST /reviews/r1/decide": ok(at("stays", {}, { decided: gone })),
    "DELETE /reviews/r1/decided/t1": ok(stays),
  });
  visit("/reviews/r1");
  expect(await screen.findByRole("heading", { level: 1, name: "This got done" })).toBeDefined();
  expect(screen.getByRole("img", { name: "Step 1 of 3" })).toBeDefined();
  expect(screen.getByText("Water the plants")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));

  const question = await screen.findByRole("heading", { level: 1, name: "What becomes of the rest?" });
  expect(document.activeElement).toBe(question);
  await userEvent.click(screen.getByRole("button", { name: "Let go Open the post" }));
  expect(await screen.findByText("Open the post: let go")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Undo Open the post" }));
  expect(await screen.findByRole("button", { name: "Tomorrow Open the post" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Let it all wait until tomorrow" }));
  expect(await screen.findByRole("heading", { name: "Done" })).toBeDefined();
  expect(asked.find(({ path }) => path === "/reviews/r1/decide")?.body).toEqual({ thing_id: "t1", what: "let_go" });
  expect(asked.findLast(({ path }) => path === "/reviews/r1/answer")?.body).toMatchObject({ step: "stays", all_wait: true });
});

test("at most three things are chosen for a day", async () => {
  const things = ["One", "Two", "Three", "Four"].map((title) => ({ ...post, id: title, title }));
  const asked = serve({ ...inside, "GET /reviews/r1": ok({ ...at("choose", { things }), kind: "start" }), "POST /reviews/r1/answer": ok(over) });
  visit("/reviews/r1");
  const group = await screen.findByRole("group", { name: "Things for today" });
  for (const name of ["One", "Two", "Three", "Four"]) await userEvent.click(within(group).getByRole("button", { name }));
  expect(within(group).getByRole("button", { name: "Four" }).getAttribute("aria-pressed")).toBe("false");
  expect(screen.getByText("Three it is. Tap one again to choose another.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  expect(asked.find(({ path }) => path === "/reviews/r1/answer")?.body).toMatchObject({ task_ids: ["One", "Two", "Three"] });
});

test("that's enough ends it, and what was decided is told", async () => {
  serve({ ...inside, "GET /reviews/r1": ok(wins), "POST /reviews/r1/enough": ok(over) });
  visit("/reviews/r1");
  await userEvent.click(await screen.findByRole("button", { name: "That's enough" }));
  expect(await screen.findByText("Open the post: let go")).toBeDefined();
});

test("what can't be done is told, and the question stays", async () => {
  serve({ ...inside, "GET /reviews/r1": ok(wins), "POST /reviews/r1/answer": () => problem(409, "review-over") });
  visit("/reviews/r1");
  await userEvent.click(await screen.findByRole("button", { name: "Go on" }));
  expect(await screen.findByRole("alert")).toBeDefined();
  expect(screen.getByRole("heading", { level: 1, name: "This got done" })).toBeDefined();
});

test("nothing is offered on Now that wasn't asked for, and what is can be declined", async () => {
  let kind: string | null = "start";
  const asked = serve({ ...inside, "GET /reviews/offer": () => ({ status: 200, body: { kind } }), "POST /reviews/offer/decline": () => ((kind = null), { status: 204 }) });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Not this time Start of the day" }));
  expect(asked.some(({ path, body }) => path === "/reviews/offer/decline" && JSON.stringify(body) === '{"kind":"start"}')).toBe(true);
  expect(screen.queryByRole("button", { name: "Start of the day" })).toBeNull();
});

test("times are the person's to choose", async () => {
  const asked = serve({ ...inside, "PUT /reviews/wishes": (_, body) => ({ status: 200, body }) });
  visit("/reviews");
  await userEvent.type(await screen.findByLabelText("Start of the day at"), "08:30");
  await userEvent.click(screen.getByRole("button", { name: "Keep these times" }));
  expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({ start_at: "08:30", shutdown_at: null, week_day: 6, week_at: null });
});
