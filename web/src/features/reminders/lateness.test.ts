import { beforeEach, expect, test } from "vitest";
import { liveIn } from "../../shared/zone";
import { forWhen } from "./lateness";

beforeEach(() => liveIn("Europe/Lisbon"));

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
