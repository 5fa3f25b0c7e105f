import { expect, test } from "vitest";
import type { Item } from "../../api/today";
import { layOut, scales } from "./day";

const now = new Date("2026-11-26T11:40:00Z");

const moment = (time: string | null) => time && `2026-11-26T${time}:00Z`;

function item(title: string, at: string | null, end: string | null = null, done = false): Item {
  return { kind: "task", id: title, title, at: moment(at), end: moment(end), done };
}

const told = (items: Item[]) => layOut(items, now, scales.page).ahead.map(({ item: thing, minutes }) => [thing?.title ?? "free", minutes]);

test("free stretches stand between things, with their length", () => {
  expect(told([item("Call", "12:20", "12:50"), item("Dentist", "15:00", "15:40")])).toEqual([
    ["free", 40],
    ["Call", 30],
    ["free", 130],
    ["Dentist", 40],
  ]);
});

test("a thing that goes on now has no free stretch before it", () => {
  expect(told([item("Call", "11:30", "12:00"), item("Lunch", "12:30")])).toEqual([
    ["Call", 30],
    ["free", 30],
    ["Lunch", 0],
  ]);
});

test("things at the same time follow one another without a negative gap", () => {
  expect(told([item("One", "12:00", "13:00"), item("Two", "12:30", "12:40"), item("Three", "13:02")])).toEqual([
    ["free", 20],
    ["One", 60],
    ["Two", 10],
    ["Three", 0],
  ]);
});

test("what is done or over is behind, what has no time is loose", () => {
  const { past, ahead, loose } = layOut([item("Early", "09:00"), item("Ticked", "18:00", null, true), item("Some time", null)], now, scales.page);
  expect(past.map((thing) => thing.title)).toEqual(["Early", "Ticked"]);
  expect(ahead).toEqual([]);
  expect(loose.map((thing) => thing.title)).toEqual(["Some time"]);
});

test("each thing is tall enough for its words and no free stretch fills the page", () => {
  const { ahead } = layOut([item("Night", "23:00")], now, scales.side);
  expect(ahead.map((block) => block.drawn)).toEqual([90, 20]);
});
