import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { strengthOf } from "./strength";

/** A server that knows Rita, who is signed in. */
function inside(routes: Parameters<typeof serve>[0] = {}) {
  return serve({ "GET /me": () => ({ status: 200, body: rita }), ...routes });
}

function outside(routes: Parameters<typeof serve>[0] = {}) {
  return serve({ "GET /me": () => problem(401, "not-signed-in"), ...routes });
}

test.each([
  ["pebble", "short"],
  ["e\u0301".repeat(7), "short"],
  ["password1", "easy"],
  ["rita-example", "easy"],
  ["pebbles-and-moss", "strong"],
  ["рыжий кот на крыше", "strong"],
])("how hard %s is to guess", (password, strength) => {
  expect(strengthOf(password, ["rita@example.org", "Rita"])).toBe(strength);
});

test("a password made to be slow to measure is measured all the same", () => {
  expect(strengthOf("4@8({[<369&#!1|70$5+79%2".repeat(8), [])).toBe("strong");
});

test("while somebody chooses a password, words say how hard it is to guess", async () => {
  outside();
  visit("/register");
  const password = await screen.findByLabelText("Password");
  await userEvent.type(password, "password1");
  expect(await screen.findByText(/Still easy to guess/)).toBeDefined();
  await userEvent.type(password, " on a wet roof");
  expect(await screen.findByText("Very hard to guess.")).toBeDefined();
});

test.each([
  ["password-too-common", /among the first that are tried/],
  ["password-too-personal", /mostly your name/],
  ["password-too-easy", /easy to guess\. Add a word/],
])("why the server refuses a password stands beside it: %s", async (kind, words) => {
  inside({ "POST /me/password": () => problem(422, kind) });
  visit("/you/password");
  await userEvent.type(await screen.findByLabelText("Your password now"), "pebbles-and-moss");
  await userEvent.type(screen.getByLabelText("New password"), "three quiet words");
  await userEvent.click(screen.getByRole("button", { name: "Change the password" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
  expect(screen.getByLabelText("New password").getAttribute("aria-invalid")).toBe("true");
});

test("the terms stand beside the button that agrees to them", async () => {
  outside();
  visit("/register");
  await userEvent.click(await screen.findByRole("link", { name: "what Cairn keeps" }));
  expect(await screen.findByRole("heading", { name: "What Cairn keeps" })).toBeDefined();
});

test("changing the password sends the present one and leads back", async () => {
  const asked = inside({ "POST /me/password": () => ({ status: 204 }) });
  const { router } = visit("/you/password");
  await userEvent.type(await screen.findByLabelText("Your password now"), "pebbles-and-moss");
  await userEvent.type(screen.getByLabelText("New password"), "three quiet words");
  await userEvent.click(screen.getByRole("button", { name: "Change the password" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/you"));
  expect(asked.find((request) => request.path === "/me/password")?.body).toEqual({
    current_password: "pebbles-and-moss",
    new_password: "three quiet words",
  });
  expect(await screen.findByText(/Your password is changed/)).toBeDefined();
});

test("a wrong present password is said beside it, and nothing typed is lost", async () => {
  inside({ "POST /me/password": () => problem(422, "wrong-password") });
  visit("/you/password");
  await userEvent.type(await screen.findByLabelText("Your password now"), "not this");
  await userEvent.type(screen.getByLabelText("New password"), "three quiet words");
  await userEvent.click(screen.getByRole("button", { name: "Change the password" }));
  expect((await screen.findByRole("alert")).textContent).toContain("That isn't your password");
  expect(screen.getByLabelText<HTMLInputElement>("New password").value).toBe("three quiet words");
});

test("another address is asked for with the password, and only its letter changes it", async () => {
  const asked = inside({ "POST /me/email": () => ({ status: 204 }) });
  visit("/you/email");
  await userEvent.type(await screen.findByLabelText("New address"), "new@example.org");
  await userEvent.type(screen.getByLabelText("Your password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Send the letter" }));
  expect(await screen.findByText(/A letter is on its way to new@example.org/)).toBeDefined();
  expect(asked.find((request) => request.path === "/me/email")?.body).toEqual({ email: "new@example.org", password: "pebbles-and-moss" });
});

test.each([
  ["same-address", /your address already/],
  ["wrong-password", /isn't your password/],
  ["bad-address", /isn't a whole address/],
  ["too-busy", /Many people are at the door/],
])("what stands in the way of another address is said: %s", async (kind, words) => {
  inside({ "POST /me/email": () => problem(kind === "too-busy" ? 503 : 422, kind) });
  visit("/you/email");
  await userEvent.type(await screen.findByLabelText("New address"), "new@example.org");
  await userEvent.type(screen.getByLabelText("Your password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Send the letter" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
});

test.each([
  ["/confirm-address", "Use this address", "/auth/confirm-address", "Your address is changed"],
  ["/not-me", "This wasn't me", "/auth/not-me", "It is taken back"],
])("the link to %s is spent by a press, and leaves no secret in the address bar", async (page, button, path, heading) => {
  const asked = outside({ [`POST ${path}`]: () => ({ status: 204 }) });
  visit(`${page}#a-secret-of-twenty-characters`);
  const press = await screen.findByRole("button", { name: button });
  expect(location.hash).toBe("");
  expect(asked.some((request) => request.path === path)).toBe(false);
  await userEvent.click(press);
  expect(await screen.findByRole("heading", { name: heading })).toBeDefined();
  expect(asked.find((request) => request.path === path)?.body).toEqual({ token: "a-secret-of-twenty-characters" });
});

test.each([
  ["/confirm-address", "Use this address", "POST /auth/confirm-address"],
  ["/not-me", "This wasn't me", "POST /auth/not-me"],
])("a spent link to %s says what to do", async (page, button, route) => {
  outside({ [route]: () => problem(422, "bad-link") });
  visit(`${page}#a-secret-of-twenty-characters`);
  await userEvent.click(await screen.findByRole("button", { name: button }));
  expect((await screen.findByRole("alert")).textContent).toContain("has been used, or is too old");
});

test("who is refused at the door can have the letter of a new account again", async () => {
  const asked = outside({ "POST /auth/login": () => problem(401, "wrong-credentials"), "POST /auth/verify/resend": () => ({ status: 204 }) });
  visit("/sign-in");
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles-and-moss");
  expect(screen.queryByRole("link", { name: /its letter didn't come/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await userEvent.click(await screen.findByRole("link", { name: /its letter didn't come/ }));
  await screen.findByRole("heading", { name: "Letters get lost" });
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.click(screen.getByRole("button", { name: "Send the letter again" }));
  expect(await screen.findByText(/If an account waits for that address/)).toBeDefined();
  expect(asked.find((request) => request.path === "/auth/verify/resend")?.body).toEqual({ email: "rita@example.org" });
});

test("after registering, the letter can be sent again from the same page", async () => {
  const asked = outside({ "POST /auth/register": () => ({ status: 202, body: {} }), "POST /auth/verify/resend": () => ({ status: 204 }) });
  visit("/register");
  await userEvent.type(await screen.findByLabelText("What should I call you?"), "Rita");
  await userEvent.type(screen.getByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Make my account" }));
  await userEvent.click(await screen.findByRole("button", { name: "Send the letter again" }));
  expect(await screen.findByText(/On its way again/)).toBeDefined();
  expect(asked.filter((request) => request.path === "/auth/verify/resend")).toHaveLength(1);
});
