import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { closeToast } from "../../shared/ui";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const page = (...items: unknown[]) => ok({ items, next_cursor: null });
const home = {
  fact_id: "f1",
  value: "Lisbon",
  relation: "lives_in",
  qualifier: "",
  source: "grammar",
  confidence: 0.9,
  since: "2026-11-03T09:00:00Z",
  quote: "I live in Lisbon",
  said_at: "2026-11-03T09:00:00Z",
  memory_id: "k1",
};
const marta = { ...home, fact_id: "f2", value: "Marta", relation: "sibling", qualifier: "sister", quote: "", source: "hand", confidence: 1, memory_id: null };
const field = (id: string, label: string, sentence: string, values: unknown[], more: object = {}) => ({ id, label, sentence, values, many: false, origin: "facts", relations: [id], ...more });
const fields = [
  field("name", "Name", "Your name is Rita.", [{ value: "Rita", source: "account", confidence: 1 }], { origin: "account" }),
  field("home", "Home", "You live in Lisbon.", [home], { relations: ["lives_in"] }),
  field("family", "Family", "Your family: Marta.", [marta], { many: true, relations: ["mother", "sibling"] }),
  field("diet", "Diet", "", []),
  field("sleep", "Sleep", "", [], { many: true }),
];
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": page(),
  "GET /profile": ok({ fields }),
};
afterEach(() => {
  for (const id of ["f1", "home", "family", "diet"]) closeToast(id);
});

const row = (words: string) => screen.findByText(words).then((found) => within(found.closest("li") as HTMLElement));

test("each sentence says where it comes from and how sure it is", async () => {
  serve(inside);
  visit("/memory/profile");
  expect((await row("You live in Lisbon.")).getByText(/“I live in Lisbon”/).textContent).toBe("“I live in Lisbon”, Tue 3 Nov 2026 · sure");
  expect((await row("Your family: Marta.")).getByText(/You wrote this/).textContent).toBe("You wrote this, Tue 3 Nov 2026 · certain");
});

test("what the account keeps leads to the settings", async () => {
  serve(inside);
  visit("/memory/profile");
  expect((await row("Your name is Rita.")).getByRole("link").getAttribute("href")).toBe("/you");
});

const inHome = (value: string) => ({ value, relation: "lives_in", qualifier: "" });
const sister = (value: string) => ({ value, relation: "sibling", qualifier: "sister" });

test("a sentence is changed in place, and the change can be taken back", async () => {
  const asked = serve({ ...inside, "PUT /profile/home": ok({ fields }) });
  visit("/memory/profile");
  await userEvent.click(await screen.findByRole("button", { name: "Edit Home" }));
  const box = screen.getByLabelText("Home");
  expect(document.activeElement).toBe(box);
  await userEvent.clear(box);
  await userEvent.type(box, "Porto{Enter}");
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([{ values: [inHome("Porto")] }, { values: [inHome("Lisbon")] }]));
});

test("people stay who they are when a name changes, and when that is taken back", async () => {
  const asked = serve({ ...inside, "PUT /profile/family": ok({ fields }) });
  visit("/memory/profile");
  await userEvent.click(await screen.findByRole("button", { name: "Edit Family" }));
  await userEvent.type(screen.getByLabelText("Family"), "a{Enter}");
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([{ values: [sister("Martaa")] }, { values: [sister("Marta")] }]));
});

test("one more of several says what it is", async () => {
  const asked = serve({ ...inside, "POST /facts": () => ({ status: 201, body: {} }) });
  visit("/memory/profile");
  await userEvent.click(await screen.findByRole("button", { name: "Edit Family" }));
  await userEvent.type(screen.getByLabelText("One more"), "Rosa");
  await userEvent.selectOptions(screen.getByLabelText("What is it?"), "Mother");
  await userEvent.click(within(screen.getByLabelText("One more").closest("form") as HTMLElement).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(asked.find(({ path }) => path === "/facts")?.body).toMatchObject({ subject: "me", relation: "mother", value: "Rosa" }));
  expect(asked.some(({ method }) => method === "PUT")).toBe(false);
});

test.each([
  ["That's not right", "deny"],
  ["No longer", "end"],
])("%s is done at once, and can be taken back as it was", async (name, way) => {
  const asked = serve({ ...inside, [`POST /facts/f1/${way}`]: ok({}), "POST /facts": () => ({ status: 201, body: {} }), "GET /facts/f1": ok({ fact: {}, history: [], tellings: [] }) });
  visit("/memory/profile");
  const lisbon = await row("You live in Lisbon.");
  await userEvent.click(lisbon.getByText(/“I live in Lisbon”/));
  await userEvent.click(await lisbon.findByRole("button", { name: `${name} Lisbon` }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.find(({ path }) => path === "/facts")?.body).toEqual({ subject: "me", relation: "lives_in", value: "Lisbon", qualifier: "", since: "2026-11-03T09:00:00Z" }));
});

test("what isn't known is one line, and can be written", async () => {
  const asked = serve({ ...inside, "POST /facts": () => ({ status: 201, body: {} }) });
  visit("/memory/profile");
  await userEvent.click(await screen.findByText("2 things I don't know yet"));
  await userEvent.click(screen.getByRole("button", { name: "Write it Diet" }));
  await userEvent.type(screen.getByLabelText("Diet"), "vegetarian{Enter}");
  await waitFor(() => expect(asked.find(({ path }) => path === "/facts")?.body).toMatchObject({ relation: "diet", value: "vegetarian" }));
});

test("a refusal keeps what was typed", async () => {
  serve({ ...inside, "PUT /profile/home": () => problem(503, "unavailable") });
  visit("/memory/profile");
  await userEvent.click(await screen.findByRole("button", { name: "Edit Home" }));
  await userEvent.type(screen.getByLabelText("Home"), "!{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe("That didn't work just now. Your words are still here.");
  expect(screen.getByLabelText<HTMLInputElement>("Home").value).toBe("Lisbon!");
});

test("when it doesn't open, it says what is safe", async () => {
  serve({ ...inside, "GET /profile": () => problem(503, "unavailable") });
  visit("/memory/profile");
  expect((await screen.findByRole("alert")).textContent).toContain("Everything you told me is safe.");
});
