import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { dispatch } from "../../api/events";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { outbox } from "../capture/useOutbox";

const ok = (body: unknown) => () => ({ status: 200, body });
const page = (items: unknown[], next_cursor: string | null = null) => ({ status: 200, body: { items, next_cursor } });
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": () => page([]),
  "GET /conversations": () => page([{ id: "talk", title: "", main: true }]),
};
const messages = "GET /conversations/talk/messages";
const booked = {
  id: "r1",
  tool: "add_reminder",
  kind: "reminder.booked",
  subject_kind: "reminder",
  subject_id: "rem",
  title: "Call the dentist",
  when: "2026-11-27T15:00:00Z",
  rrule: "FREQ=WEEKLY;BYDAY=FR",
  sure: true,
  note: null,
  can_undo: true,
  created_at: "2026-11-26T11:40:00Z",
  undone_at: null,
};
const asked = { id: "m1", role: "person", text: "remind me to call the dentist", said_at: "2026-11-26T11:40:00Z", receipts: [], quotes: [] };
const told = { ...asked, id: "m2", role: "cairn", text: "Booked: Call the dentist.", receipts: [booked] };
const recalled = {
  ...told,
  id: "m3",
  text: "You said this about the dentist:",
  receipts: [],
  quotes: [{ memory_id: "q1", text: "Dr Okafor is kind", occurred_at: "2026-11-24T17:42:00Z", speaker: "me", source: "note", why: "" }],
};

afterEach(() => {
  vi.useRealTimers();
  return outbox.clear();
});

test("a receipt says what, when in full, how often and where, and can be undone", async () => {
  const said = serve({ ...inside, [messages]: () => page([told, asked]), "POST /receipts/r1/undo": ok({ ...booked, undone_at: "2026-11-26T11:41:00Z" }) });
  visit("/chat");
  expect(await screen.findByRole("heading", { name: "Call the dentist" })).toBeDefined();
  const log = screen.getByRole("log");
  expect(log.getAttribute("aria-live")).toBe("polite");
  expect(log.textContent).toMatch(/Fri 27 Nov.*, \d\d:00 \(.+\), every Friday/);
  expect(screen.getByRole("link", { name: "Open it" }).getAttribute("href")).toBe("/reminders/rem");
  await userEvent.click(screen.getByRole("button", { name: "Undo Call the dentist" }));
  expect(await screen.findByText("Taken back: Call the dentist")).toBeDefined();
  expect(said.filter(({ path }) => path === "/receipts/r1/undo")).toHaveLength(1);
});

test("an undo that fails says that it still stands", async () => {
  serve({ ...inside, [messages]: () => page([told, asked]), "POST /receipts/r1/undo": () => problem(503, "unavailable") });
  visit("/chat");
  await userEvent.click(await screen.findByRole("button", { name: "Undo Call the dentist" }));
  expect(await screen.findByText("That couldn't be taken back just now. It still stands.")).toBeDefined();
});

test("a recall answer quotes its source with its date", async () => {
  serve({ ...inside, [messages]: () => page([recalled]) });
  visit("/chat");
  const quote = await screen.findByText("“Dr Okafor is kind”", { selector: "blockquote" });
  expect(quote.closest("figure")?.textContent).toContain("You told me, Tue 24 Nov 2026, 17:42");
});

test("a page that was left open for a week says how far off a moment is now", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T17:42:10Z") });
  const parts = [{ text: "You said this on " }, { text: "Tue 24 Nov, 17:42", at: "2026-11-24T17:42:00Z" }, { text: ":" }];
  serve({ ...inside, [messages]: () => page([{ ...recalled, parts, text: "You said this on Tue 24 Nov, 17:42 (now):" }]) });
  visit("/chat");
  expect(await screen.findByText("You said this on Tue 24 Nov, 17:42 (now):")).toBeDefined();
  vi.setSystemTime(new Date("2026-12-01T17:42:10Z"));
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
  const log = screen.getByRole("log");
  expect(log.textContent).toContain("You said this on Tue 24 Nov, 17:42 (7 days ago):");
  expect(log.textContent).not.toContain("(now)");
  expect(log.getAttribute("aria-relevant")).toBe("additions");
});

test("a recall answer leads to why it was said", async () => {
  serve({ ...inside, [messages]: () => page([recalled]) });
  visit("/chat");
  const why = await screen.findByRole("link", { name: /^Why I think so/ });
  expect(why.getAttribute("href")).toBe("/memory/q1");
});

test("what was forgotten leaves one quiet word", async () => {
  const gone = { ...booked, title: "" };
  serve({ ...inside, [messages]: () => page([{ ...told, text: "", receipts: [gone] }, { ...asked, text: "" }]) });
  visit("/chat");
  // Of a question and its answer, one.
  expect(await screen.findAllByText("Forgotten.")).toHaveLength(1);
  const log = within(screen.getByRole("log"));
  expect(log.queryByRole("heading")).toBeNull();
  expect(log.queryByRole("button", { name: /^Undo/ })).toBeNull();
});

test("earlier messages come above, a page at a time", async () => {
  serve({ ...inside, [messages]: (request) => (new URL(request.url).searchParams.has("cursor") ? page([asked]) : page([told], "more")) });
  visit("/chat");
  await userEvent.click(await screen.findByRole("button", { name: "Show earlier" }));
  expect(await screen.findByText(asked.text)).toBeDefined();
  const text = screen.getByRole("log").textContent;
  expect(text.indexOf(asked.text)).toBeLessThan(text.indexOf(told.text));
  expect(screen.queryByRole("button", { name: "Show earlier" })).toBeNull();
});

test("what another device said appears by itself", async () => {
  let said = [told, asked];
  serve({ ...inside, [messages]: () => page(said) });
  visit("/chat");
  await screen.findByText(asked.text);
  said = [{ ...asked, id: "m9", text: "from my phone" }, ...said];
  dispatch({ id: "2", kind: "message.said", data: { message_id: "m9" } });
  expect(await screen.findByText("from my phone")).toBeDefined();
});

test("what was said here stands in the conversation before it is answered", async () => {
  serve({
    ...inside,
    [messages]: () => page([told, asked]),
    "POST /messages": () => {
      throw new TypeError("Failed to fetch");
    },
  });
  visit("/chat");
  await userEvent.type(await screen.findByLabelText("Write to Cairn"), "and buy milk{Enter}");
  expect(await screen.findByText("and buy milk")).toBeDefined();
  await userEvent.click(await screen.findByRole("button", { name: "Take it back" }));
  await waitFor(() => expect(screen.queryByText("and buy milk")).toBeNull());
});

test("what another device asked and is being answered is stopped from here", async () => {
  let state = "running";
  let away = true;
  const said = serve({
    ...inside,
    [messages]: () => page(state === "running" ? [{ ...asked, state }] : [{ ...told, text: "Stopped, as you asked.", receipts: [], state }, { ...asked, state }]),
    "POST /messages/m1/stop": () => {
      if (away) return problem(503, "unavailable");
      state = "stopped";
      return { status: 200, body: { message: asked, reply: told, receipts: [], proposals: [] } };
    },
  });
  visit("/chat");
  await userEvent.click(await screen.findByRole("button", { name: "Stop" }));
  expect((await screen.findByRole("alert")).textContent).toBe("It couldn't be stopped just now.");
  away = false;
  await userEvent.click(screen.getByRole("button", { name: "Stop" }));
  expect(await screen.findByText("Stopped, as you asked.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  expect(said.filter(({ path }) => path === "/messages/m1/stop")).toHaveLength(2);
});

test("an answer is asked for again, and words are changed, each in place of what was said", async () => {
  const gave = { ...told, text: "The language model took too long.", receipts: [], can_retry: true };
  const said = serve({ ...inside, [messages]: () => page([gave, asked]), "POST /messages": () => problem(422, "refused") });
  visit("/chat");
  const sent = () => said.filter(({ method, path }) => method === "POST" && path === "/messages").map(({ body }) => body);
  await userEvent.click(await screen.findByRole("button", { name: "Change what I said" }));
  const line = screen.getByLabelText<HTMLInputElement>("Write to Cairn");
  expect(line.value).toBe(asked.text);
  await userEvent.click(screen.getByRole("button", { name: "Leave it as it was" }));
  expect(line.value).toBe("");
  await userEvent.click(screen.getByRole("button", { name: "Change what I said" }));
  await userEvent.type(line, " at 3{Enter}");
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ text: `${asked.text} at 3`, instead_of: "m1" });
  await userEvent.click(await screen.findByRole("button", { name: "Let it go" }));
  // What was refused has a "Try again" of its own, which goes with it.
  await waitFor(() => expect(screen.queryByRole("button", { name: "Let it go" })).toBeNull());
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[1]).toMatchObject({ text: asked.text, instead_of: "m1" });
});

test("before anything was said there are examples to tap", async () => {
  serve({ ...inside, "GET /conversations": () => page([]) });
  visit("/chat");
  await userEvent.click(await screen.findByRole("button", { name: "“What did I say about the dentist?”" }));
  expect(screen.getByLabelText<HTMLInputElement>("Write to Cairn").value).toBe("What did I say about the dentist?");
});

test("when the conversation can't be read, it says what is safe", async () => {
  serve({ ...inside, "GET /conversations": () => problem(503, "unavailable") });
  visit("/chat");
  expect((await screen.findByRole("alert")).textContent).toContain("It is safe.");
});

const waits = {
  id: "p1",
  turn_id: "t1",
  tool: "add_task",
  title: "Put on your list",
  details: [{ name: "what", value: "Buy balloons" }],
  why: "read",
  state: "waiting",
  created_at: "2026-11-26T11:40:00Z",
  expires_at: "2026-11-26T12:10:00Z",
};
const proposes = { ...told, id: "m9", receipts: [], proposals: [waits], text: "May I? Put on your list (what: Buy balloons).\nYes or no?" };

test("what a model wants to change is shown with what it would be made with, and done on a yes", async () => {
  let state = "waiting";
  const said = serve({
    ...inside,
    [messages]: () => page([{ ...proposes, proposals: [{ ...waits, state }] }, asked]),
    "POST /proposals/p1/confirm": () => {
      state = "done";
      return { status: 200, body: { ...booked, kind: "task.added", title: "Buy balloons" } };
    },
  });
  visit("/chat");
  expect(await screen.findByRole("heading", { name: "Put on your list" })).toBeDefined();
  expect(screen.getByText("Buy balloons").tagName).toBe("DD");
  await userEvent.click(screen.getByRole("button", { name: "Do it : Put on your list" }));
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Put on your list" })).toBeNull());
  expect(said.filter(({ path }) => path === "/proposals/p1/confirm")).toHaveLength(1);
});

test("a no leaves it, and what nobody answered in time says so", async () => {
  let state = "waiting";
  const late = { ...waits, id: "p2", state: "expired", title: "Keep in memory" };
  serve({
    ...inside,
    [messages]: () => page([{ ...proposes, proposals: [{ ...waits, state }, late] }, asked]),
    "POST /proposals/p1/refuse": () => {
      state = "refused";
      return { status: 200, body: { ...waits, state } };
    },
  });
  visit("/chat");
  await userEvent.click(await screen.findByRole("button", { name: "Leave it : Put on your list" }));
  expect(await screen.findByText("Left as it is.")).toBeDefined();
  expect(screen.getByText(/waited for half an hour/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /Keep in memory/ })).toBeNull();
});
