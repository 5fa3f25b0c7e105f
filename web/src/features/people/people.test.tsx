import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

type Routes = Parameters<typeof serve>[0];

const eva = { ...rita, email: "eva@example.org", name: "Eva", role: "administrator" };
const ana = {
  id: "0190a000-0000-7000-8000-0000000000aa",
  email: "ana@example.org",
  role: "user",
  status: "active",
  created_at: "2026-11-01T09:00:00Z",
  last_seen_at: "2026-11-24T09:00:00Z",
  suspended_at: null,
  why: null,
};
const herPage = `/admin/people/${ana.id}`;
const kinds = { kinds: [{ kind: "tasks", says: "See your tasks." }, { kind: "memories", says: "Read what you said." }] };
const ok = (body: unknown) => () => ({ status: 200, body });

function asAdministrator(routes: Routes = {}, permissions = ["people:read:all", "people:write:all"]) {
  return serve({
    "GET /me": ok(eva),
    "GET /me/rights": ok({ role: eva.role, permissions, with_second_factor: [] }),
    "GET /admin/people": ok({ items: [ana], next_cursor: null }),
    [`GET ${herPage}`]: ok(ana),
    "GET /me/shares/kinds": ok(kinds),
    ...routes,
  });
}

function asPerson(routes: Routes = {}) {
  return serve({
    "GET /me": ok({ ...rita, role: "user" }),
    "GET /me/shares": ok({ items: [], next_cursor: null }),
    "GET /me/shares/kinds": ok(kinds),
    "GET /me/shares/looks": ok({ items: [], next_cursor: null }),
    "GET /me/support-requests": ok({ items: [], next_cursor: null }),
    ...routes,
  });
}

test("who looks after nobody finds no way to people, and their page doesn't ask", async () => {
  const asked = asPerson();
  visit("/you/shares");
  await screen.findByRole("heading", { level: 1, name: "Who may see my things" });
  expect(screen.queryByRole("link", { name: "People" })).toBeNull();
  expect(asked.some((request) => request.path === "/me/rights")).toBe(false);
});

test("an administrator finds people by the whole address, role and standing", async () => {
  const asked = asAdministrator();
  visit("/admin/people");
  expect(await screen.findByRole("link", { name: "ana@example.org" })).toBeDefined();
  expect(screen.getByRole("link", { name: "People" })).toBeDefined();
  await userEvent.type(screen.getByLabelText("Address"), " Ana@example.org ");
  await userEvent.selectOptions(screen.getByLabelText("Standing"), "Suspended");
  await userEvent.click(screen.getByRole("button", { name: "Find" }));
  await waitFor(() => expect(asked.filter((request) => request.path === "/admin/people")).toHaveLength(2));
});

test("where a second step is wanting, the list says so instead of staying empty", async () => {
  asAdministrator({ "GET /admin/people": () => problem(403, "second-factor-needed") }, []);
  visit("/admin/people");
  expect((await screen.findByRole("alert")).textContent).toContain("This needs a second step.");
});

test("nobody is offered a role above the giver's own", async () => {
  asAdministrator();
  visit(herPage);
  const roles = await screen.findByLabelText("New role");
  expect(within(roles).getAllByRole("option").map((option) => option.textContent)).toEqual(["Person", "Premium", "Administrator"]);
});

test("a suspension asks why, and the page shows what became of it", async () => {
  const suspended = { ...ana, status: "suspended", suspended_at: "2026-11-24T12:00:00Z", why: "Unwanted letters." };
  const asked = asAdministrator({ [`POST ${herPage}/suspend`]: ok(suspended) });
  visit(herPage);
  await userEvent.click(await screen.findByRole("button", { name: "Suspend" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText("Why"), "Unwanted letters.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Suspend" }));
  expect(await screen.findByRole("button", { name: "Let them back in" })).toBeDefined();
  expect(screen.getByText("Unwanted letters.")).toBeDefined();
  expect(asked.find((request) => request.path === `${herPage}/suspend`)?.body).toEqual({ reason: "Unwanted letters." });
});

test("an account is removed only once its address was typed", async () => {
  const asked = asAdministrator({ [`DELETE ${herPage}`]: () => ({ status: 204 }) });
  const { router } = visit(herPage);
  await userEvent.click(await screen.findByRole("button", { name: "Remove this account" }));
  const dialog = await screen.findByRole("dialog");
  const remove = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Remove for good" });
  expect(remove.disabled).toBe(true);
  await userEvent.type(within(dialog).getByRole("textbox"), "ana@example.org");
  await userEvent.click(remove);
  await waitFor(() => expect(router.state.location.pathname).toBe("/admin/people"));
  expect(asked.filter((request) => request.method === "DELETE")).toHaveLength(1);
});

test("who doesn't confirm that it's them is told so, and the role stays", async () => {
  asAdministrator({
    "GET /auth/step-up": ok({ methods: ["totp"], password: false }),
    [`PUT ${herPage}/role`]: () => problem(403, "proof-needed"),
  });
  visit(herPage);
  await userEvent.selectOptions(await screen.findByLabelText("New role"), "Premium");
  await userEvent.click(screen.getByRole("button", { name: "Give this role" }));
  await userEvent.click(await screen.findByRole("button", { name: "Not now" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Nothing was changed: it needs you to confirm");
});

const role = { id: "premium", version: 4, kind: "installation", parent: "user", needs_second_factor: false, permissions: [], inherited: ["tasks:read:own"] };
const permissions = [
  { name: "tasks:read:own", says: "See your tasks.", scope: "own" },
  { name: "notes:read:own", says: "See your notes.", scope: "own" },
  { name: "people:read:all", says: "See who has an account.", scope: "all" },
  { name: "members:read:team", says: "See who belongs to a space.", scope: "team" },
];

test("a role is offered only what it can hold, and changed by its version", async () => {
  const asked = asAdministrator(
    { "GET /admin/roles": ok({ roles: [role], permissions }), "PUT /admin/roles/premium": ok({ ...role, permissions: ["notes:read:own"] }) },
    ["people:read:all", "roles:read:all", "roles:write:all"],
  );
  visit("/admin/roles");
  await userEvent.click(await screen.findByRole("heading", { name: "Premium" }));
  const boxes = screen.getAllByRole("checkbox");
  expect(boxes).toHaveLength(1);
  await userEvent.click(screen.getByLabelText(/See your notes/));
  await userEvent.click(screen.getByRole("button", { name: "Save changes" }));
  await waitFor(() => expect(asked.some((request) => request.method === "PUT")).toBe(true));
  const put = asked.find((request) => request.method === "PUT");
  expect(put?.body).toEqual({ permissions: ["notes:read:own"] });
  expect(put?.headers.get("If-Match")).toBe('"4"');
});

test("who may only see roles changes none", async () => {
  asAdministrator({ "GET /admin/roles": ok({ roles: [role], permissions }) }, ["people:read:all", "roles:read:all"]);
  visit("/admin/roles");
  await userEvent.click(await screen.findByRole("heading", { name: "Premium" }));
  expect(screen.queryByRole("button", { name: "Save changes" })).toBeNull();
  expect(screen.getByRole("group", { name: "Premium" }).hasAttribute("disabled")).toBe(true);
});

test("somebody is let look at what was ticked, for as long as was chosen", async () => {
  const share = { id: "s", kinds: ["tasks"], about: "Rui, my coach", support: false, created_at: "2026-11-24T12:00:00Z", until: null, holds: true };
  const asked = asPerson({ "POST /me/shares": () => ({ status: 201, body: share }) });
  visit("/you/shares");
  await userEvent.type(await screen.findByLabelText("Who they are to you"), "Rui, my coach");
  await userEvent.type(screen.getByLabelText("Their address"), "rui@example.org");
  const go = screen.getByRole<HTMLButtonElement>("button", { name: "Let them look" });
  expect(go.disabled).toBe(true);
  await userEvent.click(await screen.findByLabelText("My list"));
  await userEvent.selectOptions(screen.getByLabelText("For how long"), "Until I take it back");
  await userEvent.click(go);
  await waitFor(() => expect(asked.some((request) => request.method === "POST")).toBe(true));
  expect(asked.find((request) => request.method === "POST")?.body).toEqual({
    email: "rui@example.org",
    about: "Rui, my coach",
    kinds: ["tasks"],
    until: null,
  });
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Their address").value).toBe(""));
});

test("a share is taken back, and every look stands below", async () => {
  const share = { id: "s1", kinds: ["tasks"], about: "Rui, my coach", support: false, created_at: "2026-11-24T12:00:00Z", until: null, holds: true };
  const look = { id: "l1", at: "2026-11-24T12:05:00Z", share_id: "s1", kind: "tasks", about: "Rui, my coach" };
  let holds = true;
  const asked = asPerson({
    "GET /me/shares": () => ({ status: 200, body: { items: [{ ...share, holds }], next_cursor: null } }),
    "GET /me/shares/looks": ok({ items: [look], next_cursor: null }),
    "DELETE /me/shares/s1": () => {
      holds = false;
      return { status: 204 };
    },
  });
  visit("/you/shares");
  expect(await screen.findByText(/Rui, my coach: My list/)).toBeDefined();
  await userEvent.click(await screen.findByRole("button", { name: "Take it back: Rui, my coach" }));
  expect(await screen.findByText("Nobody. What you keep is yours alone.")).toBeDefined();
  expect(asked.filter((request) => request.method === "DELETE")).toHaveLength(1);
});

test("a request for support tells who, what for, how long and what, and is answered once", async () => {
  const request = { id: "r1", asker: "eva@example.org", reason: "A reminder came twice.", hours: 2, kinds: ["memories"], asked_at: "2026-11-24T12:00:00Z", state: "waiting" };
  let state = "waiting";
  const asked = asPerson({
    "GET /me/support-requests": () => ({ status: 200, body: { items: [{ ...request, state }], next_cursor: null } }),
    "POST /me/support-requests/r1/refuse": () => {
      state = "refused";
      return { status: 204 };
    },
  });
  visit("/you/shares");
  expect((await screen.findByText(/eva@example.org looks after this Cairn/)).textContent).toContain("2 h");
  expect(screen.getByText("“A reminder came twice.”")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "No" }));
  await waitFor(() => expect(screen.queryByText(/looks after this Cairn/)).toBeNull());
  expect(asked.filter((sent) => sent.method === "POST").map((sent) => sent.path)).toEqual(["/me/support-requests/r1/refuse"]);
});
