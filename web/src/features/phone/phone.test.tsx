import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { keepCurrent } from "../../app/live";
import { dispatch } from "../../api/events";
import { closeToast } from "../../shared/ui";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const nothing = { can_text: true, kept: false, number: null, verified_at: null, waiting: null };
const waiting = { ...nothing, waiting: { number: "+351 *** ** 78", text: null, until: "2026-11-24T12:10:00Z" } };
const confirmed = { ...nothing, number: "+351 *** ** 78", verified_at: "2026-11-24T12:00:00Z" };
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
};
afterEach(() => closeToast("phone"));

test("a number is given, then its code, and then it stands there", async () => {
  const asked = serve({ ...inside, "GET /me/phone": ok(nothing), "POST /me/phone": ok(waiting), "POST /me/phone/verify": ok(confirmed) });
  visit("/you/phone");
  const number = await screen.findByLabelText("Phone number", { selector: "input" });
  expect(number.getAttribute("autocomplete")).toBe("tel");
  await userEvent.type(number, " 912 345 678 {Enter}");
  expect(await screen.findByText("A code is on its way to +351 *** ** 78.")).toBeDefined();
  const code = screen.getByLabelText("Code from the text");
  expect(document.activeElement).toBe(code);
  expect([code.getAttribute("autocomplete"), code.getAttribute("inputmode")]).toEqual(["one-time-code", "numeric"]);
  await userEvent.type(code, "012 345{Enter}");
  expect(await screen.findByRole("heading", { name: "+351 *** ** 78" })).toBeDefined();
  expect(screen.getByText("Your number is confirmed.")).toBeDefined();
  expect(asked.filter(({ method }) => method === "POST").map(({ path, body }) => [path, body])).toEqual([
    ["/me/phone", { number: "912 345 678" }],
    ["/me/phone/verify", { code: "012345" }],
  ]);
});

test("an empty number is not sent", async () => {
  const asked = serve({ ...inside, "GET /me/phone": ok(nothing) });
  visit("/you/phone");
  await userEvent.click(await screen.findByRole("button", { name: "Send me a code" }));
  expect(screen.getByRole("alert").textContent).toBe("Your phone number goes here.");
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
});

test.each([
  ["bad-number", 422, /isn't a number texts can go to/],
  ["too-many-texts", 429, /Three texts an hour/],
  ["too-many-to-number", 429, /in a day/],
  ["no-carrier", 503, /can't send texts just now/],
  ["proof-needed", 403, /confirm that it's you/],
])("what was typed stays when it is refused as %s", async (kind, status, words) => {
  const steps = { "GET /auth/step-up": ok({ methods: [], password: true }) };
  serve({ ...inside, ...steps, "GET /me/phone": ok(nothing), "POST /me/phone": () => problem(status, kind) });
  visit("/you/phone");
  const number = await screen.findByLabelText<HTMLInputElement>("Phone number", { selector: "input" });
  await userEvent.type(number, "12345{Enter}");
  // The page offers to prove it at once; who doesn't want to is told where it ends.
  if (kind === "proof-needed") await userEvent.click(await screen.findByRole("button", { name: "Not now" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
  expect(number.value).toBe("12345");
});

test("a wrong code is said beside the field", async () => {
  serve({ ...inside, "GET /me/phone": ok(waiting), "POST /me/phone/verify": () => problem(422, "wrong-code") });
  visit("/you/phone");
  const code = await screen.findByLabelText<HTMLInputElement>("Code from the text");
  await userEvent.type(code, "111111{Enter}");
  await waitFor(() => expect(code.getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getByRole("alert").textContent).toContain("isn't the code");
  expect(code.value).toBe("111111");
});

test("what became of the text is told as it becomes known, and no sooner", async () => {
  let text: string | null = null;
  serve({ ...inside, "GET /me/phone": () => ({ status: 200, body: { ...waiting, waiting: { ...waiting.waiting, text } } }) });
  const { queries } = visit("/you/phone");
  const stop = keepCurrent(queries);
  expect(await screen.findByText("A code is on its way to +351 *** ** 78.")).toBeDefined();
  for (const [state, words] of [
    ["queued", "We sent a code to +351 *** ** 78."],
    ["delivered", "A code arrived at +351 *** ** 78."],
    ["failed", /didn't get through/],
  ] as const) {
    text = state;
    dispatch({ id: "", kind: "text.changed", data: {} });
    expect(await screen.findByText(words)).toBeDefined();
  }
  stop();
});

test("another code goes to the number that was typed", async () => {
  const asked = serve({ ...inside, "GET /me/phone": ok(nothing), "POST /me/phone": ok(waiting) });
  visit("/you/phone");
  await userEvent.type(await screen.findByLabelText("Phone number", { selector: "input" }), "912345678{Enter}");
  await userEvent.click(await screen.findByRole("button", { name: "Send another code" }));
  await waitFor(() => expect(asked.filter(({ method }) => method === "POST")).toHaveLength(2));
  await userEvent.click(screen.getByRole("button", { name: "Use another number" }));
  expect(screen.getByLabelText("Phone number", { selector: "input" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Leave it" }));
  expect(screen.getByLabelText("Code from the text")).toBeDefined();
});

test("while another number waits, the confirmed one stays in sight", async () => {
  serve({ ...inside, "GET /me/phone": ok(confirmed), "POST /me/phone": ok({ ...confirmed, waiting: { ...waiting.waiting, number: "+34 *** ** 78" } }) });
  visit("/you/phone");
  await userEvent.click(await screen.findByRole("button", { name: "Change it" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Phone number", { selector: "input" }));
  await userEvent.keyboard("+34 612 345 678{Enter}");
  expect(await screen.findByText("A code is on its way to +34 *** ** 78.")).toBeDefined();
  expect(screen.getByRole("heading", { name: "+351 *** ** 78" })).toBeDefined();
});

test("removing asks first, and then it is gone", async () => {
  let phone: object = confirmed;
  const asked = serve({
    ...inside,
    "GET /me/phone": () => ({ status: 200, body: phone }),
    "DELETE /me/phone": () => {
      phone = nothing;
      return { status: 204 };
    },
  });
  visit("/you/phone");
  await userEvent.click(await screen.findByRole("button", { name: "Remove it" }));
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(asked.some(({ method }) => method === "DELETE")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Remove it" }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Remove it" }));
  expect(await screen.findByLabelText("Phone number", { selector: "input" })).toBeDefined();
  expect(await screen.findByText("Your number is gone. A letter says so too.")).toBeDefined();
});

test("without a carrier it says so, and asks for nothing", async () => {
  serve({ ...inside, "GET /me/phone": ok({ ...nothing, can_text: false }) });
  visit("/you/phone");
  expect(await screen.findByText(/can't send texts yet/)).toBeDefined();
  expect(screen.queryByLabelText("Phone number", { selector: "input" })).toBeNull();
});

test("where texts are only logged, the page says where the code is", async () => {
  serve({ ...inside, "GET /me/phone": ok({ ...waiting, kept: true }) });
  visit("/you/phone");
  expect(await screen.findByText(/stands in Cairn's log/)).toBeDefined();
});
