import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { outbox } from "./useOutbox";

type Said = { id: string; text: string; said_at: string; time_zone: string };

const ok = (body: unknown) => () => ({ status: 200, body });
const none = ok({ items: [], next_cursor: null });
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /tasks/next": ok({ task: null, reason: null }),
  "GET /reminders": none,
};
const receipt = {
  id: "r1",
  tool: "add_task",
  kind: "task.added",
  subject_kind: "task",
  subject_id: null,
  title: "Buy milk",
  when: null,
  rrule: null,
  sure: true,
  note: null,
  can_undo: true,
  created_at: "2026-11-26T11:40:00Z",
  undone_at: null,
};

function answered(_request: Request, body: unknown) {
  const message = { ...(body as Said), role: "person" };
  const reply = { id: "reply", role: "cairn", text: "On your list: Buy milk.", said_at: message.said_at, quotes: [] };
  return { status: 200, body: { message, reply, receipts: [receipt] } };
}

const say = async (words: string) => userEvent.type(await screen.findByLabelText("Tell me anything"), `${words}{Enter}`);
const line = () => within(screen.getByRole("form", { name: "Capture" }));

afterEach(() => outbox.clear());

test("Enter saves, and what was done stands in the line's place with Undo", async () => {
  const asked = serve({ ...inside, "POST /messages": answered, "POST /receipts/r1/undo": ok({ ...receipt, undone_at: "2026-11-26T11:41:00Z" }) });
  visit("/now");
  await say("buy milk");
  expect(await line().findByText("On your list: Buy milk.")).toBeDefined();
  const body = asked.find(({ path }) => path === "/messages")?.body as Said;
  expect(body).toMatchObject({ text: "buy milk", id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
  expect(Math.abs(Date.parse(body.said_at) - Date.now())).toBeLessThan(60_000);
  await userEvent.click(line().getByRole("button", { name: "Undo" }));
  expect(await line().findByText("Taken back.")).toBeDefined();
  await waitFor(() => expect(asked.filter(({ path }) => path === "/receipts/r1/undo")).toHaveLength(1));
});

test("the next word takes the line back", async () => {
  serve({ ...inside, "POST /messages": answered });
  visit("/now");
  await say("buy milk");
  await line().findByText("On your list: Buy milk.");
  await userEvent.type(screen.getByLabelText("Tell me anything"), "b");
  expect(line().getByRole("button", { name: "Save" })).toBeDefined();
});

test("while nothing answers it is kept here, which is said, and it goes out later once", async () => {
  let up = false;
  const asked = serve({
    ...inside,
    "POST /messages": (request, body) => {
      if (!up) throw new TypeError("Failed to fetch");
      return answered(request, body);
    },
  });
  visit("/now");
  await say("buy milk");
  expect(await screen.findAllByText("Saved here, will send")).not.toHaveLength(0);
  up = true;
  window.dispatchEvent(new Event("online"));
  expect(await line().findByText("On your list: Buy milk.")).toBeDefined();
  await waitFor(async () => expect(await outbox.count()).toBe(0));
  expect(new Set(asked.filter(({ path }) => path === "/messages").map(({ body }) => (body as Said).id)).size).toBe(1);
});

test("what the server won't take is shown with its reason, and can be changed", async () => {
  serve({ ...inside, "POST /messages": () => problem(422, "Choose fewer words.") });
  visit("/now");
  await say("a story without end");
  const card = await screen.findByRole("alert");
  expect(card.textContent).toContain("“a story without end” Choose fewer words.");
  await userEvent.click(within(card).getByRole("button", { name: "Change it" }));
  expect(screen.getByLabelText<HTMLInputElement>("Tell me anything").value).toBe("a story without end");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("c leads to the line from anywhere, and Escape leaves it", async () => {
  serve(inside);
  visit("/now");
  const input = await screen.findByLabelText("Tell me anything");
  await userEvent.keyboard("c");
  expect(document.activeElement).toBe(input);
  expect((input as HTMLInputElement).value).toBe("");
  await userEvent.keyboard("{Escape}");
  expect(document.activeElement).not.toBe(input);
});
