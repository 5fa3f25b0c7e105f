import { act, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { dispatch } from "../api/events";
import { rita, visit } from "../test/page";
import { problem, serve } from "../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });

let signedIn = true;
const inside = {
  "GET /me": () => (signedIn ? { status: 200, body: rita } : problem(401, "not-signed-in")),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /tasks/next": ok({ task: null, reason: null }),
};

beforeEach(() => {
  localStorage.clear();
  signedIn = true;
});

test("the end of another session is no reason to ask who this is, the end of this one leads to the sign-in page", async () => {
  const asked = serve(inside);
  visit("/now");
  await screen.findByRole("heading", { level: 1 });
  const before = asked.filter(({ path }) => path === "/me").length;

  signedIn = false; // as for a question that goes out with the cookie from before
  act(() => dispatch({ id: "1", kind: "session.ended", data: { session_id: "another" } }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked.filter(({ path }) => path === "/me")).toHaveLength(before);

  act(() => dispatch({ id: "2", kind: "session.ended", data: { session_id: "this", here: true } }));
  expect(await screen.findByRole("heading", { name: "Come on in" })).toBeDefined();
});
