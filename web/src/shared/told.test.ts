import { afterEach, expect, test } from "vitest";
import { speak } from "./i18n";
import { told } from "./told";

const booked = {
  text: "Booked: Call the dentist. Thu 26 Nov, 15:00 (in 3 h 20).",
  parts: [{ text: "Booked: Call the dentist. " }, { text: "Thu 26 Nov, 15:00", at: "2026-11-26T15:00:00Z" }, { text: ".", at: null }],
};

afterEach(() => speak("en"));

test("how far off a moment is, is told by the clock of who reads", () => {
  expect(told(booked, "2026-11-26T11:40:00Z")).toBe(booked.text);
  expect(told(booked, "2026-11-26T15:00:10Z")).toBe("Booked: Call the dentist. Thu 26 Nov, 15:00 (now).");
  expect(told(booked, "2026-12-03T15:00:00Z")).toBe("Booked: Call the dentist. Thu 26 Nov, 15:00 (7 days ago).");
});

test.each([
  ["es", "(hace 7 días)"],
  ["fr", "(il y a 7 jours)"],
  ["pt", "(há 7 dias)"],
] as const)("in %s too", async (locale, away) => {
  await speak(locale);
  expect(told(booked, "2026-12-03T15:00:00Z")).toContain(away);
});

test("a reply that names no moment is as it was written", () => {
  expect(told({ text: "On your list: Buy milk.", parts: [] }, new Date())).toBe("On your list: Buy milk.");
  expect(told({ text: "Kept by an older page (now)." }, new Date())).toBe("Kept by an older page (now).");
});
