import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const refused = () => problem(403, "not-allowed");
const present = { counted: true, shared: false, policies: [{ name: "burst", plan: null, quota: 100, seconds: 60 }, { name: "day", plan: "user", quota: 20_000, seconds: 86_400 }, { name: "day", plan: "premium", quota: 100_000, seconds: 86_400 }] };
const violation = {
  id: "v1",
  policy: "sign-in",
  user_id: null,
  network: "203.0.113.7/32",
  began_at: "2026-11-26T09:00:00Z",
  last_at: "2026-11-26T09:12:00Z",
  refused: 3,
};
const inside = {
  "GET /me": ok({ ...rita, role: "administrator" }),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /admin/limits": ok(present),
};

test("an administrator sees the limits and where they were reached", async () => {
  serve({ ...inside, "GET /admin/limits/violations": ok({ items: [violation], next_cursor: null }) });
  visit("/admin/limits");
  expect((await screen.findByText(/100 requests in a minute/)).closest("li")?.textContent).toBe("One person, within a minute: 100 requests in a minute");
  expect(screen.getByText(/20,000 requests in a day/)).toBeDefined();
  expect(await screen.findByRole("heading", { name: "Tries to sign in" })).toBeDefined();
  expect(screen.getByText("3 requests had to wait")).toBeDefined();
  expect(screen.getByText("From 203.0.113.7/32")).toBeDefined();
});

test("earlier ones come when they are asked for", async () => {
  const older = { ...violation, id: "v2", policy: "burst", refused: 1 };
  const asked = serve({
    ...inside,
    "GET /admin/limits/violations": ({ url }) => ({
      status: 200,
      body: url.includes("cursor=older") ? { items: [older], next_cursor: null } : { items: [violation], next_cursor: "older" },
    }),
  });
  visit("/admin/limits");
  await userEvent.click(await screen.findByRole("button", { name: "Earlier ones" }));
  expect(await screen.findByText("1 request had to wait")).toBeDefined();
  expect(asked.length).toBeGreaterThan(2);
});

test("nowhere is said as what it is", async () => {
  serve({ ...inside, "GET /admin/limits/violations": ok({ items: [], next_cursor: null }) });
  visit("/admin/limits");
  expect(await screen.findByText("Nowhere, in all this time.")).toBeDefined();
});

test("who looks after nothing here is told so", async () => {
  serve({ ...inside, "GET /me": ok(rita), "GET /admin/limits": refused, "GET /admin/limits/violations": refused });
  visit("/admin/limits");
  expect(await screen.findByText("This page is for administrators")).toBeDefined();
});

const asleep = () => problem(403, "second-factor-needed");

test("an administrator without a second step is told that it is wanting", async () => {
  serve({ ...inside, "GET /admin/limits": asleep, "GET /admin/limits/violations": asleep });
  visit("/admin/limits");
  expect(await screen.findByText(/^This needs a second step\./)).toBeDefined();
});
