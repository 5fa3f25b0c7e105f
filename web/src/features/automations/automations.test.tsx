import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown, status = 200) => () => ({ status, body });
const list = (...items: object[]) => ok({ items, next_cursor: null });
const day = {
  id: "a1",
  version: 3,
  name: "Your day",
  what: "digest",
  prompt: "",
  rrule: "FREQ=DAILY",
  rule_words: "every day",
  zone: "Europe/Lisbon",
  due_at: "2026-11-27T08:00:00Z",
  next_words: "Fri 27 Nov, 08:00",
  paused_at: null,
  created_at: "2026-11-20T08:00:00Z",
  asks_model: false,
  ready: true,
  last: null,
};
const asks = { ...day, id: "a2", name: "Look ahead", what: "prompt", prompt: "How does my week look?", asks_model: true, last: {} };
const run = {
  id: "r1",
  automation_id: "a1",
  scheduled_for: "2026-11-26T08:00:00Z",
  by_hand: false,
  state: "done",
  why: "",
  late: false,
  started_at: "2026-11-26T08:00:01Z",
  finished_at: "2026-11-26T08:00:02Z",
  came: "notice",
  came_id: "r1",
  requests: 0,
  tokens: 0,
};
const inside = { "GET /me": ok(rita) };

test("an automation is made from a choice and words", async () => {
  const asked = serve({ ...inside, "GET /automations": list(), "POST /automations": ok(day, 201) });
  visit("/automations");
  expect(await screen.findByText(/Nothing happens by itself/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "New automation" }));
  await userEvent.selectOptions(screen.getByLabelText("What happens"), "Open my week");
  await userEvent.type(screen.getByLabelText("When, in words"), "every Sunday at 18:00");
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(await screen.findByRole("button", { name: "New automation" })).toBeDefined();
  expect(asked.find(({ path, method }) => path === "/automations" && method === "POST")?.body).toEqual({
    what: "week",
    name: "",
    prompt: "",
    when: "every Sunday at 18:00",
  });
});

test("words that name no schedule stay, with what to change beside them", async () => {
  serve({
    ...inside,
    "GET /automations": list(),
    "POST /automations": () => problem(422, "unreadable-schedule"),
  });
  visit("/automations");
  await userEvent.click(await screen.findByRole("button", { name: "New automation" }));
  await userEvent.type(screen.getByLabelText("When, in words"), "now and then");
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect((await screen.findByRole("alert")).textContent).toContain("We couldn't read a schedule");
  expect(screen.getByDisplayValue("now and then")).toBeDefined();
});

test("its history says what came of it and what that cost, and it is paused in one tap", async () => {
  const asked = serve({
    ...inside,
    "GET /automations/a1": ok(day),
    "GET /automations/a1/runs": list(
      { ...run, id: "r3", state: "skipped", why: "budget", came: null },
      { ...run, id: "r2", came: "turn", requests: 2, tokens: 1200, late: true },
      run,
    ),
    "POST /automations/a1/pause": ok({ ...day, paused_at: "2026-11-26T12:00:00Z", due_at: null }),
  });
  visit("/automations/a1");
  expect(await screen.findByRole("heading", { level: 1, name: "Your day" })).toBeDefined();
  expect(await screen.findByText(/Your day was told/)).toBeDefined();
  expect(screen.getByText(/2 requests/).textContent).toContain("1,200 tokens");
  expect(screen.getByText(/Late: it ran/)).toBeDefined();
  expect(screen.getByText(/it was asked as often as it may that day/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Pause" }));
  expect(await screen.findByText("Paused: Your day.")).toBeDefined();
  expect(asked.some(({ path }) => path === "/automations/a1/pause")).toBe(true);
});

test("what it asked is shown with its last answer and what waits for a yes", async () => {
  const said = { conversation_id: "a2", turn_id: "t1", parts: [], quotes: [], said_at: run.scheduled_for, received_at: run.scheduled_for, receipts: [], state: "done" };
  const waits = {
    id: "p1",
    turn_id: "t1",
    tool: "add_task",
    title: "Put on your list",
    details: [{ name: "what", value: "Buy balloons" }],
    why: "unattended",
    state: "waiting",
    created_at: run.scheduled_for,
    expires_at: run.scheduled_for,
  };
  serve({
    ...inside,
    "GET /automations/a2": ok(asks),
    "GET /automations/a2/runs": list({ ...run, id: "r2", state: "skipped", why: "budget", came: null, came_id: null }, { ...run, came: "turn" }),
    "GET /conversations/a2/messages": list(
      { ...said, id: "m2", role: "cairn", text: "It looks calm.", automation_id: null, proposals: [waits] },
      { ...said, id: "m1", role: "person", text: asks.prompt, automation_id: "a2", proposals: [] },
    ),
  });
  visit("/automations/a2");
  expect(await screen.findByText("It looks calm.")).toBeDefined();
  expect(screen.getByRole("button", { name: /Do it/ })).toBeDefined();
});

test("where nothing was asked yet, no conversation is looked for", async () => {
  const skipped = { ...run, state: "skipped", why: "no_model", came: null, came_id: null };
  const asked = serve({ ...inside, "GET /automations/a2": ok({ ...asks, last: skipped }), "GET /automations/a2/runs": list(skipped) });
  visit("/automations/a2");
  expect(await screen.findByRole("heading", { level: 1, name: asks.name })).toBeDefined();
  expect(await screen.findByText(/^Nothing was asked: this Cairn has no language model/)).toBeDefined();
  expect(asked.filter(({ path }) => path.startsWith("/conversations"))).toEqual([]);
});
