import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown, status = 200) => () => ({ status, body });
const list = (...items: object[]) => ok({ items, next_cursor: null });
const bowl = {
  id: "p1",
  version: 2,
  cue: { kind: "arrival", place: "home" },
  cue_words: "When you get to: home",
  deed: "Put the keys in the bowl",
  due_at: null,
  next_words: null,
  heard_at: null,
  paused_at: null,
  created_at: "2026-11-20T08:00:00Z",
  last: null,
};
const url = "https://cairn.example/api/v1/hooks/plans/p1?key=abc";
const inside = { "GET /me": ok(rita) };

test("a plan is made, and the address for the phone is shown once", async () => {
  const asked = serve({ ...inside, "GET /plans": list(bowl), "POST /plans": ok({ ...bowl, hook_url: url }, 201) });
  visit("/plans");
  await userEvent.click(await screen.findByRole("button", { name: "New plan" }));
  await userEvent.type(screen.getByLabelText("Where"), "home");
  await userEvent.type(screen.getByLabelText("… then I"), "Put the keys in the bowl");
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(await screen.findByDisplayValue(url)).toBeDefined();
  expect(asked.find(({ path, method }) => path === "/plans" && method === "POST")?.body).toEqual({
    cue: { kind: "arrival", place: "home" },
    deed: "Put the keys in the bowl",
  });
  await userEvent.click(screen.getByRole("button", { name: "I have it" }));
  expect(screen.queryByDisplayValue(url)).toBeNull();
  expect(screen.getByText(/Your phone hasn't called yet/)).toBeDefined();
});

test("a word that is taken keeps what was typed", async () => {
  serve({ ...inside, "GET /plans": list(), "POST /plans": () => problem(422, "word-taken") });
  visit("/plans");
  await userEvent.click(await screen.findByRole("button", { name: "New plan" }));
  await userEvent.selectOptions(screen.getByLabelText("When …"), "I write a word of mine");
  await userEvent.type(screen.getByLabelText("Your word"), "done");
  await userEvent.type(screen.getByLabelText("… then I"), "breathe");
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect((await screen.findByRole("alert")).textContent).toContain("means something in the conversation already");
  expect(screen.getByDisplayValue("done")).toBeDefined();
  expect(screen.getByDisplayValue("breathe")).toBeDefined();
});

test("what began lately is asked about, and what is long ago is not", async () => {
  const last = { id: "b1", plan_id: "p1", began_at: new Date().toISOString(), answer: null, answered_at: null };
  const old = { ...bowl, id: "p2", deed: "Stretch", last: { ...last, id: "b2", plan_id: "p2", began_at: "2026-01-01T08:00:00Z" } };
  const asked = serve({
    ...inside,
    "GET /plans": list({ ...bowl, last }, old),
    "PATCH /plans/p1/beginnings/b1": ok({ ...last, answer: "not_this_time" }),
  });
  visit("/plans");
  await userEvent.click(await screen.findByRole("button", { name: "Not this time Put the keys in the bowl" }));
  expect(screen.queryByRole("button", { name: "Did it Stretch" })).toBeNull();
  expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({ answer: "not_this_time" });
});
