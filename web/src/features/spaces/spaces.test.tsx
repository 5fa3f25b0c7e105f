import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

type Routes = Parameters<typeof serve>[0];

const ok = (body: unknown) => () => ({ status: 200, body });
const list = (...items: unknown[]) => ok({ items, next_cursor: null });
const personal = { id: "p", kind: "personal", name: "", role: "owner", permissions: ["rooms:sit:team", "members:write:team"] };
const study = { id: "sp", kind: "shared", name: "Study", role: "owner", permissions: ["members:read:team", "members:write:team", "rooms:sit:team", "spaces:write:team"] };
const mine = { user_id: rita.id, name: "Rita", mine: true, role: "owner", since: "2026-11-24T09:00:00Z" };
const marta = { user_id: "m", name: "Marta", mine: false, role: "coach", since: "2026-11-25T09:00:00Z" };
const waiting = { id: "i", email: "rui@example.org", role: "member", created_at: "2026-11-24T09:00:00Z", expires_at: "2026-12-01T09:00:00Z", holds: true };

function inside(routes: Routes = {}) {
  return serve({ "GET /me": ok(rita), "GET /spaces": list(personal, study), "GET /spaces/sp/members": list(mine, marta), "GET /spaces/sp/invitations": list(), ...routes });
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test("who shares no space makes one, and then invites into it", async () => {
  const spaces: unknown[] = [personal];
  const invitations: unknown[] = [];
  const asked = inside({
    "GET /spaces": () => ({ status: 200, body: { items: spaces, next_cursor: null } }),
    "POST /spaces": () => (spaces.push(study), { status: 201, body: study }),
    "GET /spaces/sp/members": list(mine),
    "GET /spaces/sp/invitations": () => ({ status: 200, body: { items: invitations, next_cursor: null } }),
    "POST /spaces/sp/invitations": () => (invitations.push(waiting), { status: 201, body: waiting }),
  });
  visit("/you/spaces");
  const make = await screen.findByRole<HTMLButtonElement>("button", { name: "Make a space" });
  expect(make.disabled).toBe(true);
  await userEvent.type(screen.getByLabelText("What you call it"), " Study ");
  await userEvent.click(make);
  const space = await screen.findByRole("region", { name: "Study" });
  await userEvent.type(await within(space).findByLabelText("Their address"), "rui@example.org");
  await userEvent.click(within(space).getByRole("button", { name: "Send the invitation" }));
  expect(await within(space).findByText("rui@example.org")).toBeDefined();
  expect(asked.find(({ method, path }) => method === "POST" && path === "/spaces")?.body).toEqual({ name: "Study" });
  expect(asked.find(({ method, path }) => method === "POST" && path === "/spaces/sp/invitations")?.body).toEqual({ email: "rui@example.org", role: "member" });
});

test("an invitation is taken back", async () => {
  let there = true;
  const asked = inside({
    "GET /spaces/sp/invitations": () => ({ status: 200, body: { items: there ? [waiting] : [], next_cursor: null } }),
    "DELETE /spaces/sp/invitations/i": () => ((there = false), { status: 204 }),
  });
  visit("/you/spaces");
  await userEvent.click(await screen.findByRole("button", { name: "Take it back: rui@example.org" }));
  await waitFor(() => expect(screen.queryByText("rui@example.org")).toBeNull());
  expect(asked.filter(({ method }) => method === "DELETE")).toHaveLength(1);
});

test("somebody is taken out only once it was said twice", async () => {
  const asked = inside({ "DELETE /spaces/sp/members/m": () => ({ status: 204 }) });
  visit("/you/spaces");
  await userEvent.click(await screen.findByRole("button", { name: "Take out Marta" }));
  const dialog = await screen.findByRole("dialog");
  expect(asked.some(({ method }) => method === "DELETE")).toBe(false);
  await userEvent.click(within(dialog).getByRole("button", { name: "Take out" }));
  await waitFor(() => expect(asked.filter(({ method, path }) => method === "DELETE" && path === "/spaces/sp/members/m")).toHaveLength(1));
});

test("a member sees who is there and may leave, and is offered nothing else", async () => {
  const member = { ...study, role: "member", permissions: ["members:read:team", "members:leave:team", "rooms:sit:team"] };
  const asked = inside({
    "GET /spaces": list(personal, member),
    "GET /spaces/sp/members": list({ ...mine, role: "member" }, { ...marta, role: "owner" }),
    [`DELETE /spaces/sp/members/${rita.id}`]: () => ({ status: 204 }),
  });
  visit("/you/spaces");
  expect(await screen.findByText("Marta")).toBeDefined();
  expect(screen.queryByRole("button", { name: /Take out/ })).toBeNull();
  expect(screen.queryByLabelText("Their address")).toBeNull();
  expect(asked.some(({ path }) => path.endsWith("/invitations"))).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Leave “Study”" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Leave" }));
  expect(await screen.findByText("You left “Study”.")).toBeDefined();
});

test("who alone looks after others is told what to do first", async () => {
  inside({ [`DELETE /spaces/sp/members/${rita.id}`]: () => problem(409, "last-owner") });
  visit("/you/spaces");
  await userEvent.click(await screen.findByRole("button", { name: "Leave “Study”" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Leave" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Nobody else looks after this space.");
});

test("the letter's link joins by a press, and leads to the room", async () => {
  const asked = inside({ "POST /spaces/invitations/accept": ok({ ...study, role: "member" }) });
  visit("/join#a-secret");
  await userEvent.click(await screen.findByRole("button", { name: "Join" }));
  expect(await screen.findByRole("heading", { level: 1, name: "You are in “Study”" })).toBeDefined();
  expect(screen.getByRole("link", { name: "To the room" }).getAttribute("href")).toBe("/focus");
  expect(asked.find(({ path }) => path === "/spaces/invitations/accept")?.body).toEqual({ token: "a-secret" });
  expect(location.hash).toBe("");
  expect(sessionStorage.getItem("cairn.join")).toBeNull();
});

test.each([
  [403, "not-your-invitation", "This invitation isn't for this account"],
  [409, "invitation-over", "This invitation is over"],
  [409, "already-in", "You are in this space already"],
])("a link that doesn't let in says why (%i %s)", async (status, kind, heading) => {
  inside({ "POST /spaces/invitations/accept": () => problem(status, kind) });
  visit("/join#a-secret");
  await userEvent.click(await screen.findByRole("button", { name: "Join" }));
  expect(await screen.findByRole("heading", { level: 1, name: heading })).toBeDefined();
  expect(screen.queryByRole("button", { name: "Join" })).toBeNull();
});

test("who is signed out signs in first, and the secret waits in this tab", async () => {
  serve({ "GET /me": () => problem(401, "not-signed-in") });
  visit("/join#a-secret");
  const way = await screen.findByRole("link", { name: "Sign in to join" });
  expect(way.getAttribute("href")).toBe("/sign-in?next=%2Fjoin");
  expect(sessionStorage.getItem("cairn.join")).toBe("a-secret");
});
