import { afterEach, beforeEach, expect, test } from "vitest";
import { speak, type Locale } from "../../shared/i18n";
import { liveIn } from "../../shared/zone";
import { forWhen } from "./lateness";

beforeEach(() => liveIn("Europe/Lisbon"));
afterEach(() => speak("en"));

const at = (time: string) => new Date(`2026-11-26T${time}:00Z`);

test("a late reminder says for when it was and what time it is", () => {
  expect(forWhen(at("14:00").toISOString(), at("14:25"))).toBe("This was for 14:00. It's 14:25 now.");
});

test("on time is on time, a minute this way or that", () => {
  expect(forWhen(at("14:00").toISOString(), at("14:01"))).toBe("It's 14:00.");
});

test("a reminder from another day names both days", () => {
  const now = new Date("2026-11-27T09:10:00Z");
  expect(forWhen(at("14:00").toISOString(), now)).toBe("This was for Thu 26 Nov, 14:00. It's Fri 27 Nov, 09:10 now.");
});

test("one to come is told in full and from now", () => {
  expect(forWhen(at("15:00").toISOString(), at("11:40"))).toBe("Thu 26 Nov, 15:00 (in 3 h 20)");
});

const cases: [Locale, string, RegExp][] = [
  ["es", "Era para las 14:00. Ya son las 14:25.", /^Era para el jue.*, 14:00\. Ahora es vie.*, 09:10\.$/],
  ["fr", "C'était pour 14:00. Il est 14:25.", /^C'était pour le jeu.*, 14:00\. Nous sommes le ven.*, 09:10\.$/],
  ["pt", "Era para as 14:00. Já são 14:25.", /^Era para qui.*, 14:00\. Agora é sex.*, 09:10\.$/],
];

test.each(cases)("lateness reads natural in %s, by the hour and by the day", async (locale, today, since) => {
  await speak(locale);
  expect(forWhen(at("14:00").toISOString(), at("14:25"))).toBe(today);
  expect(forWhen(at("14:00").toISOString(), new Date("2026-11-27T09:10:00Z"))).toMatch(since);
});
