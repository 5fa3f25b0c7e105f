import { expect, test } from "vitest";
import type { Receipt } from "../../api/receipts";
import { spoken } from "./spoken";

const receipt = (kind: string, title: string) => ({ id: title, kind, title }) as Receipt;
const dentist = receipt("reminder.booked", "Call the dentist");

test.each([
  ["Booked: Call the dentist. Sat 21 Nov, 15:00 (in 17 h).", "Booked"],
  ["Réservé : Call the dentist. Sam 21 nov., 15:00 (dans 17 h).", "Réservé"],
  ["Booked: Call the dentist. Every Friday, first Fri 27 Nov, 15:00 (in 6 days).", "Booked"],
])("of %s only the lead is left, the card says the rest", (text, lead) => {
  expect(spoken(text, [dentist])).toEqual({ leads: [lead], rest: "" });
});

test("what asks for an answer stays", () => {
  const text = "Booked: Call the dentist. Sat 21 Nov, 15:00 (in 17 h). I took “3” as 15:00. Right?";
  expect(spoken(text, [dentist])).toEqual({ leads: ["Booked"], rest: "I took “3” as 15:00. Right?" });
});

test("when something comes again stays, for the card doesn't say it", () => {
  const text = "Done: Water the plants. It comes again Sun 22 Nov, 10:00 (in 2 days).";
  expect(spoken(text, [receipt("reminder.done", "Water the plants")])).toEqual({
    leads: ["Done"],
    rest: "It comes again Sun 22 Nov, 10:00 (in 2 days).",
  });
});

test("for which day something is stands on its card", () => {
  const both = [dentist, { ...receipt("task.added", "Pay rent"), note: "For Tue 1 Dec." }];
  const text = "Booked: Call the dentist. Sat 28 Nov, 10:00 (in 18 h).\nOn your list: Pay rent. For Tue 1 Dec.";
  expect(spoken(text, both)).toEqual({ leads: ["Booked"], rest: "" });
});

test("what lives where the card says needs no lead", () => {
  const both = [receipt("task.added", "Buy milk"), receipt("memory.kept", "The key is in the tin.")];
  expect(spoken("On your list: Buy milk.\nKept in memory: The key is in the tin.", both)).toEqual({ leads: [], rest: "" });
});

test("other words stay as they are", () => {
  const text = "I moved things around: Call the dentist comes first, then lunch.";
  expect(spoken(text, [dentist])).toEqual({ leads: [], rest: text });
  expect(spoken("Call the dentist is booked.", [dentist]).rest).toBe("Call the dentist is booked.");
});
