import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { setOnline } from "../../shared/connection";
import { closeToast } from "../../shared/ui";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const page = (...items: unknown[]) => ok({ items, next_cursor: null });
const key = {
  id: "k1",
  text: "The spare key is in the blue tin",
  occurred_at: "2026-11-24T17:42:00Z",
  speaker: "me",
  kind: "note",
  conversation: "talk",
  source_ref: "message:m1",
  pinned_at: null,
  set_aside_at: null,
  closed_at: null,
};
const tin = { ...key, id: "k2", text: "The tin is on the shelf" };
const hit = (memory: object, more: object = {}) => ({ memory, score: 1, why: "", weak: false, facts: [], replaces: [], neighbours: [], ...more });
const status = { total: 2, pending: 0, vectors: 0, tokens: 0, unread: 0, model: null };
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": page(),
  "GET /memories": page(key),
  "GET /memories/status": ok(status),
  "GET /contradictions": page(),
};
const found = (...items: unknown[]) => ({ "POST /memories/search": ok({ items }) });
const fact = {
  id: "f1",
  subject: "me",
  relation: "lives_in",
  value: "Lisbon",
  source: "grammar",
  closed: null,
  valid_from: "2026-11-03T09:00:00Z",
  valid_to: null,
};
const before = { ...fact, id: "f0", value: "Braga", closed: "superseded", valid_from: "2024-03-03T09:00:00Z", valid_to: "2026-11-03T09:00:00Z" };
const detail = (one: typeof fact | typeof before, quote: string) => ({
  fact: one,
  history: [before, fact],
  tellings: [{ memory_id: "k1", quote, said_at: one.valid_from, at: one.valid_from, confidence: 0.9, source: "grammar" }],
});

afterEach(() => {
  for (const id of ["k1", "settled", "forgotten"]) closeToast(id);
});

test("what was said is listed as quotes with who and when", async () => {
  serve(inside);
  visit("/memory");
  const quote = await screen.findByText(`“${key.text}”`, { selector: "blockquote" });
  expect(quote.closest("figure")?.textContent).toContain("You told me, Tue 24 Nov 2026, 17:42");
});

test("a search answers with quotes and says why each was found", async () => {
  const asked = serve({ ...inside, ...found(hit(key, { why: "It has the word key." })) });
  const { router } = visit("/memory");
  await userEvent.type(await screen.findByLabelText("Search your memory"), "key{Enter}");
  expect(await screen.findByText("It has the word key.")).toBeDefined();
  expect(screen.getByText("What I have about “key”:").getAttribute("role")).toBe("status");
  expect(router.state.location.search).toEqual({ q: "key" });
  expect(asked.find(({ path }) => path === "/memories/search")?.body).toMatchObject({ query: "key", limit: 10, include_closed: false });
});

test("a hit says from when to when it is true, and what it replaced", async () => {
  const known = { fact_id: "f1", subject: "me", relation: "lives_in", value: "Lisbon", valid_from: fact.valid_from, valid_to: null };
  serve({ ...inside, ...found(hit(key, { facts: [known], replaces: ["k0"] })), "GET /memories/k0": ok({ ...key, id: "k0", text: "The key is under the mat" }) });
  visit("/memory?q=key");
  expect(await screen.findByText("True from 3 Nov 2026")).toBeDefined();
  expect(await screen.findByText("Before: “The key is under the mat”")).toBeDefined();
});

test("weak evidence is no answer", async () => {
  serve({ ...inside, ...found(hit(key, { score: 0.1, weak: true })) });
  visit("/memory?q=zeppelin");
  expect(await screen.findByText("I don't have that. Other words may find it.")).toBeDefined();
  expect(screen.queryByText(`“${key.text}”`)).toBeNull();
});

test("what is no longer true is looked for when asked", async () => {
  const asked = serve({ ...inside, ...found(hit({ ...key, closed_at: "2026-11-25T09:00:00Z" })) });
  visit("/memory?q=key");
  await userEvent.click(await screen.findByText("Everything, from any time"));
  await userEvent.click(screen.getByRole("checkbox", { name: "Also what is no longer true" }));
  await waitFor(() => expect(asked.findLast(({ path }) => path === "/memories/search")?.body).toMatchObject({ include_closed: true }));
  expect(await screen.findByText("True until 25 Nov 2026")).toBeDefined();
});

test("a kind and a time narrow what is listed, and the line says so", async () => {
  const queries: URLSearchParams[] = [];
  const listed = (request: Request) => {
    queries.push(new URL(request.url).searchParams);
    return { status: 200, body: { items: [key], next_cursor: null } };
  };
  serve({ ...inside, "GET /memories": listed });
  visit("/memory");
  await userEvent.click(await screen.findByText("Everything, from any time"));
  await userEvent.click(screen.getByRole("button", { name: "Notes" }));
  await userEvent.click(screen.getByRole("button", { name: "Last 7 days" }));
  expect(await screen.findByText("Notes, Last 7 days")).toBeDefined();
  expect(screen.getByRole("button", { name: "Notes" }).getAttribute("aria-pressed")).toBe("true");
  await waitFor(() => expect(queries.at(-1)?.get("from")).toBeTruthy());
  expect(queries.at(-1)?.get("kind")).toBe("note");
});

test("pinning shows at once, and unpinning is the way back", async () => {
  let memory: object = key;
  const patch = (_: Request, body: unknown) => {
    const { pinned } = body as { pinned: boolean };
    memory = { ...key, pinned_at: pinned ? "2026-11-26T11:40:00Z" : null };
    return { status: 200, body: memory };
  };
  serve({ ...inside, "GET /memories": () => ({ status: 200, body: { items: [memory], next_cursor: null } }), "PATCH /memories/k1": patch });
  visit("/memory");
  await userEvent.click(await screen.findByRole("button", { name: /^Pin / }));
  expect(await screen.findByText("Pinned", { selector: "p" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: /^Unpin / }));
  expect(await screen.findByRole("button", { name: /^Pin / })).toBeDefined();
});

test("what is corrected can be put back", async () => {
  const asked = serve({ ...inside, "PATCH /memories/k1": ok(key) });
  visit("/memory");
  await userEvent.click(await screen.findByRole("button", { name: /^Correct/ }));
  const box = screen.getByLabelText("What should it say?");
  expect(document.activeElement).toBe(box);
  await userEvent.clear(box);
  await userEvent.type(box, "The spare key is in the red tin");
  await userEvent.click(within(box.closest("form") as HTMLElement).getByRole("button", { name: "Save" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toEqual([{ text: "The spare key is in the red tin" }, { text: key.text }]));
});

test("Escape leaves the words as they were, and the focus where it came from", async () => {
  const asked = serve(inside);
  visit("/memory");
  await userEvent.click(await screen.findByRole("button", { name: /^Correct/ }));
  await userEvent.keyboard(" nonsense{Escape}");
  expect(document.activeElement).toBe(await screen.findByRole("button", { name: /^Correct/ }));
  expect(asked.some(({ method }) => method === "PATCH")).toBe(false);
});

test("what is set aside can be taken back in", async () => {
  let items = [key, tin];
  const patch = (_: Request, body: unknown) => {
    items = (body as { set_aside: boolean }).set_aside ? [tin] : [key, tin];
    return { status: 200, body: key };
  };
  serve({ ...inside, "GET /memories": () => ({ status: 200, body: { items, next_cursor: null } }), "PATCH /memories/k1": patch });
  visit("/memory");
  await userEvent.click((await screen.findAllByRole("button", { name: /^Set aside “/ }))[0] as HTMLElement);
  await waitFor(() => expect(screen.queryByText(`“${key.text}”`, { selector: "blockquote" })).toBeNull());
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText(`“${key.text}”`, { selector: "blockquote" })).toBeDefined();
});

test("a change that fails says that nothing changed", async () => {
  serve({ ...inside, "PATCH /memories/k1": () => problem(503, "unavailable") });
  visit("/memory");
  await userEvent.click(await screen.findByRole("button", { name: /^Pin / }));
  expect((await screen.findByRole("alert")).textContent).toBe("That didn't work just now. It is as it was.");
});

test("forgetting is asked about once, and keeps it when the person says so", async () => {
  const asked = serve({ ...inside, "DELETE /memories/k1": () => ({ status: 204 }) });
  visit("/memory");
  await userEvent.click(await screen.findByRole("button", { name: /^Forget “/ }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/^What stays: your reminders/)).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked.some(({ method }) => method === "DELETE")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: /^Forget “/ }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Forget it" }));
  await waitFor(() => expect(asked.filter(({ method }) => method === "DELETE")).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test.each([
  ["The 2 you ticked", { ids: ["k1", "k2"] }],
  ["All of the conversation it was said in", { conversation: "talk" }],
  ["Everything you said in the chat", { source: "message:" }],
  ["Everything I remember", { everything: true }],
])("of many, %s go after two steps", async (name, body) => {
  const asked = serve({ ...inside, "GET /memories": page(key, tin), "POST /memories/forget": ok({ forgotten: 2 }) });
  visit("/memory");
  await userEvent.click(await screen.findByRole("button", { name: "Forget several" }));
  for (const box of screen.getAllByRole("checkbox")) await userEvent.click(box);
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  const first = within(await screen.findByRole("dialog"));
  await userEvent.click(first.getByRole("radio", { name }));
  await userEvent.click(first.getByRole("button", { name: "Go on" }));
  expect(asked.some(({ path }) => path === "/memories/forget")).toBe(false);
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Forget all of it" }));
  await waitFor(() => expect(asked.find(({ path }) => path === "/memories/forget")?.body).toEqual(body));
  expect(await screen.findByText("2 memories are forgotten.")).toBeDefined();
});

test("while memories wait to be read, one line says so", async () => {
  serve({ ...inside, "GET /memories/status": ok({ ...status, pending: 12 }) });
  visit("/memory");
  expect(await screen.findByText("12 are still being read; words find them already.")).toBeDefined();
});

test("of two that can't both be right the person says which", async () => {
  const asked = serve({
    ...inside,
    "GET /contradictions": page({ id: "q1", fact: before, other: fact, found_at: "2026-11-26T11:40:00Z" }),
    "GET /facts/f0": ok(detail(before, "I live in Braga")),
    "GET /facts/f1": ok(detail(fact, "I live in Lisbon")),
    "POST /contradictions/q1/settle": () => ({ status: 204 }),
    "POST /contradictions/q1/reopen": () => ({ status: 204 }),
  });
  visit("/memory");
  const card = within(await screen.findByRole("region", { name: "Which is right?" }));
  expect(await card.findByText(/“I live in Braga”/)).toBeDefined();
  await userEvent.click(await card.findByRole("button", { name: /Lisbon/ }));
  await waitFor(() => expect(asked.find(({ path }) => path === "/contradictions/q1/settle")?.body).toEqual({ keep: "f1" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.some(({ path }) => path === "/contradictions/q1/reopen")).toBe(true));
});

test("why it is thought so: the words, what is known from them with its history, and what was said around", async () => {
  serve({
    ...inside,
    "GET /memories/k1": ok(key),
    "GET /facts": page(fact),
    "GET /facts/f1": ok(detail(fact, "I live in Lisbon")),
    "GET /memories/k1/around": ok({ items: [tin] }),
  });
  visit("/memory/k1");
  expect(await screen.findByText(`“${tin.text}”`)).toBeDefined();
  const known = within(screen.getByRole("region", { name: "What I know from it" }));
  expect((await known.findByText("Home:")).closest("li")?.textContent).toContain("Lisbon");
  await userEvent.click(known.getByRole("button", { name: "History Lisbon" }));
  expect(await known.findByText(/Braga · True from 3 Mar 2024 to 3 Nov 2026/)).toBeDefined();
});

test("what was forgotten says so when it is asked for", async () => {
  serve(inside);
  visit("/memory/k9");
  expect(await screen.findByText("This is forgotten. Nothing of it is kept.")).toBeDefined();
});

test("an empty memory is one sentence and an example", async () => {
  serve({ ...inside, "GET /memories": page() });
  visit("/memory");
  expect(await screen.findByText("Whatever you tell me is kept here, in your own words.")).toBeDefined();
});

test("when memory doesn't open, it says what is safe", async () => {
  serve({ ...inside, "GET /memories": () => problem(503, "unavailable") });
  visit("/memory");
  expect((await screen.findByRole("alert")).textContent).toContain("Everything you told me is safe.");
});

test("without a connection it says what waits for one", async () => {
  serve(inside);
  visit("/memory");
  await screen.findByText(`“${key.text}”`, { selector: "blockquote" });
  act(() => setOnline(false));
  expect(screen.getByText(/^You're offline\. What is here can be read/).getAttribute("role")).toBe("status");
  act(() => setOnline(true));
  expect(screen.queryByText(/^You're offline/)).toBeNull();
});
