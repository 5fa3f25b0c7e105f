import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const outside = { "GET /me": () => problem(401, "not-signed-in"), "GET /auth/openid": () => ({ status: 200, body: { google: true, microsoft: false } }) };
const left = vi.fn();

beforeEach(() => {
  sessionStorage.clear();
  vi.spyOn(location, "assign").mockImplementation(left);
});
afterEach(() => {
  vi.restoreAllMocks();
  left.mockReset();
  history.replaceState(null, "", "/");
});

/** Opens the page a provider sends the browser back to. */
function comeBack(query: string) {
  history.replaceState(null, "", `/sign-in/with${query}`);
  return visit(`/sign-in/with${query}`);
}

test("only the services that are set up are offered, and the way leads to the service's page", async () => {
  const asked = serve({ ...outside, "POST /auth/openid/begin": () => ({ status: 200, body: { go_to: "https://accounts.example/auth" } }) });
  visit("/sign-in?next=/memory");
  await userEvent.click(await screen.findByRole("button", { name: "Continue with Google" }));
  await waitFor(() => expect(left).toHaveBeenCalledWith("https://accounts.example/auth"));
  expect(screen.queryByRole("button", { name: "Continue with Microsoft" })).toBeNull();
  const begun = asked.find((request) => request.path === "/auth/openid/begin");
  expect(begun?.body).toMatchObject({ provider: "google", remember: true, locale: "en" });
});

test("a service that doesn't answer is said, and nobody leaves the page", async () => {
  serve({ ...outside, "POST /auth/openid/begin": () => problem(503, "provider-away") });
  visit("/sign-in");
  await userEvent.click(await screen.findByRole("button", { name: "Continue with Google" }));
  expect((await screen.findByRole("alert")).textContent).toContain("isn't answering");
  expect(left).not.toHaveBeenCalled();
});

test("coming back signs in, leaves nothing in the address bar, and goes on where one wanted to", async () => {
  let inside = false;
  const asked = serve({
    ...outside,
    "GET /me": () => (inside ? { status: 200, body: rita } : problem(401, "not-signed-in")),
    "POST /auth/openid/finish": () => {
      inside = true;
      return { status: 200, body: { came_of_it: "signed-in", provider: "google", user: rita } };
    },
  });
  sessionStorage.setItem("cairn.openid-next", "/memory");
  const { router } = comeBack("?code=c-1&state=state-of-the-journey&iss=https%3A%2F%2Faccounts.example");
  await waitFor(() => expect(router.state.location.pathname).toBe("/memory"));
  const finished = asked.filter((request) => request.path === "/auth/openid/finish");
  expect(finished.map((request) => request.body)).toEqual([{ code: "c-1", state: "state-of-the-journey", iss: "https://accounts.example" }]);
  expect(location.search).toBe("");
});

test("who said no at the service's page is told that nothing was changed, and nothing is sent", async () => {
  const asked = serve(outside);
  comeBack("?error=access_denied&state=state-of-the-journey");
  expect(await screen.findByRole("heading", { name: "Nothing was changed" })).toBeDefined();
  expect(screen.getByRole("link", { name: "Back to sign in" }).getAttribute("href")).toBe("/sign-in");
  expect(asked.filter((request) => request.path === "/auth/openid/finish")).toEqual([]);
});

test("an address that has an account already says how to join the two", async () => {
  serve({ ...outside, "POST /auth/openid/finish": () => problem(409, "link-first") });
  comeBack("?code=c-1&state=state-of-the-journey");
  expect((await screen.findByRole("alert")).textContent).toContain("Sign in to it as usual");
});

const google = { id: "i-1", provider: "google", email: "rita@gmail.example", created_at: "2026-11-24T12:00:00Z", last_used_at: "2026-11-25T12:00:00Z" };
const within = { ...outside, "GET /me": () => ({ status: 200, body: rita }), "GET /me/identities": () => ({ status: 200, body: { items: [google] } }) };

test("what is connected is shown and can be taken away", async () => {
  let items = [google];
  const asked = serve({
    ...within,
    "GET /me/identities": () => ({ status: 200, body: { items } }),
    "DELETE /me/identities/i-1": () => {
      items = [];
      return { status: 204 };
    },
  });
  visit("/you/services");
  expect(await screen.findByText("rita@gmail.example")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Take Google away" }));
  await waitFor(() => expect(screen.queryByText("rita@gmail.example")).toBeNull());
  expect(asked.some((request) => request.method === "DELETE")).toBe(true);
});

test("the last way in stays, and says what to do first", async () => {
  serve({ ...within, "DELETE /me/identities/i-1": () => problem(409, "last-way-in") });
  visit("/you/services");
  await userEvent.click(await screen.findByRole("button", { name: "Take Google away" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Set a password first");
  expect(screen.getByText("rita@gmail.example")).toBeDefined();
});

test("a proof that is too old says what to do", async () => {
  serve({ ...within, "GET /auth/step-up": () => ({ status: 200, body: { methods: [], password: true } }), "POST /me/identities/begin": () => problem(403, "proof-needed") });
  visit("/you/services");
  await userEvent.click(await screen.findByRole("button", { name: "Connect Google" }));
  await userEvent.click(await screen.findByRole("button", { name: "Not now" }));
  expect((await screen.findByRole("alert")).textContent).toContain("confirm that it's you");
});
