import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { boiler, inside, ok } from "../../test/boiler";
import { visit } from "../../test/page";
import { problem, serve } from "../../test/server";

test("how a task comes again stands under it, and is chosen or said", async () => {
  let rrule: string | null = null;
  const asked = serve({
    ...inside,
    "GET /tasks/next": () => ({ status: 200, body: { task: { ...boiler, rrule, after_done: false }, reason: null } }),
    [`PATCH /tasks/${boiler.id}`]: (_, body) => {
      const wanted = body as { rrule?: string; repeats?: string };
      if (wanted.repeats === "now and then") return problem(422, "unreadable_rule");
      rrule = wanted.rrule ?? "FREQ=WEEKLY;BYDAY=MO";
      return { status: 200, body: { ...boiler, rrule, after_done: false } };
    },
  });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Make it come again" }));
  const sheet = within(await screen.findByRole("dialog", { name: "How often?" }));
  await userEvent.type(sheet.getByLabelText("Or in your words"), "now and then{Enter}");
  expect(await sheet.findByText(/I couldn't read that/)).toBeDefined();
  await userEvent.clear(sheet.getByLabelText("Or in your words"));
  await userEvent.type(sheet.getByLabelText("Or in your words"), "mondays{Enter}");
  expect(await screen.findByText("every Monday")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Change how often" }));
  await userEvent.click(await screen.findByRole("button", { name: "every day" }));
  expect(await screen.findByText("every day")).toBeDefined();
  expect(asked.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toEqual([
    { repeats: "now and then", after_done: false, only_this: false },
    { repeats: "mondays", after_done: false, only_this: false },
    { rrule: "FREQ=DAILY", after_done: false, only_this: false },
  ]);
});

test("a task that comes again is changed for this time or from now on, and a time left out by mistake comes back", async () => {
  const bins = { ...boiler, title: "Take out the bins", rrule: "FREQ=WEEKLY;BYDAY=MO", after_done: false, due_at: "2026-11-30T12:00:00Z", due_date_only: true };
  const asked = serve({
    ...inside,
    "GET /tasks/next": ok({ task: bins, reason: null }),
    [`PATCH /tasks/${bins.id}`]: (_, body) => {
      const { only_this } = body as { only_this: boolean };
      return only_this ? { status: 200, body: { ...bins, title: "Bins and boxes" } } : problem(422, "not-on-that-day");
    },
    [`POST /tasks/${bins.id}/skip`]: ok(bins),
    [`POST /tasks/${bins.id}/unskip`]: ok(bins),
  });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Change it" }));
  let sheet = within(await screen.findByRole("dialog", { name: "Change it" }));
  expect(sheet.getByLabelText<HTMLInputElement>("At what time").value).toBe("");
  await userEvent.clear(sheet.getByLabelText("What"));
  await userEvent.type(sheet.getByLabelText("What"), "Bins and boxes");
  await userEvent.clear(sheet.getByLabelText("For which day"));
  await userEvent.click(sheet.getByRole("button", { name: "Save from now on" }));
  expect(sheet.getByText("For which day?")).toBeDefined();
  await userEvent.type(sheet.getByLabelText("For which day"), "2026-12-01");
  await userEvent.click(sheet.getByRole("button", { name: "Save from now on" }));
  expect(await sheet.findByText("not-on-that-day")).toBeDefined();
  await userEvent.click(sheet.getByRole("button", { name: "Save for this time" }));
  expect(await screen.findByText(/^Changed: Bins and boxes\./)).toBeDefined();

  await userEvent.click(screen.getByRole("button", { name: "Change it" }));
  sheet = within(await screen.findByRole("dialog", { name: "Change it" }));
  await userEvent.click(sheet.getByRole("button", { name: "Not this time" }));
  expect(await screen.findByText("Not this time: Take out the bins.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.map(({ path }) => path)).toContain(`/tasks/${bins.id}/unskip`));
  const patches = asked.filter(({ method }) => method === "PATCH").map(({ body }) => body as { title: string; due_date_only: boolean; only_this: boolean });
  expect(patches.map(({ title, due_date_only, only_this }) => [title, due_date_only, only_this])).toEqual([
    ["Bins and boxes", true, false],
    ["Bins and boxes", true, true],
  ]);
});

test("what else a task knows of itself is changed under More, and only what was changed is sent", async () => {
  const asked = serve({ ...inside, [`PATCH /tasks/${boiler.id}`]: ok(boiler) });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Change it" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Change it" }));
  await userEvent.click(sheet.getByText("More"));
  const minutes = sheet.getByLabelText("How long it may take, in minutes");
  await userEvent.clear(minutes);
  await userEvent.type(minutes, "half an hour");
  await userEvent.click(sheet.getByRole("button", { name: "Save" }));
  expect(sheet.getByText("A number of minutes, up to a week.")).toBeDefined();
  await userEvent.clear(minutes);
  await userEvent.type(minutes, "40");
  await userEvent.click(within(sheet.getByRole("group", { name: "How much energy it takes" })).getByRole("button", { name: "Lots" }));
  await userEvent.click(sheet.getByLabelText("It matters, whenever it is for"));
  await userEvent.type(sheet.getByLabelText("Where or with what"), " home ");
  await userEvent.type(sheet.getByLabelText("Project"), "Boiler");
  await userEvent.type(sheet.getByLabelText("Tags"), "photos, heating,, photos");
  await userEvent.type(sheet.getByLabelText("Notes"), "The label, too");
  await userEvent.click(sheet.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(`Changed: ${boiler.title}.`)).toBeDefined();
  const more = { estimate_minutes: 40, energy: "high", important: true, context: "home", project: "Boiler", tags: ["photos", "heating"], notes: "The label, too" };
  expect(asked.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toEqual([{ ...more, only_this: false }]);
});

test("what waits for somebody, or is for someday, goes out of sight with a way back", async () => {
  let task: Record<string, unknown> | null = boiler;
  const asked = serve({
    ...inside,
    "GET /tasks/next": () => ({ status: 200, body: { task, reason: null } }),
    [`PATCH /tasks/${boiler.id}`]: (_, body) => {
      const { someday } = body as { someday: boolean };
      task = someday ? null : boiler;
      return { status: 200, body: { ...boiler, ...(body as object) } };
    },
  });
  visit("/now");
  await userEvent.click(await screen.findByRole("button", { name: "Change it" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Change it" }));
  await userEvent.click(sheet.getByText("More"));
  await userEvent.type(sheet.getByLabelText("Waits for"), "Marta's answer");
  await userEvent.click(sheet.getByLabelText("For someday, not now"));
  await userEvent.click(sheet.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(`Out of the way for now: ${boiler.title}.`)).toBeDefined();
  await waitFor(() => expect(screen.queryByRole("article", { name: boiler.title })).toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("article", { name: boiler.title })).toBeDefined();
  expect(asked.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toEqual([
    { waiting_for: "Marta's answer", someday: true, only_this: false },
    { waiting_for: "", someday: false, only_this: false },
  ]);
});
