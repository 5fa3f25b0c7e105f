import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { leftOf, minutesFor, minutesLeft } from "./left";

const minute = 60_000;
const at = (minutes: number) => new Date(Date.now() + minutes * minute).toISOString();

const session = (fields: Record<string, unknown> = {}) => ({
  id: "0190a000-0000-7000-8000-0000000000f1",
  version: 1,
  task_id: null,
  step_id: null,
  title: "The taxes",
  planned_minutes: 25,
  state: "running",
  started_at: at(-7),
  ends_at: at(17.9),
  half_at: at(5.5),
  half_asked_at: null,
  check_in: null,
  paused_at: null,
  ended_at: null,
  time_up: false,
  worked_minutes: null,
  outcome: null,
  note: "",
  ...fields,
});

const ok = (body: unknown) => () => ({ status: 200, body });
const none = { items: [], next_cursor: null };
const current = (fields: Record<string, unknown> = {}) => ok({ now: new Date().toISOString(), session: null, ask: null, ...fields });
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok(none),
  "GET /tasks/next": ok({ task: null, reason: null }),
  "GET /focus/parked": ok(none),
  "GET /spaces": ok(none),
  "GET /focus/current": current(),
};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test("what is left goes by the server's clock, however wrong this device's is", async () => {
  vi.setSystemTime(new Date(Date.now() + 3 * 3_600_000));
  const wrong = Date.now();
  const right = wrong - 3 * 3_600_000;
  const body = { now: new Date(right).toISOString(), ask: null, session: session({ ends_at: new Date(right + 17.5 * minute).toISOString() }) };
  serve({ ...inside, "GET /focus/current": ok(body) });
  visit("/focus");
  expect(await screen.findByRole("img", { name: /^18 min left, until/ })).toBeDefined();
  vi.useRealTimers();
});

test("a pause stands still, and goes on", async () => {
  const asked = serve({
    ...inside,
    "GET /focus/current": current({ session: session({ state: "paused", paused_at: at(-60), ends_at: at(-50) }) }),
    [`POST /focus/sessions/${session().id}/resume`]: ok(session()),
  });
  visit("/focus");
  expect(await screen.findByRole("img", { name: "Paused, 10 min left" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  expect(asked.some(({ path }) => path.endsWith("/resume"))).toBe(true);
});

test("a thought is parked by one key, and is out of sight", async () => {
  const asked = serve({
    ...inside,
    "GET /focus/current": current({ session: session() }),
    "POST /focus/parked": ok({ id: "t1", session_id: session().id, text: "Call the bank", parked_at: at(0), became: null, became_id: null, settled_at: null }),
  });
  visit("/focus");
  await screen.findByRole("heading", { name: "The taxes" });
  await userEvent.keyboard("pCall the bank{Enter}");
  expect(await screen.findByText("Parked.")).toBeDefined();
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ text: "Call the bank" });
  expect(screen.queryByText("Call the bank")).toBeNull();
});

test("who is stuck half way is offered a smaller step", async () => {
  let stuck = false;
  const asked = serve({
    ...inside,
    "GET /focus/current": () => current({ session: session({ task_id: "b1", half_asked_at: at(-1), check_in: stuck ? "stuck" : null }) })(),
    "GET /tasks/b1": ok({ id: "b1", title: "The taxes", steps: [{ id: "s1", text: "Find the folder", minutes: null, done_at: null }] }),
    [`POST /focus/sessions/${session().id}/check-in`]: () => ((stuck = true), { status: 200, body: session() }),
    "POST /tasks/b1/smaller": ok({}),
  });
  visit("/focus");
  const answers = await screen.findByRole("group", { name: "How it goes" });
  expect(await screen.findByText("Find the folder")).toBeDefined();
  await userEvent.click(within(answers).getByRole("button", { name: "I am stuck" }));
  await userEvent.click(await screen.findByRole("button", { name: "Make it smaller" }));
  expect(asked.filter(({ method }) => method === "POST").map(({ path }) => path.split("/").pop())).toEqual(["check-in", "smaller"]);
});

test("what was done of a session whose time was up is asked, and said to have been asked", async () => {
  const asked = serve({
    ...inside,
    "GET /focus/current": current({ ask: session({ state: "finished", time_up: true, ended_at: at(-20) }) }),
    [`POST /focus/sessions/${session().id}/asked`]: () => ({ status: 204 }),
    [`POST /focus/sessions/${session().id}/finish`]: ok(session()),
  });
  visit("/focus");
  expect(await screen.findByText("Time was up.")).toBeDefined();
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/asked"))).toBe(true));
  await userEvent.type(screen.getByRole("textbox", { name: "A word about it, if you like" }), "Half the receipts");
  await userEvent.click(screen.getByRole("button", { name: "A part" }));
  expect(asked.find(({ path }) => path.endsWith("/finish"))?.body).toEqual({ outcome: "part", note: "Half the receipts" });
  expect(await screen.findByRole("heading", { name: "A time for one thing" })).toBeDefined();
});

test("a session begins for what was said, or for what comes next", async () => {
  const asked = serve({ ...inside, "GET /tasks/next": ok({ task: { id: "b1", title: "Send the photos", steps: [] }, reason: null }), "POST /focus/sessions": () => problem(503, "unavailable") });
  visit("/focus");
  expect(await screen.findByText("Left empty, it is for what comes next: Send the photos")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "45 min" }));
  await userEvent.click(screen.getByRole("button", { name: "Start" }));
  await userEvent.type(screen.getByRole("textbox", { name: "What for" }), "Reading");
  await userEvent.click(screen.getByRole("button", { name: "Start" }));
  expect(await screen.findByText("It didn't start: there is no connection just now.")).toBeDefined();
  const bodies = asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(bodies).toEqual([
    { task_id: "b1", words: "", instead: false, minutes: 45 },
    { words: "Reading", instead: false, minutes: 45 },
  ]);
});

test("Start, pressed before the next thing is here, waits for it: no session begins for nothing", async () => {
  const waiting = new EventTarget();
  const here = new Promise((resolve) => waiting.addEventListener("here", resolve));
  const asked = serve({
    ...inside,
    "GET /tasks/next": () => here.then(() => ({ status: 200, body: { task: { id: "b1", title: "Send the photos", steps: [] }, reason: null } })),
    "POST /focus/sessions": ok(session()),
  });
  visit("/focus");
  await userEvent.click(await screen.findByRole("button", { name: "Start" }));
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
  waiting.dispatchEvent(new Event("here"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ task_id: "b1", words: "", instead: false, minutes: 25 }));
});

test("what was parked is looked at afterwards", async () => {
  const asked = serve({
    ...inside,
    "GET /focus/parked": ok({ items: [{ id: "t1", text: "Call the bank", became: null }], next_cursor: null }),
    "POST /focus/parked/t1/settle": ok({}),
  });
  visit("/focus");
  await userEvent.click(await screen.findByRole("button", { name: "Onto my list" }));
  expect(asked.find(({ path }) => path.endsWith("/settle"))?.body).toEqual({ becomes: "task" });
});

test("a session that is on shows on every other page and leads to its own", async () => {
  serve({ ...inside, "GET /focus/current": current({ session: session() }) });
  visit("/today");
  const strip = await screen.findByRole("link", { name: /The taxes/ });
  expect(within(strip).getByRole("img", { name: /^18 min left/ })).toBeDefined();
  await userEvent.click(strip);
  expect(await screen.findByRole("heading", { name: "The taxes", level: 1 })).toBeDefined();
});

test("a room shows who sits there, as they chose to be seen", async () => {
  let mine = false;
  const seat = { id: "a", mine: false, name: "", doing: "Reading", sat_at: at(-10) };
  const asked = serve({
    ...inside,
    "GET /spaces": ok({ items: [{ id: "sp", kind: "shared", name: "Study", role: "member", permissions: ["rooms:sit:team"] }], next_cursor: null }),
    "GET /spaces/sp/room": () => ({ status: 200, body: { items: mine ? [seat, { ...seat, id: "b", mine: true, doing: "" }] : [seat], next_cursor: null } }),
    "POST /spaces/sp/room": () => ((mine = true), { status: 200, body: seat }),
    "DELETE /spaces/sp/room": () => ((mine = false), { status: 204 }),
  });
  visit("/focus");
  const room = await screen.findByRole("region", { name: "Study" });
  expect(await within(room).findByText("Somebody")).toBeDefined();
  expect(screen.queryByRole("link", { name: "Share a quiet room" })).toBeNull();
  await userEvent.click(within(room).getByRole("button", { name: "Sit down here" }));
  expect(await within(room).findByText("You")).toBeDefined();
  expect(sessionStorage.getItem("cairn.room")).toBe("sp");
  await userEvent.click(within(room).getByRole("button", { name: "Get up" }));
  expect(await within(room).findByRole("button", { name: "Sit down here" })).toBeDefined();
  expect(sessionStorage.getItem("cairn.room")).toBeNull();
  expect(asked.filter(({ path }) => path === "/spaces/sp/room").map(({ method }) => method)).toContain("DELETE");
});

test("who shares no space is shown where one is made, and sees no room", async () => {
  const asked = serve({ ...inside, "GET /spaces": ok({ items: [{ id: "p", kind: "personal", name: "", role: "owner", permissions: ["rooms:sit:team"] }], next_cursor: null }) });
  visit("/focus");
  expect((await screen.findByRole("link", { name: "Share a quiet room" })).getAttribute("href")).toBe("/you/spaces");
  expect(screen.queryByRole("button", { name: "Sit down here" })).toBeNull();
  expect(asked.some(({ path }) => path.endsWith("/room"))).toBe(false);
});

test("minutes are told until they are over, and never more than one sits for", () => {
  const running = session({ ends_at: new Date(10 * minute).toISOString(), planned_minutes: 20 }) as never;
  expect(leftOf(running, 0)).toEqual({ left: 10 * minute, share: 0.5, up: false });
  expect(leftOf(running, 11 * minute)).toEqual({ left: 0, share: 0, up: true });
  expect([1, minute, minute + 1].map(minutesLeft)).toEqual([1, 1, 2]);
  expect([null, 1, 33, 400].map(minutesFor)).toEqual([25, 5, 33, 60]);
});
