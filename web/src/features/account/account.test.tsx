import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";
import { TERMS_VERSION } from "./terms";

const unknown = { "GET /me": () => problem(401, "not-signed-in") };

/** A server that knows one person once they have signed in. */
function door(routes: Parameters<typeof serve>[0] = {}) {
  let inside = false;
  return serve({
    "GET /me": () => (inside ? { status: 200, body: rita } : problem(401, "not-signed-in")),
    "POST /auth/login": () => {
      inside = true;
      return { status: 200, body: { user: rita } };
    },
    ...routes,
  });
}

test("the landing page says what this is and has one way in", async () => {
  serve(unknown);
  visit("/");
  expect(await screen.findByRole("heading", { level: 1 })).toBeDefined();
  expect(screen.getByRole("link", { name: "Start here" }).getAttribute("href")).toBe("/register");
  expect(screen.getByRole("link", { name: "I have an account" }).getAttribute("href")).toBe("/sign-in");
});

test("the landing page asks the server nothing", async () => {
  const asked = serve(unknown);
  visit("/");
  await screen.findByRole("heading", { level: 1 });
  expect(asked).toEqual([]);
});

test("signing in leads to Now, as the page and with the page's header", async () => {
  const asked = door();
  const { router } = visit("/sign-in");
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/now"));
  const login = asked.find((request) => request.path === "/auth/login");
  expect(login?.body).toEqual({ email: "rita@example.org", password: "pebbles-and-moss", remember: true, as: "page" });
  expect(login?.headers.get("X-Cairn")).toBe("1");
});

test("a wrong password is said beside the field, and nothing typed is lost", async () => {
  door({ "POST /auth/login": () => problem(401, "wrong-credentials") });
  visit("/sign-in");
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "wrong");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  const password = await screen.findByLabelText("Password");
  await waitFor(() => expect(password.getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getByRole("alert").textContent).toContain("doesn't go with this email");
  expect(screen.getByLabelText<HTMLInputElement>("Email").value).toBe("rita@example.org");
  expect(screen.getByLabelText<HTMLInputElement>("Password").value).toBe("wrong");
});

test("an unfinished address is said before anything is sent", async () => {
  const asked = door();
  visit("/sign-in");
  await userEvent.type(await screen.findByLabelText("Email"), "rita");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText(/isn't a whole address yet/)).toBeDefined();
  expect(asked.filter((request) => request.method === "POST")).toEqual([]);
});

test("password managers find their fields", async () => {
  serve(unknown);
  const { unmount } = visit("/sign-in");
  expect((await screen.findByLabelText("Email")).getAttribute("autocomplete")).toBe("username");
  expect(screen.getByLabelText("Password").getAttribute("autocomplete")).toBe("current-password");
  unmount();
  visit("/register");
  expect((await screen.findByLabelText("Password")).getAttribute("autocomplete")).toBe("new-password");
});

test("a page behind the sign-in is remembered and opened afterwards", async () => {
  door();
  const { router } = visit("/today");
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/today"));
});

test("an address that leads off the page is not followed after signing in", async () => {
  door();
  const { router } = visit("/sign-in?next=%2F%2Felsewhere.example");
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/now"));
});

async function fillRegistration() {
  await userEvent.type(await screen.findByLabelText("What should I call you?"), "Rita");
  await userEvent.type(screen.getByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles-and-moss");
  await userEvent.click(screen.getByRole("button", { name: "Make my account" }));
}

test("registering sends the zone and the language, and signs in", async () => {
  const asked = door({ "POST /auth/register": () => ({ status: 201, body: { user: rita } }) });
  const { router } = visit("/register");
  await fillRegistration();
  await waitFor(() => expect(router.state.location.pathname).toBe("/now"));
  expect(asked.find((request) => request.path === "/auth/register")?.body).toEqual({
    name: "Rita",
    email: "rita@example.org",
    password: "pebbles-and-moss",
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: "en",
    accepted_terms: TERMS_VERSION,
  });
});

test("where addresses are confirmed by mail, the page says to look there", async () => {
  door({ "POST /auth/register": () => ({ status: 202 }) });
  visit("/register");
  await fillRegistration();
  expect(await screen.findByRole("heading", { name: "Check your mail" })).toBeDefined();
});

test("a taken address is said beside it", async () => {
  door({ "POST /auth/register": () => problem(409, "address-taken") });
  visit("/register");
  await fillRegistration();
  const email = await screen.findByLabelText("Email");
  await waitFor(() => expect(email.getAttribute("aria-invalid")).toBe("true"));
});

test("what the server says about a field stands beside that field", async () => {
  door({ "POST /auth/register": () => problem(422, "invalid", [{ field: "password", message: "This one is on every list." }]) });
  visit("/register");
  await fillRegistration();
  expect(await screen.findByText("This one is on every list.")).toBeDefined();
});

test("the link of the letter confirms the address, without leaving its secret in the address bar", async () => {
  const asked = door({ "POST /auth/verify": () => ({ status: 204 }) });
  visit("/verify#a-secret-of-twenty-characters");
  await userEvent.click(await screen.findByRole("button", { name: "Confirm my address" }));
  expect(await screen.findByRole("heading", { name: "Your address is confirmed" })).toBeDefined();
  expect(asked.find((request) => request.path === "/auth/verify")?.body).toEqual({ token: "a-secret-of-twenty-characters" });
  expect(location.hash).toBe("");
});

test("a spent link says what to do", async () => {
  door({ "POST /auth/verify": () => problem(422, "bad-link") });
  visit("/verify#a-secret-of-twenty-characters");
  await userEvent.click(await screen.findByRole("button", { name: "Confirm my address" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Send the letter again");
  expect(screen.getByRole("link", { name: "Send the letter again" }).getAttribute("href")).toBe("/resend");
});

test("who forgot their password is told the same, whether there is an account or not", async () => {
  const asked = door({ "POST /auth/forgot": () => ({ status: 204 }) });
  visit("/sign-in");
  await userEvent.click(await screen.findByRole("link", { name: "I forgot my password" }));
  await screen.findByRole("heading", { name: "Passwords slip away" });
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.click(screen.getByRole("button", { name: "Send me a link" }));
  expect(await screen.findByText(/If that address has an account/)).toBeDefined();
  expect(asked.find((request) => request.path === "/auth/forgot")?.body).toEqual({ email: "rita@example.org" });
});

test("an address that isn't whole yet is asked for again, and nothing is sent", async () => {
  const asked = door();
  visit("/forgot");
  await userEvent.type(await screen.findByLabelText("Email"), "rita");
  await userEvent.click(screen.getByRole("button", { name: "Send me a link" }));
  expect(await screen.findByText(/isn't a whole address yet/)).toBeDefined();
  expect(asked.some((request) => request.path === "/auth/forgot")).toBe(false);
});

test("the link of the letter sets a new password, without leaving its secret in the address bar", async () => {
  const asked = door({ "POST /auth/reset": () => ({ status: 204 }) });
  visit("/reset#a-secret-of-twenty-characters");
  const password = await screen.findByLabelText("New password");
  await userEvent.type(password, "short");
  await userEvent.click(screen.getByRole("button", { name: "Set the password" }));
  expect(await screen.findByText(/Eight characters or more/, { selector: ".err, .err-line, [role=alert]" })).toBeDefined();
  await userEvent.type(password, " no more");
  await userEvent.click(screen.getByRole("button", { name: "Set the password" }));
  expect(await screen.findByRole("heading", { name: "Your password is set" })).toBeDefined();
  const sent = asked.filter((request) => request.path === "/auth/reset").map((request) => request.body);
  expect(sent).toEqual([{ token: "a-secret-of-twenty-characters", password: "short no more" }]);
  expect(location.hash).toBe("");
});

test("a spent link that would set a password leads to a new one", async () => {
  door({ "POST /auth/reset": () => problem(422, "bad-reset-link") });
  visit("/reset#a-secret-of-twenty-characters");
  await userEvent.type(await screen.findByLabelText("New password"), "three quiet words");
  await userEvent.click(screen.getByRole("button", { name: "Set the password" }));
  expect(await screen.findByRole("heading", { name: "This link has been used, or is too old" })).toBeDefined();
  expect(screen.getByRole("link", { name: "Send me a new link" }).getAttribute("href")).toBe("/forgot");
});
