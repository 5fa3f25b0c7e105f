import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const page = (items: unknown[], next_cursor: string | null = null) => ({ items, next_cursor });
const around = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok(page([])),
};
const happened = (id: string, says: string, more: object = {}) => ({
  id,
  at: "2026-11-24T12:00:00Z",
  action: "session.opened",
  says,
  outcome: "done",
  times: 1,
  by: "you",
  address: "198.51.100.7",
  agent: "",
  changes: [],
  ...more,
});
const entry = (id: string, says: string, more: object = {}) => ({
  id,
  at: "2026-11-24T12:00:00Z",
  action: "session.refused",
  says,
  outcome: "refused",
  times: 1,
  user_id: null,
  actor_id: null,
  credential: "system",
  credential_id: null,
  subject_kind: "user",
  subject_id: null,
  address: "198.51.100.7",
  agent: "curl",
  request_id: "request-1",
  detail: {},
  changes: {},
  ...more,
});

const line = async (words: string) => (await screen.findByText(words)).closest("li") as HTMLElement;

/** Answers by the words of the query, so that a test sees what was asked. */
function asking(answer: (query: URLSearchParams) => unknown) {
  const queries: URLSearchParams[] = [];
  const handler = (request: Request) => {
    const query = new URL(request.url).searchParams;
    queries.push(query);
    return { status: 200, body: answer(query) };
  };
  return { queries, handler };
}

test("each line of the history says what happened, who did it and from where", async () => {
  serve({
    ...around,
    "GET /me/history": ok(
      page([
        happened("1", "A try to sign in was refused", { by: "nobody_known", outcome: "refused", times: 12 }),
        happened("2", "E-mail address confirmed", { by: "administrator", address: null }),
        happened("3", "Something shared was looked at", { by: "reader", address: null }),
      ]),
    ),
  });
  visit("/you/history");
  expect((await line("A try to sign in was refused")).textContent).toContain("12 times within a minute");
  expect((await line("A try to sign in was refused")).textContent).toContain("Somebody who wasn't signed in · 198.51.100.7");
  expect((await line("E-mail address confirmed")).textContent).toMatch(/An administrator$/);
  expect((await line("Something shared was looked at")).textContent).toMatch(/Somebody you let look$/);
});

test("what changed is folded away, with both values where they can be shown", async () => {
  const changes = [
    { field: "name", before: "Ana", after: "Rita", shown: true },
    { field: "settings.theme", before: null, after: "dark", shown: true },
    { field: "password", before: null, after: null, shown: false },
    { field: "pet", before: 1, after: 2, shown: true },
    { field: "due_at", before: null, after: "2026-11-27T15:00:00+00:00", shown: true },
    { field: "state", before: "open", after: "done", shown: true },
    { field: "pinned", before: false, after: true, shown: true },
    { field: "title", before: "2026-11-27T15:00 high", after: "high", shown: true },
  ];
  serve({ ...around, "GET /me/history": ok(page([happened("1", "Account details changed", { changes, agent: "A phone" })])) });
  visit("/you/history");
  const row = await line("Account details changed");
  await userEvent.click(within(row).getByText("More"));
  expect(within(row).getAllByRole("listitem").map((one) => one.textContent)).toEqual([
    "Name: Ana, then Rita",
    "Theme: nothing, then dark",
    "Password: changed",
    "pet: 1, then 2",
    expect.stringMatching(/^When: nothing, then Fri 27 Nov, /),
    "State: open, then done",
    "Pinned: no, then yes",
    "Title: 2026-11-27T15:00 high, then high",
    "With: A phone",
  ]);
});

test("the history goes further back, and to everything", async () => {
  const { queries, handler } = asking((query) =>
    query.get("about") === "everything"
      ? page([happened("3", "Task added")])
      : query.get("cursor")
        ? page([happened("2", "Account made")])
        : page([happened("1", "Signed in")], "further"),
  );
  serve({ ...around, "GET /me/history": handler });
  visit("/you/history");
  await screen.findByText("Signed in");
  await userEvent.click(screen.getByRole("button", { name: "Earlier" }));
  await screen.findByText("Account made");
  expect(screen.getByText("Signed in")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Everything I did" }));
  await screen.findByText("Task added");
  expect(screen.queryByText("Signed in")).toBeNull();
  expect(queries.map((query) => [query.get("about"), query.get("cursor")])).toEqual([
    ["account", null],
    ["account", "further"],
    ["everything", null],
  ]);
});

test("a history that didn't load says so and is asked for again", async () => {
  let fails = true;
  serve({ ...around, "GET /me/history": () => (fails ? problem(500, "unforeseen") : { status: 200, body: page([]) }) });
  visit("/you/history");
  await screen.findByText("Your history didn't load");
  fails = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("Nothing yet.");
});

test("the trail is searched by what stands in the address, and the files hold the same", async () => {
  const { queries, handler } = asking(() => page([entry("1", "A try to sign in was refused", { times: 3 })]));
  serve({ ...around, "GET /audit/entries": handler });
  const { router } = visit("/admin/audit?outcome=refused&actor=no-id&from=2026-11-20");
  const row = await line("session.refused");
  expect(row.textContent).toContain("refused 3 times within a minute");
  expect(queries[0]?.get("outcome")).toBe("refused");
  expect(queries[0]?.has("actor")).toBe(false);
  const since = new Date("2026-11-20T00:00").toISOString();
  expect(queries[0]?.get("since")).toBe(since);

  await userEvent.type(screen.getByLabelText("Words in the action or its detail"), "sign in");
  await userEvent.type(screen.getByLabelText("Network address"), "198.51.100.7");
  await userEvent.click(screen.getByRole("button", { name: "Search" }));
  await waitFor(() => expect(queries.at(-1)?.get("q")).toBe("sign in"));
  expect(router.state.location.search).toEqual({ q: "sign in", outcome: "refused", address: "198.51.100.7", from: "2026-11-20" });
  const file = new URL(screen.getByRole("link", { name: "Download as a table (CSV)" }).getAttribute("href") ?? "", "http://here");
  expect(file.pathname).toBe("/api/v1/audit/entries/export");
  expect(Object.fromEntries(file.searchParams)).toEqual({
    q: "sign in",
    outcome: "refused",
    address: "198.51.100.7",
    since,
    format: "csv",
  });

  await userEvent.click(screen.getByRole("button", { name: "Show everything again" }));
  await waitFor(() => expect([...(queries.at(-1)?.keys() ?? [])]).toEqual([]));
});

test("the last day of a search is within it", async () => {
  const { queries, handler } = asking(() => page([]));
  serve({ ...around, "GET /audit/entries": handler });
  visit("/admin/audit?to=2026-11-30");
  await screen.findByText("Nothing that fits.");
  expect(queries[0]?.get("until")).toBe(new Date("2026-12-01T00:00").toISOString());
});

test("an entry tells its detail, and values only where they are plain", async () => {
  const changes = { name: "sealed", time_zone: { before: "a", after: "b" } };
  serve({ ...around, "GET /audit/entries": ok(page([entry("1", "Changed", { changes, detail: { why: "x" } })])) });
  visit("/admin/audit");
  const row = await line("session.refused");
  await userEvent.click(within(row).getByText("Detail", { selector: "summary" }));
  expect(within(row).getByText('name: sealed; time_zone: "a" → "b"')).toBeTruthy();
  expect(within(row).getByText('{"why":"x"}')).toBeTruthy();
  expect(within(row).queryByText("Who did it")).toBeNull();
});

test("a search that found nothing yet looks further back", async () => {
  const { handler } = asking((query) => (query.get("cursor") ? page([entry("1", "Found")]) : page([], "further")));
  serve({ ...around, "GET /audit/entries": handler });
  visit("/admin/audit?q=rare");
  await screen.findByText("Nothing among the newest entries.");
  await userEvent.click(screen.getByRole("button", { name: "Look further back" }));
  await screen.findByText("session.refused");
});

test("who administers nothing is told so and loses nothing", async () => {
  serve({ ...around, "GET /audit/entries": () => problem(403, "not-allowed") });
  visit("/admin/audit");
  await screen.findByText("The trail didn't load");
});

test("who has no second step is told that it is wanting", async () => {
  serve({ ...around, "GET /audit/entries": () => problem(403, "second-factor-needed") });
  visit("/admin/audit");
  await screen.findByText(/^This needs a second step\./);
});

test("only administrators are led to the trail", async () => {
  const rights = { role: "administrator", permissions: [], with_second_factor: ["audit:read:all", "people:read:all"] };
  serve({ ...around, "GET /me": ok({ ...rita, role: "administrator" }), "GET /me/rights": ok(rights) });
  const { unmount } = visit("/you");
  expect((await screen.findByRole("link", { name: "Audit trail of this Cairn" })).getAttribute("href")).toBe("/admin/audit");
  unmount();
  serve(around);
  visit("/you");
  expect((await screen.findByRole("link", { name: "What happened to your account" })).getAttribute("href")).toBe("/you/history");
  expect(screen.queryByRole("link", { name: "Audit trail of this Cairn" })).toBeNull();
});
