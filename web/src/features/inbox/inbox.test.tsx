import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown, status = 200) => () => ({ status, body });
const list = (...items: object[]) => ok({ items, next_cursor: null });
const bike = { id: "m1", text: "idea: red bike", occurred_at: "2026-11-26T09:00:00Z" };
const bench = { id: "m2", text: "a bench in the garden", occurred_at: "2026-11-25T09:00:00Z" };
const inside = { "GET /me": ok(rita) };

test("one thought at a time goes onto the list, and comes back", async () => {
  let waiting = [bike, bench];
  const asked = serve({
    ...inside,
    "GET /inbox": () => ({ status: 200, body: { items: waiting, next_cursor: null } }),
    "POST /inbox/m1/sort": () => {
      waiting = [bench];
      return { status: 200, body: { memory_id: "m1", became: "task", task_id: "t1" } };
    },
    "POST /inbox/m1/unsort": () => {
      waiting = [bike, bench];
      return { status: 200, body: bike };
    },
  });
  visit("/inbox");
  expect(await screen.findByRole("article", { name: "idea: red bike" })).toBeDefined();
  expect(screen.queryByText("a bench in the garden")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Onto my list" }));
  expect(await screen.findByRole("article", { name: "a bench in the garden" })).toBeDefined();
  expect(asked.find(({ path }) => path === "/inbox/m1/sort")?.body).toEqual({ becomes: "task" });
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("article", { name: "idea: red bike" })).toBeDefined();
  expect(asked.find(({ path }) => path === "/inbox/m1/unsort")?.body).toEqual({ task_id: "t1" });
});

test("what is left is here next time, and nothing is asked", async () => {
  const asked = serve({ ...inside, "GET /inbox": list(bike) });
  visit("/inbox");
  await userEvent.click(await screen.findByRole("button", { name: "Not now" }));
  expect(await screen.findByText(/here next time/)).toBeDefined();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

test("what didn't go through stays where it is, and is said of it alone", async () => {
  serve({ ...inside, "GET /inbox": list(bike, bench), "POST /inbox/m1/sort": () => problem(503, "unavailable") });
  visit("/inbox");
  await userEvent.click(await screen.findByRole("button", { name: "Let it go" }));
  expect(await screen.findByRole("alert")).toBeDefined();
  expect(screen.getByRole("article", { name: "idea: red bike" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Not now" }));
  expect(await screen.findByRole("article", { name: "a bench in the garden" })).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("an empty inbox says so", async () => {
  serve({ ...inside, "GET /inbox": list() });
  visit("/inbox");
  expect(await screen.findByText(/Nothing waits here/)).toBeDefined();
});
