import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const laptop = {
  id: "0190a000-0000-7000-8000-00000000000a",
  kind: "page",
  browser: "Firefox",
  system: "Linux",
  address: "192.0.2.7",
  place: null,
  created_at: "2026-11-24T09:00:00Z",
  last_seen_at: "2026-11-24T12:00:00Z",
  expires_at: "2026-11-25T09:00:00Z",
  current: true,
  factors: 2,
};
const phone = { ...laptop, id: "0190a000-0000-7000-8000-00000000000b", browser: "Safari", system: "iPhone", place: "Lisbon, Portugal", current: false, factors: 1 };
const silent = { ...phone, id: "0190a000-0000-7000-8000-00000000000c", kind: "tokens", browser: "", system: "", place: null };
const key = {
  id: "0190a000-0000-7000-8000-00000000000d",
  name: "Obsidian",
  prefix: "cairn_AbCdEfGh",
  scopes: ["tasks:read:own", "stars:read:own"],
  created_at: "2026-11-24T09:00:00Z",
  expires_at: "2099-02-22T09:00:00Z",
  last_used_at: null,
};
const scopes = [
  { name: "tasks:read:own", says: "See your tasks." },
  { name: "tasks:write:own", says: "Add, change, finish and remove your tasks." },
  { name: "stars:read:own", says: "See your stars." },
];
const secret = `cairn_${"k".repeat(43)}`;

const page = (items: unknown[], next_cursor: string | null = null) => () => ({ status: 200, body: { items, next_cursor } });

function inside(routes: Parameters<typeof serve>[0]) {
  return serve({ "GET /me": () => ({ status: 200, body: rita }), ...routes });
}

function devices(routes: Parameters<typeof serve>[0] = {}) {
  let open = [laptop, phone, silent];
  return inside({
    "GET /me/sessions": () => page(open)(),
    [`DELETE /me/sessions/${phone.id}`]: () => {
      open = open.filter((one) => one.id !== phone.id);
      return { status: 204 };
    },
    "POST /me/sessions/end-others": () => {
      const ended = open.length - 1;
      open = [laptop];
      return { status: 200, body: { ended } };
    },
    ...routes,
  });
}

test("this device stands apart, and the others can be told from each other", async () => {
  devices();
  visit("/you/devices");
  const here = await screen.findByRole("region", { name: "This device" });
  expect(within(here).getByText("Firefox on Linux")).toBeDefined();
  expect(within(here).getByText("In use now")).toBeDefined();
  expect(within(here).getByText("Signed in with a second factor")).toBeDefined();
  expect(within(here).queryByRole("button")).toBeNull();
  const others = screen.getByRole("region", { name: "Elsewhere" });
  expect(within(others).getByText("Safari on iPhone")).toBeDefined();
  expect(within(others).getByText("Lisbon, Portugal · 192.0.2.7")).toBeDefined();
  expect(within(others).getByText("A program that doesn't say its name")).toBeDefined();
});

test("one device is signed out and leaves the list", async () => {
  const asked = devices();
  visit("/you/devices");
  await userEvent.click(await screen.findByRole("button", { name: "Sign out: Safari on iPhone" }));
  await waitFor(() => expect(screen.queryByText("Safari on iPhone")).toBeNull());
  expect(screen.getByText("Firefox on Linux")).toBeDefined();
  expect(asked.some((request) => request.method === "DELETE" && request.headers.get("X-Cairn") === "1")).toBe(true);
});

test("all others are signed out with one press, and it says how many", async () => {
  devices();
  visit("/you/devices");
  await userEvent.click(await screen.findByRole("button", { name: "Sign out everywhere else" }));
  expect(await screen.findByText("2 devices were signed out.")).toBeDefined();
  await waitFor(() => expect(screen.getByText("Nowhere else.")).toBeDefined());
  expect(screen.queryByRole("button", { name: "Sign out everywhere else" })).toBeNull();
});

test("a device that couldn't be signed out says so and stays", async () => {
  devices({ [`DELETE /me/sessions/${phone.id}`]: () => problem(503, "unavailable") });
  visit("/you/devices");
  await userEvent.click(await screen.findByRole("button", { name: "Sign out: Safari on iPhone" }));
  expect((await screen.findByRole("alert")).textContent).toContain("didn't work");
  expect(screen.getByText("Safari on iPhone")).toBeDefined();
});

test("a list that doesn't load can be asked for again", async () => {
  let first = true;
  devices({
    "GET /me/sessions": () => {
      if (!first) return page([laptop])();
      first = false;
      return problem(503, "unavailable");
    },
  });
  visit("/you/devices");
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Firefox on Linux")).toBeDefined();
});

function keys(routes: Parameters<typeof serve>[0] = {}) {
  let kept: unknown[] = [];
  return inside({
    "GET /me/keys": () => page(kept)(),
    "GET /me/keys/scopes": page(scopes),
    "POST /me/keys": () => {
      kept = [key];
      return { status: 201, body: { ...key, key: secret } };
    },
    [`DELETE /me/keys/${key.id}`]: () => {
      kept = [];
      return { status: 204 };
    },
    ...routes,
  });
}

async function fillIn() {
  await userEvent.click(await screen.findByRole("button", { name: "Make a key" }));
  await userEvent.type(screen.getByLabelText("What is it for?"), "Obsidian");
  await userEvent.click(await screen.findByRole("checkbox", { name: "See your tasks" }));
  await userEvent.click(screen.getByRole("button", { name: "Make the key" }));
}

test("a key is made with what was chosen, shown once, copied, and then only its beginning is there", async () => {
  const asked = keys();
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  visit("/you/keys");
  expect(await screen.findByText(/No keys yet/)).toBeDefined();
  await fillIn();
  expect((await screen.findByLabelText<HTMLInputElement>("Your key")).value).toBe(secret);
  await userEvent.click(screen.getByRole("button", { name: "Copy it" }));
  expect(await screen.findByText("Copied.")).toBeDefined();
  expect(copied).toHaveBeenCalledWith(secret);
  await userEvent.click(screen.getByRole("button", { name: "I have it" }));
  expect(screen.queryByDisplayValue(secret)).toBeNull();
  expect(screen.getByText("cairn_AbCdEfGh…")).toBeDefined();
  expect(asked.find((request) => request.method === "POST")?.body).toEqual({ name: "Obsidian", scopes: ["tasks:read:own"], expires_in_days: 90 });
});

test("a key that couldn't be copied stays there to be selected", async () => {
  keys();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
  visit("/you/keys");
  await fillIn();
  await userEvent.click(await screen.findByRole("button", { name: "Copy it" }));
  expect(await screen.findByText(/Select the key and copy it yourself/)).toBeDefined();
  expect(screen.getByDisplayValue(secret)).toBeDefined();
});

test("a key for nothing, of no name, isn't asked for", async () => {
  const asked = keys();
  visit("/you/keys");
  await userEvent.click(await screen.findByRole("button", { name: "Make a key" }));
  await userEvent.click(await screen.findByRole("button", { name: "Make the key" }));
  expect(screen.getByText("A name, any will do.")).toBeDefined();
  expect(screen.getByText("Choose at least one thing.")).toBeDefined();
  expect(asked.filter((request) => request.method === "POST")).toEqual([]);
});

test("who signed in long ago is asked to show that it's them, and what they chose stays", async () => {
  const proof = { "GET /auth/step-up": () => ({ status: 200, body: { methods: [], password: true } }) };
  keys({ ...proof, "POST /me/keys": () => problem(403, "proof-needed") });
  visit("/you/keys");
  await fillIn();
  const dialog = await screen.findByRole("dialog", { name: "Is it you?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Not now" }));
  expect((await screen.findByRole("alert")).textContent).toContain("confirm that it's you");
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "See your tasks" }).checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>("What is it for?").value).toBe("Obsidian");
});

test("a permission newer than the page's words speaks as the server does", async () => {
  keys();
  visit("/you/keys");
  await userEvent.click(await screen.findByRole("button", { name: "Make a key" }));
  expect(await screen.findByRole("checkbox", { name: "See your stars." })).toBeDefined();
});

test("a key is ended after one question", async () => {
  keys({ "GET /me/keys": page([key]) });
  visit("/you/keys");
  await userEvent.click(await screen.findByRole("button", { name: "End the key: Obsidian" }));
  const dialog = await screen.findByRole("dialog", { name: "End this key?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "End it" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
