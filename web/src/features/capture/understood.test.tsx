import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { outbox } from "./useOutbox";
import type { Understood } from "./useUnderstood";

const ok = (body: unknown) => () => ({ status: 200, body });
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /tasks/next": ok({ task: null, reason: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
};
const vet: Understood = {
  kind: "reminder",
  title: "Ring the vet",
  when: "2026-11-27T09:30:00Z",
  rrule: null,
  rule_words: null,
  when_words: "Fri 27 Nov, 09:30 (in 21 h 50)",
  heard: "tomorrow 9:30",
  sure: true,
};
const milk: Understood = { ...vet, kind: "task", title: "Buy milk", when: null, when_words: null, heard: "" };
const understood = (...found: Understood[]) => ({ ...inside, "POST /messages/understand": ok({ found }) });

const line = () => screen.findByLabelText<HTMLInputElement>("Tell me anything");
const type = async (words: string) => userEvent.type(await line(), words);
const chips = async () => within(await screen.findByRole("group", { name: "Understood so far" })).getAllByRole("button");
const none = () => screen.queryByRole("group", { name: "Understood so far" }) === null;

afterEach(async () => {
  vi.restoreAllMocks();
  await outbox.clear();
});

test("what, when in full and how often stand above the line while it is typed, and describe it", async () => {
  serve(understood(vet));
  visit("/now");
  await type("ring the vet tomorrow 9:30");
  expect((await chips()).map((chip) => chip.textContent)).toEqual(["What: Ring the vet", "When: Fri 27 Nov, 09:30 (in 21 h 50)", "How often: Once"]);
  const described = document.getElementById((await line()).getAttribute("aria-describedby") ?? "");
  expect(described?.getAttribute("aria-live")).toBe("off");
  expect(document.activeElement).toBe(await line());
});

test("a burst of letters asks once, and an older answer never comes after a newer one", async () => {
  const late: ((answer: unknown) => void)[] = [];
  const asked = serve({
    ...inside,
    "POST /messages/understand": () => new Promise((resolve) => late.push((found) => resolve({ status: 200, body: { found } }))),
  });
  visit("/now");
  const questions = () => asked.filter(({ path }) => path === "/messages/understand").map(({ body }) => (body as { text: string }).text);
  await type("ring the vet");
  await waitFor(() => expect(questions()).toEqual(["ring the vet"]));
  await type(" soon");
  await waitFor(() => expect(questions()).toEqual(["ring the vet", "ring the vet soon"]));
  late[1]?.([milk]);
  late[0]?.([vet]);
  expect((await chips())[0]?.textContent).toBe("What: Buy milk");
});

test("a guess looks like a question, and a rule is told", async () => {
  serve(understood({ ...vet, sure: false, rrule: "FREQ=DAILY", rule_words: "every day" }));
  visit("/now");
  await type("ring the vet every day at 9");
  const [, when, often] = await chips();
  expect(when?.className).toContain("chip-ask");
  expect(when?.textContent).toContain("When, if I read it right:");
  expect(often?.textContent).toBe("How often: every day");
});

test("of many things three are shown, one chip each", async () => {
  serve(understood(vet, milk, { ...milk, title: "Buy bread" }, { ...milk, title: "Buy tea" }));
  visit("/now");
  await type("a lot at once");
  expect((await chips()).map((chip) => chip.textContent)).toEqual(["Ring the vetFri 27 Nov, 09:30 (in 21 h 50)", "Buy milk", "Buy bread"]);
});

test("another time goes into the line as words, and the rest stays as it was typed", async () => {
  serve(understood(vet));
  visit("/now");
  await type("please ring the vet tomorrow 9:30, ok");
  await userEvent.click(await screen.findByRole("button", { name: /^When:/ }));
  const sheet = await screen.findByRole("dialog", { name: "When?" });
  expect(within(sheet).getAllByRole("button")).toHaveLength(4);
  await userEvent.click(within(sheet).getByRole("button", { name: /^in 1 hour/i }));
  expect((await line()).value).toBe("please ring the vet in 1 hour, ok");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Tell me anything")));
});

test("something without a time gets one that is picked", async () => {
  serve(understood(milk));
  visit("/now");
  await type("buy milk.");
  await userEvent.click(await screen.findByRole("button", { name: /Any time/ }));
  await userEvent.click(await screen.findByRole("button", { name: /^Pick/ }));
  const field = screen.getByLabelText<HTMLInputElement>("A day and time");
  const year = new Date().getFullYear() + 1;
  await userEvent.clear(field);
  await userEvent.type(field, `${year}-11-26T15:00`);
  await userEvent.click(screen.getByRole("button", { name: "Take this time" }));
  expect((await line()).value).toBe(`buy milk on 26 November ${year} at 15:00`);
});

test("what is tapped is ready to be typed anew", async () => {
  serve(understood(vet));
  visit("/now");
  await type("ring the vet tomorrow 9:30");
  await userEvent.click(await screen.findByRole("button", { name: /^What:/ }));
  const { selectionStart, selectionEnd } = await line();
  expect([selectionStart, selectionEnd]).toEqual([0, "ring the vet".length]);
});

test("nothing is shown for a thought, after an error, or without a network", async () => {
  const asked = serve({ ...inside, "POST /messages/understand": () => problem(503, "unavailable") });
  visit("/now");
  await type("ring");
  await waitFor(() => expect(asked.some(({ path }) => path === "/messages/understand")).toBe(true));
  expect(none()).toBe(true);
  serve(understood({ ...milk, kind: "thought" }));
  await type(" the vet");
  expect(none()).toBe(true);
  const offline = serve(understood(vet));
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await type(" tomorrow");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(offline.some(({ path }) => path === "/messages/understand")).toBe(false);
  expect(none()).toBe(true);
});

test("saving takes the chips away", async () => {
  serve({ ...understood(vet), "POST /messages": () => problem(503, "unavailable") });
  visit("/now");
  await type("ring the vet tomorrow 9:30");
  await chips();
  await type("{Enter}");
  await vi.waitFor(() => expect(none()).toBe(true));
});
