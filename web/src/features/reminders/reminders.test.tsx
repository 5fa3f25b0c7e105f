import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, expect, test, vi } from "vitest";
import { dispatch } from "../../api/events";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

// Late in the afternoon for Rita: what fell due minutes ago fell due today, whatever the hour of whoever runs this.
vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T16:04:00Z"), shouldAdvanceTime: false });
afterAll(() => vi.useRealTimers());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const tea = {
  id: "0190a000-0000-7000-8000-0000000000c1",
  text: "Turn the oven off",
  due_at: minutesAgo(25),
  zone: "Europe/Lisbon",
  rrule: null,
  state: "ringing",
  snoozed_until: null,
  rang_for: minutesAgo(25),
  done_at: null,
  version: 2,
};
const shownHere = { id: "d1", channel: "page", state: "queued", occurrence_at: tea.due_at, queued_at: tea.due_at, possible_duplicates: 0 };
const byMail = { ...shownHere, id: "d2", channel: "email", state: "failed", reason: "The address doesn't exist." };

const ok = (body: unknown) => () => ({ status: 200, body });
const page = (...items: unknown[]) => ok({ items, next_cursor: null });
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /tasks/next": ok({ task: null, reason: null }),
  "GET /reminders": page(tea),
  [`GET /reminders/${tea.id}`]: ok(tea),
  [`GET /reminders/${tea.id}/deliveries`]: page(shownHere, byMail),
};

/** The browser as it is when somebody looks at the page. */
function looking() {
  class Watch {
    constructor(private readonly told: (entries: { isIntersecting: boolean }[]) => void) {}
    observe() {
      this.told([{ isIntersecting: true }]);
    }
    disconnect() {}
  }
  vi.stubGlobal("IntersectionObserver", Watch);
}

test("a due reminder stands at the head of Now, says how late it is, and takes no focus", async () => {
  serve(inside);
  visit("/now");
  const card = await screen.findByRole("article", { name: tea.text });
  expect(card.textContent).toMatch(/This was for \d\d:\d\d\. It's \d\d:\d\d now\./);
  expect(within(card).getAllByRole("button").map((button) => button.firstChild?.textContent)).toEqual(["Done", "10 min", "1 h", "Tomorrow", "Pick"]);
  expect(card.contains(document.activeElement)).toBe(false);
  expect(screen.getByText(`It's time: ${tea.text}`).getAttribute("role")).toBe("status");
});

test("a reminder that falls due while the page is open appears by itself", async () => {
  let due = false;
  serve({ ...inside, "GET /reminders": () => ({ status: 200, body: { items: due ? [tea] : [], next_cursor: null } }) });
  visit("/now");
  await screen.findByRole("heading", { name: "Nothing asks for you right now" });
  due = true;
  dispatch({ id: "1", kind: "reminder.due", data: { reminder_id: tea.id, delivery_id: "d1" } });
  expect(await screen.findByRole("article", { name: tea.text })).toBeDefined();
});

test("only a card that was really shown is told as seen, and once", async () => {
  looking();
  const asked = serve({ ...inside, "POST /deliveries/d1/seen": ok({ ...shownHere, state: "seen" }) });
  visit("/now");
  await screen.findByRole("article", { name: tea.text });
  await waitFor(() => expect(asked.filter(({ path }) => path === "/deliveries/d1/seen")).toHaveLength(1));
});

test("done is said, and can be taken back", async () => {
  let state = "ringing";
  const answer = (next: string) => () => ((state = next), { status: 200, body: { ...tea, state } });
  serve({
    ...inside,
    "GET /reminders": () => ({ status: 200, body: { items: state === "ringing" ? [tea] : [], next_cursor: null } }),
    [`POST /reminders/${tea.id}/done`]: answer("done"),
    [`POST /reminders/${tea.id}/reopen`]: answer("ringing"),
  });
  visit("/now");
  const card = await screen.findByRole("article", { name: tea.text });
  await userEvent.click(within(card).getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.queryByRole("article", { name: tea.text })).toBeNull());
  expect(screen.getByText(`Done: ${tea.text}.`, { exact: false })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("article", { name: tea.text })).toBeDefined();
});

test("ten minutes more is a moment ten minutes from now", async () => {
  const asked = serve({ ...inside, [`POST /reminders/${tea.id}/snooze`]: ok({ ...tea, state: "waiting" }) });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: /^10 min/ }));
  expect(await screen.findByText(/I'll say it again: Turn the oven off/)).toBeDefined();
  const body = asked.find(({ path }) => path.endsWith("/snooze"))?.body as { until: string };
  expect((Date.parse(body.until) - Date.now()) / 60_000).toBeCloseTo(10, -0.5);
});

test("an answer that doesn't go through leaves the card and says so", async () => {
  serve({ ...inside, [`POST /reminders/${tea.id}/done`]: () => problem(503, "unavailable") });
  visit("/now");
  const card = await screen.findByRole("article", { name: tea.text });
  await userEvent.click(within(card).getByRole("button", { name: "Done" }));
  expect((await within(card).findByRole("alert")).textContent).toBe("That didn't go through just now. It is as it was.");
});

test("a reminder's page tells where it went and what became of it", async () => {
  serve(inside);
  visit(`/reminders/${tea.id}`);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe(tea.text);
  const ledger = await screen.findByRole("list", { name: "Where this went" });
  expect(ledger.textContent).toContain("In CairnWaits for you to open Cairn");
  expect(ledger.textContent).toContain("A mail to youIt didn't get through: The address doesn't exist.");
});

test("a reminder that isn't there is told without blame", async () => {
  serve(inside);
  visit("/reminders/0190a000-0000-7000-8000-0000000000ff");
  expect(await screen.findByRole("heading", { name: "This reminder isn't here" })).toBeDefined();
});

test("what rings ahead of another leads there, as long as it is to come", async () => {
  const ahead = { ...tea, state: "waiting", ahead_of: "0190a000-0000-7000-8000-0000000000c2" };
  serve({ ...inside, [`GET /reminders/${tea.id}`]: ok(ahead) });
  const { unmount } = visit(`/reminders/${tea.id}`);
  expect((await screen.findByRole("link", { name: "another" })).getAttribute("href")).toBe(`/reminders/${ahead.ahead_of}`);
  unmount();
  serve({ ...inside, [`GET /reminders/${tea.id}`]: ok({ ...ahead, state: "done" }) });
  visit(`/reminders/${tea.id}`);
  await screen.findByText("Done.");
  expect(screen.queryByRole("link", { name: "another" })).toBeNull();
});
