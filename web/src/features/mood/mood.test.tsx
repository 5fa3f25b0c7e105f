import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const entry = { id: "m1", version: 1, mood: null, energy: "low", note: "", at: "2026-11-26T09:00:00Z", created_at: "2026-11-26T09:00:00Z" };
const share = { low: 0, medium: 0, high: 0, enough: false };
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /mood": ok({ items: [], next_cursor: null }),
  "GET /mood/lately": ok({ energy: null, said_at: null, until: null, entry_id: null }),
  "GET /mood/picture": ok({ since: "", parts: [], good_time: null, slow_time: null, sentence: "" }),
};

test("two taps are one entry, and can be taken back", async () => {
  const asked = serve({
    ...inside,
    "POST /mood": () => ({ status: 201, body: entry }),
    "PATCH /mood/m1": () => ({ status: 200, body: { ...entry, mood: "flat" } }),
    "DELETE /mood/m1": () => ({ status: 204 }),
  });
  visit("/mood");
  await userEvent.click(await screen.findByRole("button", { name: "Low" }));
  expect(await screen.findByText("Noted: energy: low.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Flat" }));
  expect(await screen.findByText("Noted: Flat, energy: low.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Flat" }).getAttribute("aria-pressed")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  const changes = asked.filter(({ method }) => method !== "GET").map(({ method, path, body }) => [method, path, body]);
  expect(changes).toEqual([
    ["POST", "/mood", { note: "", energy: "low" }],
    ["PATCH", "/mood/m1", { energy: "low", mood: "flat" }],
    ["DELETE", "/mood/m1", undefined],
  ]);
});

test("a second tap while the first is on its way goes after it, into the same entry", async () => {
  const held: (() => void)[] = [];
  const asked = serve({
    ...inside,
    "POST /mood": async () => {
      await new Promise<void>((resolve) => held.push(resolve));
      return { status: 201, body: entry };
    },
    "PATCH /mood/m1": () => ({ status: 200, body: { ...entry, mood: "flat" } }),
  });
  visit("/mood");
  await userEvent.click(await screen.findByRole("button", { name: "Low" }));
  await userEvent.click(screen.getByRole("button", { name: "Flat" }));
  held.forEach((arrive) => arrive());
  expect(await screen.findByText("Noted: Flat, energy: low.")).toBeDefined();
  const changes = asked.filter(({ method }) => method !== "GET").map(({ method, path, body }) => [method, path, body]);
  expect(changes).toEqual([
    ["POST", "/mood", { note: "", energy: "low" }],
    ["PATCH", "/mood/m1", { energy: "low", mood: "flat" }],
  ]);
});

test("the last weeks are told only where there is enough to tell", async () => {
  const parts = [
    { part: "morning", low: 0, medium: 0.2, high: 0.8, enough: true },
    ...["afternoon", "evening", "night"].map((part) => ({ ...share, part })),
  ];
  serve({ ...inside, "GET /mood/picture": ok({ since: "", parts, good_time: "morning", slow_time: null, sentence: "Mornings are your good time." }) });
  visit("/mood");
  const weeks = await screen.findByRole("region", { name: "The last four weeks" });
  expect(within(weeks).getByText("Mornings are your good time.")).toBeDefined();
  expect(within(weeks).getByRole("img").getAttribute("aria-label")).toBe("Morning: mostly lots, 80% of the days");
  expect(within(weeks).getAllByText("Too little said to tell")).toHaveLength(3);
});

test("what was said can be changed and removed", async () => {
  const asked = serve({
    ...inside,
    "GET /mood": ok({ items: [{ ...entry, note: "Slept badly" }], next_cursor: null }),
    "PATCH /mood/m1": () => ({ status: 200, body: entry }),
    "DELETE /mood/m1": () => ({ status: 204 }),
  });
  visit("/mood");
  const line = (await screen.findByText("Slept badly")).closest("li");
  if (!line) throw new Error("no line");
  await userEvent.click(within(line).getByRole("button", { name: /Change/ }));
  await userEvent.click(within(line).getByRole("button", { name: "Lots" }));
  await userEvent.click(within(line).getByRole("button", { name: /Remove/ }));
  expect(asked.filter(({ method }) => method !== "GET").map(({ method, body }) => [method, body])).toEqual([
    ["PATCH", { energy: "high" }],
    ["DELETE", undefined],
  ]);
});
