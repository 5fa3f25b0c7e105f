import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { serve } from "../../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });
const around = {
  "GET /me": ok(rita),
  "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
};
const consent = (id: string, more: object = {}) => ({
  id,
  document: "terms",
  version: "2026-11-26",
  locale: "en",
  shown_at: "sign-up",
  given_at: "2026-11-26T12:00:00Z",
  withdrawn_at: null,
  needed: true,
  newest: "2026-11-26",
  ...more,
});

test("what an account needs is shown without a way to take it back, and says how it could be", async () => {
  serve({ ...around, "GET /me/consents": ok({ items: [consent("1")], next_cursor: null }) });
  visit("/you");
  const section = within(await screen.findByRole("region", { name: "What you agreed to" }));
  expect(section.getByRole("link", { name: "What Cairn keeps" }).getAttribute("href")).toBe("/terms");
  expect(section.getByText("An account needs this. To take it back, erase the account.")).toBeTruthy();
  expect(section.queryByRole("button")).toBeNull();
});

test("newer words are agreed to, and what nobody needs is taken back", async () => {
  const items = [consent("2", { document: "news", needed: false, version: "1", newest: "2", shown_at: "preferences" })];
  const asked = serve({
    ...around,
    "GET /me/consents": () => ({ status: 200, body: { items, next_cursor: null } }),
    "POST /me/consents": () => {
      items.unshift({ ...items[0]!, id: "3", version: "2" });
      return { status: 201, body: items[0] };
    },
    "DELETE /me/consents/3": () => {
      for (const one of items) one.withdrawn_at = "2026-11-27T12:00:00Z" as never;
      return { status: 204 };
    },
  });
  visit("/you");
  await userEvent.click(await screen.findByRole("button", { name: "Agree to the newer words" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Agree to the newer words" })).toBeNull());
  expect(asked.find((one) => one.method === "POST" && one.path === "/me/consents")?.body).toEqual({ document: "news", version: "2" });
  await userEvent.click(screen.getByRole("button", { name: "Take it back" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Take it back" })).toBeNull());
  expect(screen.getAllByText(/^version \d, from 26 Nov 2026 to 27 Nov 2026$/)).toHaveLength(2);
});
