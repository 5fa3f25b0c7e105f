import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { serve } from "../../test/server";
import { dayOf, lastsLongEnough } from "./day";

test("a day is the usual one until somebody says theirs", () => {
  expect(dayOf({})).toEqual({ begins: "07:00", ends: "23:00" });
  expect(dayOf({ day: null })).toEqual({ begins: "07:00", ends: "23:00" });
  expect(dayOf({ day: { begins: "10:00:00", ends: "02:00:00" } })).toEqual({ begins: "10:00", ends: "02:00" });
});

test("a day may go past midnight, and lasts four hours at least", () => {
  expect(lastsLongEnough("10:00", "02:00")).toBe(true);
  expect(lastsLongEnough("22:00", "02:00")).toBe(true);
  expect(lastsLongEnough("22:00", "01:59")).toBe(false);
  expect(lastsLongEnough("07:00", "07:00")).toBe(false);
  expect(lastsLongEnough("07:00", "")).toBe(false);
});

test("one's own day is kept, and one that is too short isn't sent", async () => {
  const asked = serve({
    "GET /me": () => ({ status: 200, body: rita }),
    "PATCH /me": (_request, body) => ({ status: 200, body: { ...rita, ...(body as object) } }),
  });
  visit("/you");
  const begins = await screen.findByLabelText("My day begins");
  const ends = screen.getByLabelText("My day ends");
  await userEvent.clear(begins);
  await userEvent.type(begins, "10:00");
  await userEvent.clear(ends);
  await userEvent.type(ends, "12:00");
  await userEvent.click(screen.getByRole("button", { name: "Keep this day" }));
  expect(screen.getByText("A day lasts four hours at least.")).toBeDefined();
  expect(asked.some((request) => request.method === "PATCH")).toBe(false);

  await userEvent.clear(ends);
  await userEvent.type(ends, "02:00");
  await userEvent.click(screen.getByRole("button", { name: "Keep this day" }));
  await waitFor(() => expect(asked.find((request) => request.method === "PATCH")?.body).toEqual({ settings: { day: { begins: "10:00", ends: "02:00" } } }));
});
