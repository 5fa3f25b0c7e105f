import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const page = (...items: unknown[]) => ok({ items, next_cursor: null });
const at = "2026-11-25T15:00:00Z";
const usual = { rungs: [{ channels: ["page", "email"], after_minutes: 0 }], nag: null };
const insistent = { ...usual, nag: { every_minutes: 10, times: null } };
const pill = {
  id: "0190a000-0000-7000-8000-0000000000d1",
  text: "Take the pill",
  due_at: at,
  zone: "Europe/Lisbon",
  rrule: null,
  state: "ringing",
  snoozed_until: null,
  rang_for: at,
  done_at: null,
  version: 2,
  ladder: null,
  urgent: false,
};
const step = { id: "s1", channel: "email", state: "sent", occurrence_at: at, queued_at: at, sent_at: at, possible_duplicates: 0, reason: null, nag: 0, nag_every: null, nag_more: null, planned_for: at };
const later = { ...step, id: "s2", state: "planned", sent_at: null, nag: 1, nag_every: 20, nag_more: 3, planned_for: "2026-11-25T15:20:00Z", expected_at: "2026-11-25T15:20:00Z", waits_for: "time" };
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": page(pill),
  [`GET /reminders/${pill.id}`]: ok(pill),
  [`GET /reminders/${pill.id}/deliveries`]: page(later, step),
  "GET /notifications/preferences": ok({ presets: { gentle: usual, usual, insistent } }),
};

test("what was answered before Cairn was opened isn't told as shown there", async () => {
  const unseen = { ...step, id: "s5", channel: "page", state: "cancelled", sent_at: null };
  serve({ ...inside, [`GET /reminders/${pill.id}/deliveries`]: page(unseen) });
  visit(`/reminders/${pill.id}`);
  const ledger = await screen.findByRole("list", { name: "Where this went" });
  expect([...ledger.querySelectorAll("li")].map((line) => line.textContent)).toEqual(["15:00In CairnIt was answered before you saw it here"]);
});

test("a reminder tells each step: what went, what is still to come, and why", async () => {
  const held = { ...later, id: "s3", nag: 2, nag_more: 2, planned_for: "2026-11-25T22:40:00Z", expected_at: "2026-11-26T07:00:00Z", waits_for: "quiet_hours" };
  const passed = { ...step, id: "s4", state: "skipped", sent_at: null, planned_for: "2026-11-25T14:59:00Z", reason: "later_went" };
  serve({ ...inside, [`GET /reminders/${pill.id}/deliveries`]: page(held, later, step, passed) });
  visit(`/reminders/${pill.id}`);
  const ledger = await screen.findByRole("list", { name: "Where this went" });
  expect([...ledger.querySelectorAll("li")].map((line) => line.textContent)).toEqual([
    "14:59A mail to youNot sent: a later one went in its place",
    "15:00Sent to your mailThe mail server took it 15:00",
    "15:20A mail to you, againIf it isn't done by then. Then every 20 min, 3 times at most",
    "07:00A mail to you, againWaits for the end of your quiet hours, if it isn't done by then. Then every 20 min, 2 times at most",
  ]);
});

test("a letter that no mail server took is told as kept here", async () => {
  serve({ ...inside, [`GET /reminders/${pill.id}/deliveries`]: page({ ...step, kept: true }) });
  visit(`/reminders/${pill.id}`);
  const ledger = await screen.findByRole("list", { name: "Where this went" });
  expect(ledger.textContent).toBe("15:00A letter, kept hereNo mail server is set up, so it waits among your letters");
});

test("one reminder may be told not to let go, and to be heard when it's quiet", async () => {
  let now = pill as Record<string, unknown>;
  const asked = serve({
    ...inside,
    [`GET /reminders/${pill.id}`]: () => ({ status: 200, body: now }),
    [`PATCH /reminders/${pill.id}`]: (_, body) => ({ status: 200, body: (now = { ...now, ...(body as object) }) }),
  });
  visit(`/reminders/${pill.id}`);
  const choice = await screen.findByRole<HTMLSelectElement>("combobox", { name: "How insistently?" });
  await userEvent.selectOptions(choice, "insistent");
  await waitFor(() => expect(choice.value).toBe("insistent"));
  await userEvent.click(screen.getByRole("checkbox", { name: "Also when it's quiet: this can't wait" }));
  await waitFor(() => expect(asked.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toEqual([{ ladder: insistent }, { urgent: true }]));
});

test("all reminders are listed, the done ones apart, each a tap away from where it went", async () => {
  const milk = { ...pill, id: "0190a000-0000-7000-8000-0000000000d2", text: "Buy milk", state: "done", done_at: at };
  serve({ ...inside, "GET /reminders": ({ url }) => ({ status: 200, body: { items: url.includes("state=done") ? [milk] : [pill], next_cursor: null } }) });
  visit("/reminders");
  const links = await screen.findAllByRole("link", { name: "Take the pill" });
  expect(links.at(-1)?.getAttribute("href")).toBe(`/reminders/${pill.id}`);
  await userEvent.click(screen.getByRole("button", { name: "Done", pressed: false }));
  expect(await screen.findByRole("link", { name: "Buy milk" })).toBeDefined();
  expect(screen.getByText(/^Done Wed 25 Nov, 15:00/)).toBeDefined();
});
