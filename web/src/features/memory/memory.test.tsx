import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const key = { id: "k1", text: "The spare key is in the blue tin", occurred_at: "2026-11-24T17:42:00Z", speaker: "me", kind: "note" };
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  "GET /memories": ok({ items: [key], next_cursor: null }),
};
const found = (...items: unknown[]) => ({ "POST /memories/search": ok({ items }) });

test("what was said is listed as quotes with who and when", async () => {
  serve(inside);
  visit("/memory");
  const quote = await screen.findByText(`“${key.text}”`, { selector: "blockquote" });
  expect(quote.closest("figure")?.textContent).toContain("You told me, Tue 24 Nov 2026, 17:42");
});

test("a search answers with quotes and says why each was found", async () => {
  const asked = serve({ ...inside, ...found({ memory: key, score: 1, why: "It has the word key.", weak: false }) });
  const { router } = visit("/memory");
  await userEvent.type(await screen.findByLabelText("Search your memory"), "key{Enter}");
  expect(await screen.findByText("It has the word key.")).toBeDefined();
  expect(screen.getByText("What I have about “key”:").getAttribute("role")).toBe("status");
  expect(router.state.location.search).toEqual({ q: "key" });
  expect(asked.find(({ path }) => path === "/memories/search")?.body).toMatchObject({ query: "key", limit: 10 });
});

test("weak evidence is no answer", async () => {
  serve({ ...inside, ...found({ memory: key, score: 0.1, why: "", weak: true }) });
  visit("/memory?q=zeppelin");
  expect(await screen.findByText("I don't have that. Other words may find it.")).toBeDefined();
  expect(screen.queryByText(`“${key.text}”`)).toBeNull();
});

test("forgetting is asked about once, and keeps it when the person says so", async () => {
  const asked = serve({ ...inside, "DELETE /memories/k1": () => ({ status: 204 }) });
  visit("/memory");
  await userEvent.click(await screen.findByRole("button", { name: /^Forget/ }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked.some(({ method }) => method === "DELETE")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: /^Forget/ }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Forget it" }));
  await waitFor(() => expect(asked.filter(({ method }) => method === "DELETE")).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("an empty memory is one sentence and an example", async () => {
  serve({ ...inside, "GET /memories": ok({ items: [], next_cursor: null }) });
  visit("/memory");
  expect(await screen.findByText("Whatever you tell me is kept here, in your own words.")).toBeDefined();
});

test("when memory doesn't open, it says what is safe", async () => {
  serve({ ...inside, "GET /memories": () => problem(503, "unavailable") });
  visit("/memory");
  expect((await screen.findByRole("alert")).textContent).toContain("Everything you told me is safe.");
});
