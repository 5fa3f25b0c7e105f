import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const day = { day: "2026-11-26", requests: 3, tokens_read: 1_200, tokens_written: 34, cost_micros: 2_500, millis: 900 };
const usage = {
  configured: true,
  today: day,
  limits: { requests: 500, tokens: 1_000_000, cost_micros: 0, millis: 7_200_000 },
  currency: "USD",
  again_at: null,
};
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /assistant/usage": ok(usage),
  "GET /assistant/usage/days": ok({ items: [], next_cursor: null }),
};

test("what today took is told with what a day has", async () => {
  serve(inside);
  visit("/you/model");
  expect(await screen.findByText("3 requests, 1,234 tokens, $0.0025")).toBeDefined();
  expect(screen.getByText(/A day has 500 requests/).textContent).toContain("It has 1,000,000 tokens.");
  expect(screen.getByText(/A day has 500 requests/).textContent).toContain("It may work for 2 h.");
  expect(screen.queryByText(/It may cost/)).toBeNull();
  expect(await screen.findByText("Nothing was asked of it in all this time.")).toBeDefined();
});

test("a day that is used up says when it begins again", async () => {
  serve({ ...inside, "GET /assistant/usage": ok({ ...usage, again_at: "2026-11-27T00:00:00Z" }) });
  visit("/you/model");
  expect((await screen.findByText(/It is used up for today/)).textContent).toContain("Everything else works as always.");
});

test("earlier days come when they are asked for", async () => {
  const older = { ...day, day: "2026-11-02", requests: 1, cost_micros: 0 };
  serve({
    ...inside,
    "GET /assistant/usage/days": ({ url }) => ({
      status: 200,
      body: url.includes("cursor=older") ? { items: [older], next_cursor: null } : { items: [day], next_cursor: "older" },
    }),
  });
  visit("/you/model");
  await userEvent.click(await screen.findByRole("button", { name: "Earlier ones" }));
  expect((await screen.findByText("Mon 2 Nov")).closest("li")?.textContent).toContain("1 request, 1,234 tokens");
});

test("without a model it says that none is needed", async () => {
  serve({ ...inside, "GET /assistant/usage": ok({ ...usage, configured: false }) });
  visit("/you/model");
  expect(await screen.findByText("There is no language model here. Cairn understands you without one.")).toBeDefined();
  expect(screen.queryByText("The last 30 days")).toBeNull();
});
