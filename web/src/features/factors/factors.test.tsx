import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { api } from "../../api/client";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const app = { id: "0190a000-0000-7000-8000-00000000000a", kind: "totp", name: "Old phone", created_at: "2026-11-20T10:00:00Z", last_used_at: null };

/** A server that wants a second step of one person, whose code is 123456. */
function door(routes: Parameters<typeof serve>[0] = {}) {
  let inside = false;
  return serve({
    "GET /me": () => (inside ? { status: 200, body: rita } : problem(401, "not-signed-in")),
    "POST /auth/login": () => ({ status: 200, body: { mfa_token: "half-a-token-of-this-sign-in", methods: ["totp", "recovery"] } }),
    "POST /auth/login/second": (_, body) => {
      if ((body as { code: string }).code !== "123456") return problem(401, "wrong-proof");
      inside = true;
      return { status: 200, body: { user: rita } };
    },
    ...routes,
  });
}

/** A server that somebody is signed in to. */
function signedIn(routes: Parameters<typeof serve>[0]) {
  localStorage.setItem("cairn.signed-in", "1");
  return serve({ "GET /me": () => ({ status: 200, body: rita }), ...routes });
}

async function firstStep() {
  await userEvent.type(await screen.findByLabelText("Email"), "rita@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "pebbles and moss");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

test("a second step is asked for on the same page, its field has the focus, and a code leads in", async () => {
  const asked = door();
  const { router } = visit("/sign-in?next=/you");
  await firstStep();
  const field = await screen.findByLabelText("Code from your app");
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute("autocomplete")).toBe("one-time-code");

  await userEvent.type(field, "123456{Enter}");

  await waitFor(() => expect(router.state.location.pathname).toBe("/you"));
  const second = asked.find((request) => request.path === "/auth/login/second");
  expect(second?.body).toEqual({ mfa_token: "half-a-token-of-this-sign-in", method: "totp", code: "123456" });
});

test("a wrong code is said beside the field and stays there to be changed", async () => {
  door();
  visit("/sign-in");
  await firstStep();
  const field = await screen.findByLabelText<HTMLInputElement>("Code from your app");
  await userEvent.type(field, "654321{Enter}");
  await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
  expect(field.value).toBe("654321");
});

test("another way can be chosen, and a sign-in that is over begins again", async () => {
  door({ "POST /auth/login/second": () => problem(401, "sign-in-over") });
  visit("/sign-in");
  await firstStep();
  await userEvent.click(await screen.findByRole("button", { name: "With a recovery code" }));
  await userEvent.type(await screen.findByLabelText("Recovery code"), "3k7mp-x9qrt{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("took too long");
  await userEvent.click(screen.getByRole("button", { name: "Begin again" }));
  expect(await screen.findByLabelText("Email")).toBeDefined();
});

test("on a new device the code of a letter is asked for after the app's", async () => {
  const asked = door({
    "POST /auth/login/second": () => ({ status: 200, body: { mfa_token: "half-a-token-of-this-sign-in", methods: ["letter"] } }),
    "POST /auth/login/second/begin": () => ({ status: 200, body: {} }),
  });
  visit("/sign-in");
  await firstStep();
  await userEvent.type(await screen.findByLabelText("Code from your app"), "123456{Enter}");
  expect(await screen.findByLabelText("Code from the letter")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Send another letter" }));
  expect(await screen.findByText("Another letter is on its way. Only its code works now.")).toBeDefined();
  expect(asked.at(-1)?.body).toEqual({ mfa_token: "half-a-token-of-this-sign-in", method: "letter" });
});

test("what the server wants proven first is proven in a dialog, and then done", async () => {
  let proven = false;
  const asked = signedIn({
    "GET /me/factors": () => ({ status: 200, body: { factors: [app], recovery_codes_left: 8 } }),
    "GET /auth/step-up": () => ({ status: 200, body: { methods: ["totp"], password: false } }),
    "POST /auth/step-up": () => {
      proven = true;
      return { status: 204 };
    },
    [`PATCH /me/factors/${app.id}`]: (_, body) => (proven ? { status: 200, body: { ...app, ...(body as object) } } : problem(403, "proof-needed")),
  });
  visit("/you/second-factor");
  await userEvent.click(await screen.findByRole("button", { name: "Rename Old phone" }));
  await userEvent.clear(screen.getByLabelText("Name"));
  await userEvent.type(screen.getByLabelText("Name"), "New phone{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Is it you?" });
  await userEvent.type(await within(dialog).findByLabelText("Code from your app"), "123456{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const changes = asked.filter((request) => request.method === "PATCH");
  expect(changes.map((request) => request.body)).toEqual([{ name: "New phone" }, { name: "New phone" }]);
});

test("who closes the dialog is told that nothing was changed", async () => {
  signedIn({
    "GET /me/factors": () => ({ status: 200, body: { factors: [app], recovery_codes_left: 8 } }),
    "GET /auth/step-up": () => ({ status: 200, body: { methods: [], password: true } }),
    "POST /me/factors/recovery-codes": () => problem(403, "proof-needed"),
  });
  visit("/you/second-factor");
  expect(await screen.findByText("8 codes are left.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Make ten new ones" }));
  const dialog = await screen.findByRole("dialog", { name: "Is it you?" });
  expect(await within(dialog).findByLabelText("Your password")).toBeDefined();
  await userEvent.click(within(dialog).getByRole("button", { name: "Not now" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Nothing was changed");
});

const people = { id: "p1", email: "ana@example.org", name: "Ana", role: "user", created_at: "2026-11-01T12:00:00Z", last_seen_at: null, suspended_at: null };
const inCharge = {
  "GET /me": () => ({ status: 200, body: { ...rita, role: "super-administrator" } }),
  "GET /me/rights": () => ({ status: 200, body: { role: "super-administrator", permissions: [], with_second_factor: ["people:read:all"] } }),
};

test("a page that needs the second step asks for it in place, and then shows what was asked for", async () => {
  let proven = false;
  const asked = signedIn({
    ...inCharge,
    "GET /auth/step-up": () => ({ status: 200, body: { methods: ["totp"], password: false } }),
    "POST /auth/step-up": () => {
      proven = true;
      return { status: 204 };
    },
    "GET /admin/people": () => (proven ? { status: 200, body: { items: [people], next_cursor: null } } : problem(403, "second-factor-needed")),
  });
  visit("/admin/people");
  const dialog = await screen.findByRole("dialog", { name: "Is it you?" });
  expect(dialog.textContent).toContain("Show your second one");
  await userEvent.type(await within(dialog).findByLabelText("Code from your app"), "123456{Enter}");
  expect(await screen.findByText("ana@example.org")).toBeDefined();
  await waitFor(() => expect(asked.filter((one) => one.path === "/me/rights").length).toBeGreaterThan(1));
});

test("who would rather not is told why it stays closed, and isn't asked again until they do something", async () => {
  const asked = signedIn({
    ...inCharge,
    "GET /auth/step-up": () => ({ status: 200, body: { methods: ["totp"], password: false } }),
    "GET /admin/people": () => problem(403, "second-factor-needed"),
  });
  visit("/admin/people");
  const dialog = await screen.findByRole("dialog", { name: "Is it you?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Not now" }));
  expect(await screen.findByText(/show it and try again/)).toBeDefined();
  const before = asked.length;
  await api.GET("/api/v1/admin/people");
  expect(asked.length).toBe(before + 1);
  expect(screen.queryByRole("dialog")).toBeNull();
  await userEvent.keyboard("{Shift}");
  void api.GET("/api/v1/admin/people");
  expect(await screen.findByRole("dialog", { name: "Is it you?" })).toBeDefined();
});

test("who has no second step is not asked for one", async () => {
  signedIn({
    ...inCharge,
    "GET /auth/step-up": () => ({ status: 200, body: { methods: [], password: true } }),
    "GET /admin/people": () => problem(403, "second-factor-needed"),
  });
  visit("/admin/people");
  expect(await screen.findByText(/show it and try again/)).toBeDefined();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("recovery codes are left only once the person says that they are kept", async () => {
  const codes = Array.from({ length: 10 }, (_, index) => `3k7mp-x9qr${index}`);
  signedIn({
    "GET /me/factors": () => ({ status: 200, body: { factors: [], recovery_codes_left: 0 } }),
    "POST /me/factors/totp": () => ({ status: 200, body: { secret: "ABCDEFGH", uri: "otpauth://totp/x", qr: "data:image/svg+xml,x" } }),
    "POST /me/factors/totp/confirm": () => ({ status: 201, body: { factor: app, recovery_codes: codes } }),
  });
  visit("/you/second-factor");
  await userEvent.click(await screen.findByRole("button", { name: "Add an authenticator app" }));
  expect(await screen.findByText("ABCD EFGH")).toBeDefined();
  await userEvent.type(screen.getByLabelText("Code from your app"), "123456{Enter}");
  expect(await screen.findByText(codes[9] ?? "")).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Done" }).disabled).toBe(true);
  await userEvent.click(screen.getByLabelText("I kept them where I will find them"));
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(await screen.findByText("Choose one to begin with")).toBeDefined();
});

test("the codes are shown however quickly it is sent twice", async () => {
  let confirmed = 0;
  signedIn({
    "GET /me/factors": () => ({ status: 200, body: { factors: [], recovery_codes_left: 0 } }),
    "POST /me/factors/totp": () => ({ status: 200, body: { secret: "ABCDEFGH", uri: "otpauth://totp/x", qr: "data:image/svg+xml,x" } }),
    "POST /me/factors/totp/confirm": () => ((confirmed += 1) === 1 ? { status: 201, body: { factor: app, recovery_codes: ["3k7mp-x9qr0"] } } : problem(422, "invalid")),
  });
  visit("/you/second-factor");
  await userEvent.click(await screen.findByRole("button", { name: "Add an authenticator app" }));
  await userEvent.type(await screen.findByLabelText("Code from your app"), "123456");
  const form = screen.getByRole("form", { name: "Prove that it works" });
  fireEvent.submit(form);
  fireEvent.submit(form);
  expect(await screen.findByText("3k7mp-x9qr0")).toBeDefined();
  expect(confirmed).toBe(1);
});

test("a text is sent only once it is asked for, and its code leads in", async () => {
  const asked = door({
    "POST /auth/login": () => ({ status: 200, body: { mfa_token: "half-a-token-of-this-sign-in", methods: ["totp", "sms"] } }),
    "POST /auth/login/second/begin": () => ({ status: 200, body: { sent_to: "+351 ••• ••• 678" } }),
  });
  const { router } = visit("/sign-in");
  await firstStep();
  await userEvent.click(await screen.findByRole("button", { name: "With a code by text" }));
  expect(screen.queryByRole("textbox")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Text me a code" }));
  await userEvent.type(await screen.findByLabelText("Code from the text"), "123456{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/now"));
  expect(asked.find(({ path }) => path === "/auth/login/second")?.body).toEqual({
    mfa_token: "half-a-token-of-this-sign-in",
    method: "sms",
    code: "123456",
  });
});
