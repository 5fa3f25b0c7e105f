import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

function signedIn(routes: Parameters<typeof serve>[0] = {}) {
  localStorage.setItem("cairn.signed-in", "1");
  return serve({ "GET /me": () => ({ status: 200, body: rita }), ...routes });
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("everything is downloaded under a name that says the day", async () => {
  const files: Blob[] = [];
  const made = vi.fn((file: Blob) => {
    files.push(file);
    return "blob:of-everything";
  });
  Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn() });
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    if (this.download) saved.push(this.download);
  });
  const asked = signedIn({ "POST /me/export": () => ({ status: 200, body: { a: "file" } }) });
  visit("/you/data");
  await userEvent.click(await screen.findByRole("button", { name: "Download everything" }));
  expect(await screen.findByText("The file is among your downloads. Keep it where only you find it.")).toBeDefined();
  expect(saved).toEqual([expect.stringMatching(/^cairn-account-\d{4}-\d\d-\d\d\.zip$/)]);
  expect(files).toHaveLength(1);
  expect(asked.filter((request) => request.path === "/me/export")).toHaveLength(1);
});

test("a refusal is said in plain words", async () => {
  signedIn({ "POST /me/export": () => problem(429, "too-many-exports") });
  visit("/you/data");
  await userEvent.click(await screen.findByRole("button", { name: "Download everything" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Wait an hour or two");
});

test("leaving takes the own address, typed", async () => {
  const asked = signedIn({ "POST /me/erasure": () => problem(409, "nobody-else-in-charge") });
  visit("/you/data");
  await userEvent.click(await screen.findByRole("button", { name: "Leave for good" }));
  const dialog = within(await screen.findByRole("dialog"));
  const press = dialog.getByRole<HTMLButtonElement>("button", { name: "Leave in seven days" });
  await userEvent.type(dialog.getByLabelText("Type rita@example.org to go on"), "rui@example.org{Enter}");
  expect(press.disabled).toBe(true);
  expect(asked.some((request) => request.path === "/me/erasure")).toBe(false);
  await userEvent.clear(dialog.getByLabelText("Type rita@example.org to go on"));
  await userEvent.type(dialog.getByLabelText("Type rita@example.org to go on"), " Rita@example.org");
  await userEvent.click(press);
  expect((await dialog.findByRole("alert")).textContent).toContain("Give your role to another person first");
  expect(asked.at(-1)?.body).toEqual({ email: "Rita@example.org" });
});

test("who left is told until when, and how to come back", async () => {
  serve({});
  visit("/left?until=2026-12-01T12:00:00Z");
  expect(await screen.findByText(/1 December 2026/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Sign in and stay" })).toBeDefined();
});

test("the letter's link keeps the account by a press, not by opening", async () => {
  let kept = false;
  const asked = serve({
    "POST /auth/stay": () => {
      if (kept) return problem(422, "bad-stay-link");
      kept = true;
      return { status: 204 };
    },
  });
  visit("/stay#a-secret");
  const press = await screen.findByRole("button", { name: "Keep my account" });
  expect(asked).toEqual([]);
  await userEvent.click(press);
  expect(await screen.findByRole("heading", { name: "Your account stays" })).toBeDefined();
  expect(asked.at(-1)?.body).toEqual({ token: "a-secret" });
  await waitFor(() => expect(location.hash).toBe(""));
});
