import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { boiler, inside, ok } from "../../test/boiler";
import { visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { arrived } from "./absence";

const day = 24 * 3_600_000;
const seen = (days: number) => localStorage.setItem("cairn.seen", String(Date.now() - days * day));
const device = (name: string, days: number, more: object = {}) => ({
  id: name,
  kind: "page",
  browser: "Firefox",
  system: name,
  address: "192.0.2.7",
  place: null,
  current: false,
  factors: 1,
  created_at: "2026-11-01T09:00:00Z",
  expires_at: "2027-11-01T09:00:00Z",
  last_seen_at: new Date(Date.now() - days * day).toISOString(),
  ...more,
});
const here = device("phone", 0, { current: true });
const ringing = { id: "rem", text: "Pay rent", state: "ringing", due_at: "2026-11-23T09:00:00Z", rang_for: "2026-11-23T09:00:00Z", deliveries: [] };

beforeEach(() => {
  localStorage.clear();
  arrived();
});

test("Now shows one thing: its first step, why it was chosen and how long it takes", async () => {
  serve(inside);
  visit("/now");
  const card = await screen.findByRole("article", { name: boiler.title });
  expect(card.textContent).toContain("First: Open your photos");
  expect(card.textContent).toContain("It is short.");
  expect(within(card).getByRole("img", { name: "About 25 min" })).toBeDefined();
  expect(within(card).getAllByRole("button").map((button) => button.textContent)).toEqual(["Start", "Done", "Smaller", "Later", "Not that"]);
});

test("Start becomes Done, and done can be taken back", async () => {
  let done = false;
  const asked = serve({
    ...inside,
    "GET /tasks/next": () => ({ status: 200, body: done ? { task: null, reason: null } : { task: boiler, reason: null } }),
    [`POST /tasks/${boiler.id}/done`]: () => ((done = true), { status: 200, body: boiler }),
    [`POST /tasks/${boiler.id}/reopen`]: () => ((done = false), { status: 200, body: boiler }),
  });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Start" }));
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(await screen.findByText(`Done: ${boiler.title}.`)).toBeDefined();
  expect(await screen.findByRole("heading", { name: "Nothing asks for you right now" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  expect(asked.filter(({ method }) => method === "POST").map(({ path }) => path.split("/").pop())).toEqual(["sessions", "done", "reopen"]);
  expect(asked.find(({ path }) => path === "/focus/sessions")?.body).toEqual({ task_id: boiler.id, words: "", instead: false, minutes: 25 });
});

test("how long it usually takes stands beside what was said", async () => {
  const slow = { ...boiler, estimate_minutes: 20, range: { low: 30, likely: 35, high: 45 } };
  serve({ ...inside, "GET /tasks/next": ok({ task: slow, reason: null }) });
  visit("/now");
  const card = await screen.findByRole("article", { name: boiler.title });
  expect(card.textContent).toContain("You said 20; it usually takes you 30–45 min.");
  expect(within(card).getByRole("img", { name: "About 35 min" })).toBeDefined();
});

test("where done doesn't go through, the thing is back and that is said", async () => {
  serve({ ...inside, [`POST /tasks/${boiler.id}/done`]: () => problem(503, "unavailable") });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Done" }));
  expect(await screen.findByText("That didn't go through just now. It is as it was.")).toBeDefined();
  expect(screen.getByRole("article", { name: boiler.title })).toBeDefined();
});

test("“Not that” puts it off past today, “Later” leaves the moment to the server", async () => {
  const asked = serve({ ...inside, [`POST /tasks/${boiler.id}/later`]: ok(boiler) });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Later" }));
  await userEvent.click(screen.getByRole("button", { name: "Not that" }));
  const bodies = asked.filter(({ path }) => path.endsWith("/later")).map(({ body }) => body as { until?: string });
  expect(bodies[0]).toEqual({});
  expect(Date.parse(bodies[1]?.until ?? "")).toBeGreaterThan(Date.now());
});

test("what was put off says when it is back", async () => {
  serve({ ...inside, [`POST /tasks/${boiler.id}/later`]: ok({ ...boiler, skip_until: "2026-11-26T15:00:00Z" }) });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Later" }));
  expect(await screen.findByText(/^Put off: .+\. Back on Thu 26 Nov.*, \d\d:00\.$/)).toBeDefined();
});

test("Smaller opens the steps and takes a new one", async () => {
  const asked = serve({ ...inside, [`POST /tasks/${boiler.id}/steps`]: ok(boiler), [`PATCH /tasks/${boiler.id}/steps/s1`]: ok(boiler) });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Smaller" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Open your photos" }));
  await userEvent.type(screen.getByLabelText("The smallest thing that would count"), "Find the phone{Enter}");
  await waitFor(() => expect(asked.filter(({ method }) => method !== "GET").map(({ body }) => body)).toEqual([{ done: true }, { text: "Find the phone" }]));
});

test("steps are made at a grain, tell where they come from, and give way again", async () => {
  const made = [
    { id: "n1", text: "Stand up", minutes: 1, done_at: null },
    { id: "n2", text: "Find the phone", minutes: 4, done_at: null },
  ];
  let task: Omit<typeof boiler, "steps"> & { steps: unknown[] } = boiler;
  const asked = serve({
    ...inside,
    "GET /tasks/next": () => ({ status: 200, body: { task, reason: null } }),
    [`POST /tasks/${boiler.id}/breakdown`]: () => {
      task = { ...boiler, steps: made };
      return { status: 200, body: { task, source: "library", procedure: "Send photos" } };
    },
    [`PUT /tasks/${boiler.id}/steps`]: () => ((task = boiler), { status: 200, body: task }),
  });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Smaller" }));
  await userEvent.click(screen.getByRole("button", { name: "All small" }));
  expect(await screen.findByText(/As one does it: Send photos\./)).toBeDefined();
  expect(await screen.findByRole("checkbox", { name: "Stand up 1 min" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("checkbox", { name: "Open your photos" })).toBeDefined();
  expect(asked.filter(({ method }) => method === "POST" || method === "PUT").map(({ body }) => body)).toEqual([
    { grain: 4, library: true },
    { steps: [{ id: null, text: "Open your photos", minutes: null, done: false }] },
  ]);
});

test("a step gets smaller until it can't, is said otherwise, and taken away", async () => {
  const path = `/tasks/${boiler.id}/steps/s1`;
  const asked = serve({
    ...inside,
    [`POST ${path}/smaller`]: () => problem(409, "already-small"),
    [`PATCH ${path}`]: ok(boiler),
    [`DELETE ${path}`]: ok(boiler),
  });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Smaller" }));
  const step = screen.getByRole("checkbox", { name: "Open your photos" }).closest("li")!;
  await userEvent.click(within(step).getByRole("button", { name: "Smaller" }));
  expect((await within(step).findByRole("alert")).textContent).toBe("This is as small as it gets. Two minutes of it count.");
  await userEvent.click(within(step).getByRole("button", { name: "Change" }));
  await userEvent.clear(screen.getByLabelText("The step"));
  await userEvent.type(screen.getByLabelText("The step"), "Find the phone{Enter}");
  await waitFor(() => expect(asked.some(({ method, body }) => method === "PATCH" && JSON.stringify(body) === '{"text":"Find the phone"}')).toBe(true));
  await userEvent.click(await screen.findByRole("button", { name: "Change" }));
  await userEvent.click(screen.getByRole("button", { name: "Take away" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "DELETE")).toBe(true));
});

test("with 15 minutes something else may come first, and pressed again all is as before", async () => {
  const asked: string[] = [];
  serve({
    ...inside,
    "GET /tasks/next": (request) => {
      const { search } = new URL(request.url);
      asked.push(search);
      const short = search === "?minutes=15";
      return { status: 200, body: short ? { task: { ...boiler, title: "Water the plants" }, reason: "It fits into 15 min." } : { task: boiler, reason: "It is short." } };
    },
  });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "I have 15 min" }));
  expect(await screen.findByRole("article", { name: "Water the plants" })).toBeDefined();
  const pressed = screen.getByRole("button", { name: "I have 15 min", pressed: true });
  await userEvent.click(pressed);
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Low energy" }));
  await waitFor(() => expect(asked).toContain("?energy=low"));
});

test("“Too much?” leaves only the first step", async () => {
  serve(inside);
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Too much?" }));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Open your photos");
  expect(screen.queryByRole("button", { name: "Later" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show the rest" }));
  expect(screen.getByRole("article", { name: boiler.title })).toBeDefined();
});

test("an empty list is one sentence and an example that goes into the line", async () => {
  serve({ ...inside, "GET /tasks/next": ok({ task: null, reason: null }) });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "“Call the dentist tomorrow at 3”" }));
  expect(screen.getByLabelText<HTMLInputElement>("Tell me anything").value).toBe("Call the dentist tomorrow at 3");
});

test("when the list can't be read, it says what is safe and how to go on", async () => {
  let up = false;
  serve({ ...inside, "GET /tasks/next": () => (up ? { status: 200, body: { task: boiler, reason: null } } : problem(503, "unavailable")) });
  visit("/now");
  expect((await screen.findByRole("alert")).textContent).toContain("It is safe.");
  up = true;
  await userEvent.click(screen.getByRole("button", { name: "Look again" }));
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
});

test("who comes back after days finds one thing, when it was said, and three choices", async () => {
  seen(4);
  serve(inside);
  visit("/now");
  expect(await screen.findByText("Welcome back. One thing:")).toBeDefined();
  expect(screen.getByRole("heading", { level: 1, name: boiler.title })).toBeDefined();
  expect(screen.getByText(/^You told me on Sat 21 Nov.*, \d\d:42 \(.+ ago\)\.$/)).toBeDefined();
  const main = within(screen.getByRole("main"));
  expect(main.getAllByRole("button").map((button) => button.textContent)).toEqual(["Start with this", "Something else"]);
  expect(main.getByRole("link", { name: "Just show me today" })).toBeDefined();
  await userEvent.click(main.getByRole("button", { name: "Start with this" }));
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  expect(screen.queryByText("Welcome back. One thing:")).toBeNull();
});

test("who comes back is told how long such things usually take them, as on the card", async () => {
  seen(4);
  serve({ ...inside, "GET /tasks/next": ok({ task: { ...boiler, range: { low: 40, likely: 45, high: 60 } }, reason: null }) });
  visit("/now");
  expect(await screen.findByText("Welcome back. One thing:")).toBeDefined();
  expect(screen.getByText("You said 25; it usually takes you 40–60 min.")).toBeDefined();
  expect(screen.getByRole("img", { name: "About 45 min" })).toBeDefined();
});

test("what is due is the one thing of who comes back, and answering it is arriving", async () => {
  seen(4);
  let rings = true;
  serve({
    ...inside,
    "GET /reminders": () => ({ status: 200, body: { items: rings ? [ringing] : [], next_cursor: null } }),
    "POST /reminders/rem/done": () => ((rings = false), { status: 200, body: { ...ringing, state: "done" } }),
  });
  visit("/now");
  expect(await screen.findByRole("heading", { level: 1, name: "Welcome back. One thing:" })).toBeDefined();
  const due = await screen.findByRole("article", { name: "Pay rent" });
  expect(screen.queryByText(boiler.title)).toBeNull();
  await userEvent.click(within(due).getByRole("button", { name: "Done" }));
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  expect(screen.queryByText("Welcome back. One thing:")).toBeNull();
});

test("who was at another device yesterday wasn't away", async () => {
  seen(4);
  const asked = serve({ ...inside, "GET /me/sessions": ok({ items: [here, device("desk", 1)], next_cursor: null }) });
  visit("/now");
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  expect(screen.queryByText("Welcome back. One thing:")).toBeNull();
  expect(asked.filter(({ path }) => path === "/me/sessions")).toHaveLength(1);
});

test.each([
  ["no other device is signed in", []],
  ["the other was unused as long", [device("desk", 4)]],
  ["only a program asked meanwhile", [device("script", 0, { kind: "tokens" })]],
])("who comes back is welcomed where %s", async (_, others) => {
  seen(4);
  serve({ ...inside, "GET /me/sessions": ok({ items: [here, ...others], next_cursor: null }) });
  visit("/now");
  expect(await screen.findByText("Welcome back. One thing:")).toBeDefined();
});

test("who comes back is welcomed where it isn't told what else they used", async () => {
  seen(4);
  const asked = serve({ ...inside, "GET /me/sessions": () => problem(503, "unavailable") });
  visit("/now");
  expect(await screen.findByText("Welcome back. One thing:")).toBeDefined();
  expect(asked.filter(({ path }) => path === "/me/sessions")).toHaveLength(1);
});

test("whoever was here all along isn't asked about their devices", async () => {
  seen(1);
  const asked = serve(inside);
  visit("/now");
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  expect(asked.some(({ path }) => path === "/me/sessions")).toBe(false);
});

test("a page that was left open for days welcomes back when it is looked at again", async () => {
  serve(inside);
  visit("/now");
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  seen(4);
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
  expect(await screen.findByText("Welcome back. One thing:")).toBeDefined();
});

test("who only talked for days was not away", async () => {
  serve({ ...inside, "GET /conversations": ok({ items: [], next_cursor: null }) });
  visit("/chat");
  await screen.findByLabelText("Write to Cairn");
  expect(Date.now() - Number(localStorage.getItem("cairn.seen"))).toBeLessThan(day);
});

test("while something is due, nothing claims that nothing is", async () => {
  serve({ ...inside, "GET /reminders": ok({ items: [ringing], next_cursor: null }), "GET /tasks/next": ok({ task: null, reason: null }) });
  visit("/now");
  expect(await screen.findByRole("article", { name: "Pay rent" })).toBeDefined();
  expect(await screen.findByRole("heading", { level: 1, name: "Now" })).toBeDefined();
  expect(screen.queryByText("Nothing asks for you right now")).toBeNull();
});
