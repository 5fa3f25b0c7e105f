import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../../test/page";
import { serve } from "../../test/server";
import { partsOf, type Parts } from "../../shared/parts";
import { dayOf, followEachOther, lastsLongEnough } from "./day";

test("a day is the usual one until somebody says theirs", () => {
  expect(dayOf({})).toEqual({ begins: "07:00", ends: "23:00" });
  expect(dayOf({ day: null })).toEqual({ begins: "07:00", ends: "23:00" });
  expect(dayOf({ day: { begins: "10:00:00", ends: "02:00:00" } })).toEqual({ begins: "10:00", ends: "02:00" });
});

test("a day may go past midnight, and lasts four hours at least", () => {
  expect(lastsLongEnough({ begins: "10:00", ends: "02:00" })).toBe(true);
  expect(lastsLongEnough({ begins: "22:00", ends: "02:00" })).toBe(true);
  expect(lastsLongEnough({ begins: "22:00", ends: "01:59" })).toBe(false);
  expect(lastsLongEnough({ begins: "07:00", ends: "07:00" })).toBe(false);
  expect(lastsLongEnough({ begins: "07:00", ends: "" })).toBe(false);
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

const usual: Parts = { morning: "09:00", noon: "12:00", afternoon: "15:00", evening: "19:00", night: "21:00" };

test("the parts of a day are the usual ones but for those that somebody chose", () => {
  expect(partsOf({})).toEqual(usual);
  expect(partsOf({ parts: null })).toEqual(usual);
  expect(partsOf({ parts: { morning: "10:30:00" } })).toEqual({ ...usual, morning: "10:30" });
  expect(followEachOther(usual)).toBe(true);
  expect(followEachOther({ ...usual, morning: "12:00" })).toBe(false);
  expect(followEachOther({ ...usual, night: "" })).toBe(false);
});

test("the hours of one's words are kept, those out of order aren't sent, and the day stays as it was", async () => {
  const asked = serve({
    "GET /me": () => ({ status: 200, body: rita }),
    "PATCH /me": (_request, body) => ({ status: 200, body: { ...rita, ...(body as object) } }),
  });
  visit("/you");
  await userEvent.click(await screen.findByText("What “morning” and “evening” mean"));
  const evening = screen.getByLabelText("Evening");
  await userEvent.clear(evening);
  await userEvent.type(evening, "22:00");
  await userEvent.click(screen.getByRole("button", { name: "Keep these hours" }));
  expect(screen.getByText("They follow each other, from morning to night.")).toBeDefined();
  expect(asked.some((request) => request.method === "PATCH")).toBe(false);

  await userEvent.clear(evening);
  await userEvent.type(evening, "20:00");
  await userEvent.click(screen.getByRole("button", { name: "Keep these hours" }));
  await waitFor(() => expect(asked.find((request) => request.method === "PATCH")?.body).toEqual({ settings: { parts: { ...usual, evening: "20:00" } } }));
});
