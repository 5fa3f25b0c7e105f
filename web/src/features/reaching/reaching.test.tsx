import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import type { Preferences } from "./api";
import { inLines, ladderOf, simply } from "./ladder";

const ok = (body: unknown) => () => ({ status: 200, body });
const usual: Preferences["ladder"] = { rungs: [{ channels: ["page", "email"], after_minutes: 0 }], nag: null };
const insistent: Preferences["ladder"] = { ...usual, nag: { every_minutes: 10, times: null } };
const gentle: Preferences["ladder"] = {
  rungs: [
    { channels: ["page"], after_minutes: 0 },
    { channels: ["email"], after_minutes: 15 },
  ],
  nag: null,
};
const told = {
  preset: "usual",
  ladder: usual,
  presets: { gentle, usual, insistent },
  quiet_hours: null,
  off: [],
  channels: ["page", "email"],
  do_not_disturb_until: null,
  nothing_but_the_page: false,
  mail_stays_here: false,
};
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /notifications/preferences": ok(told),
};

test("what a way of reaching does is told in plain lines", () => {
  expect(inLines(gentle)).toEqual(["At once: in Cairn", "If it isn't done after 15 min: by mail"]);
  expect(inLines(insistent)).toEqual(["At once: in Cairn, by mail", "Then again every 10 min, until it's done"]);
});

test("an own way is made of a few answers, and read as them again", () => {
  for (const answers of [
    { noisy: ["email" as const], after: 15, again: 20, times: 3 },
    { noisy: ["email" as const], after: 0, again: 0, times: 0 },
    { noisy: [], after: 0, again: 0, times: 0 },
  ]) {
    expect(simply(ladderOf(answers))).toEqual(answers);
  }
});

test("a way is chosen with one tap, and everything else stays", async () => {
  const hours = { start: "22:00:00", end: "07:00:00", channels: ["email"] };
  const asked = serve({
    ...inside,
    "GET /notifications/preferences": ok({ ...told, quiet_hours: hours }),
    "PUT /notifications/preferences": ok({ ...told, quiet_hours: hours, preset: "insistent", ladder: insistent }),
  });
  visit("/you/reminders");
  await userEvent.click(await screen.findByRole("radio", { name: "Don't let go" }));
  const lines = await screen.findByRole("list", { name: "What happens when a reminder rings" });
  await waitFor(() => expect(lines.textContent).toContain("Then again every 10 min, until it's done"));
  expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({ preset: "insistent", ladder: null, quiet_hours: hours, off: [] });
});

test("where no mail server is set up, mail is told to wait among the letters", async () => {
  serve({ ...inside, "GET /notifications/preferences": ok({ ...told, mail_stays_here: true }) });
  visit("/you/reminders");
  const link = await screen.findByRole("link", { name: "your letters" });
  expect(link.getAttribute("href")).toBe("/you/letters");
  expect(link.parentElement?.textContent).toBe("No mail server is set up here: what goes by mail waits among your letters.");
});

test("one's own way asks plain questions", async () => {
  const asked = serve({
    ...inside,
    "GET /notifications/preferences": ok({ ...told, preset: "own", ladder: usual }),
    "PUT /notifications/preferences": ok({ ...told, preset: "own", ladder: gentle }),
  });
  visit("/you/reminders");
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "When?" }), "15");
  await waitFor(() => expect(asked.find(({ method }) => method === "PUT")?.body).toMatchObject({ preset: "own", ladder: gentle }));
});

test("one's own way comes again until it's done, or for so many times", async () => {
  const own = { ...insistent, nag: { every_minutes: 10, times: null } };
  const asked = serve({
    ...inside,
    "GET /notifications/preferences": ok({ ...told, preset: "own", ladder: own }),
    "PUT /notifications/preferences": ok({ ...told, preset: "own", ladder: { ...own, nag: { every_minutes: 10, times: 3 } } }),
  });
  visit("/you/reminders");
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "How often again?" }), "3 times");
  expect(await screen.findByText("Then again every 10 min, 3 times")).toBeDefined();
  expect(asked.find(({ method }) => method === "PUT")?.body).toMatchObject({ ladder: { nag: { every_minutes: 10, times: 3 } } });
  expect(inLines({ ...own, nag: { every_minutes: 10, times: 1 } }).at(-1)).toBe("Then once more after 10 min");
});

test("do not disturb begins with one tap and ends with another", async () => {
  const until = new Date(Date.now() + 2 * 60 * 60_000).toISOString();
  const asked = serve({
    ...inside,
    "PUT /notifications/do-not-disturb": ok({ ...told, do_not_disturb_until: until }),
    "DELETE /notifications/do-not-disturb": ok(told),
  });
  visit("/you/reminders");
  await userEvent.click(await screen.findByRole("button", { name: /^2 h/ }));
  expect(await screen.findByText(/Nothing makes a noise until/)).toBeDefined();
  const body = asked.find(({ path }) => path.endsWith("/do-not-disturb"))?.body as { until: string };
  expect((Date.parse(body.until) - Date.now()) / 60_000).toBeCloseTo(120, -0.5);
  await userEvent.click(screen.getByRole("button", { name: "You can reach me again" }));
  expect(await screen.findByText("You can be reached just now.")).toBeDefined();
});

test("quiet hours are two times, and not the same", async () => {
  const asked = serve({ ...inside, "PUT /notifications/preferences": ok({ ...told, quiet_hours: { start: "22:00:00", end: "07:00:00", channels: ["email"] } }) });
  visit("/you/reminders");
  const form = await screen.findByRole("form", { name: "Quiet hours" });
  await userEvent.clear(within(form).getByLabelText("To"));
  await userEvent.type(within(form).getByLabelText("To"), "22:00");
  expect((await within(form).findByRole("alert")).textContent).toBe("Choose two different times.");
  await userEvent.clear(within(form).getByLabelText("To"));
  await userEvent.type(within(form).getByLabelText("To"), "07:00");
  await userEvent.click(within(form).getByRole("button", { name: "Keep these hours quiet" }));
  expect(await screen.findByText(/Quiet every day from 22:00 to 07:00/)).toBeDefined();
  expect(asked.find(({ method }) => method === "PUT")?.body).toMatchObject({ quiet_hours: { start: "22:00", end: "07:00" } });
});

test("a change that didn't go through leaves everything as it was and says so", async () => {
  serve({ ...inside, "PUT /notifications/preferences": () => problem(503, "unavailable") });
  visit("/you/reminders");
  await userEvent.click(await screen.findByRole("radio", { name: "Gentle" }));
  expect((await screen.findByRole("alert")).textContent).toBe("That didn't go through just now. It is as it was.");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "As usual" }).checked).toBe(true);
});
