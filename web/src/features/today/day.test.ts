import { expect, test } from "vitest";
import type { Item, Segment } from "../../api/today";
import { bringers, bringingOf, comingOf, freeFor, layOut, scales, stripOf } from "./day";

const now = new Date("2026-11-26T11:40:00Z");

const moment = (time: string) => `2026-11-26T${time}:00Z`;

function item(title: string, at: string | null, end: string | null = null, done = false): Item {
  return { kind: "task", id: title, title, at: at && moment(at), end: end && moment(end), done, bring: "" };
}

function segment(kind: Segment["kind"], start: string, end: string, title = "", fixed = title !== ""): Segment {
  const id = title.toLowerCase();
  const ref = title ? ({ kind: kind === "reminder" || kind === "task" ? kind : "event", id } as const) : null;
  return { kind, start: moment(start), end: moment(end), fixed, title, place: "", bring: "", ref, overlaps: false };
}

const dentist = [
  segment("ready", "14:10", "14:25", "Dentist"),
  segment("travel", "14:25", "15:00", "Dentist"),
  segment("event", "15:00", "15:40", "Dentist"),
];

const ahead = (line: Segment[]) => layOut({ items: [], line }, now, scales.page).ahead;
const told = (line: Segment[]) => ahead(line).map(({ kind, segment: of, minutes }) => [of?.title ?? "free", kind, minutes]);

test("free stretches stand between things, with their length from now on", () => {
  const line = [segment("free", "07:00", "12:20"), segment("event", "12:20", "12:50", "Call"), segment("free", "12:50", "14:10"), ...dentist];
  expect(told(line)).toEqual([
    ["free", "free", 40],
    ["Call", "thing", 30],
    ["free", "free", 80],
    ["Dentist", "ready", 15],
    ["Dentist", "travel", 35],
    ["Dentist", "thing", 40],
  ]);
});

test("what fits is offered in its gap, and going over to the next is free time too", () => {
  const line = [
    segment("task", "11:40", "12:05", "Send the photos", false),
    segment("rest", "12:05", "12:15"),
    segment("free", "12:15", "12:20"),
    segment("event", "12:20", "12:50", "Call"),
    segment("free", "12:50", "23:00"),
  ];
  expect(told(line)).toEqual([
    ["Send the photos", "fits", 25],
    ["free", "free", 15],
    ["Call", "thing", 30],
  ]);
});

test("a thing that goes on now has no free stretch before it", () => {
  const line = [segment("event", "11:30", "12:00", "Call"), segment("free", "12:00", "12:30"), segment("reminder", "12:30", "12:30", "Lunch")];
  expect(told(line)).toEqual([
    ["Call", "thing", 30],
    ["free", "free", 30],
    ["Lunch", "thing", 0],
  ]);
  expect(freeFor(line, now)).toBeUndefined();
});

test("a breath between two things is no free stretch", () => {
  const line = [segment("event", "12:00", "12:30", "One"), segment("free", "12:30", "12:35"), segment("event", "12:35", "13:00", "Two")];
  expect(told(line).map(([title]) => title)).toEqual(["One", "Two"]);
});

test("what is done or over is behind, what has no time is loose", () => {
  const items = [item("Early", "09:00"), item("Ticked", "18:00", null, true), item("Some time", null)];
  const { past, loose } = layOut({ items, line: [] }, now, scales.page);
  expect(past.map((thing) => thing.title)).toEqual(["Early", "Ticked"]);
  expect(loose.map((thing) => thing.title)).toEqual(["Some time"]);
});

test("each thing is tall enough for its words and no free stretch fills the page", () => {
  const line = [segment("free", "07:00", "23:00"), segment("reminder", "23:00", "23:00", "Night")];
  const drawn = layOut({ items: [], line }, now, scales.side).ahead.map((block) => block.drawn);
  expect(drawn).toEqual([90, 20]);
});

test("what comes first for the next event is what the time left is counted to", () => {
  expect(comingOf(dentist, now)).toMatchObject({ title: "Dentist", goal: "ready", minutes: 150, at: new Date(moment("15:00")) });
  expect(comingOf(dentist, new Date(moment("14:15")))).toMatchObject({ goal: "leave", minutes: 10 });
  expect(comingOf(dentist, new Date(moment("14:30")))).toMatchObject({ goal: "start", minutes: 30 });
  expect(comingOf(dentist, new Date(moment("15:10")))).toBeUndefined();
});

test("a reminder on the way is no end of free time, unless there is nothing else", () => {
  const call = segment("reminder", "12:00", "12:00", "Call");
  expect(freeFor([call, ...dentist], now)).toBe(150);
  expect(freeFor([call], now)).toBe(20);
});

const takes = (segments: Segment[], bring: string) => segments.map((one) => ({ ...one, bring }));

test("what to take along is told once: where one leaves, or where the thing begins", () => {
  const call = takes([segment("event", "12:20", "12:50", "Call")], "Notes");
  const blocks = ahead([...call, ...takes(dentist, "Card")]);
  const said = [...bringers(blocks)].map(({ kind, segment: of }) => [kind, of?.bring]);
  expect(said).toEqual([
    ["thing", "Notes"],
    ["travel", "Card"],
  ]);
  // On the way it is told where it begins.
  const late = layOut({ items: [], line: takes(dentist, "Card").slice(2) }, now, scales.page).ahead;
  expect([...bringers(late)].map(({ kind }) => kind)).toEqual(["thing"]);
});

test("the next event with something to take along is one still to come, else one for the whole day", () => {
  const line = [...takes([segment("event", "11:00", "12:00", "Gone")], "Bag"), ...dentist, ...takes([segment("event", "17:00", "18:00", "Pool")], "Towel")];
  const whole = { ...item("Fair", null), kind: "event" as const, bring: "Tickets" };
  expect(bringingOf({ items: [whole], line }, now)).toMatchObject({ title: "Pool", bring: "Towel", at: moment("17:00") });
  expect(bringingOf({ items: [whole], line: dentist }, now)).toEqual({ id: "Fair", title: "Fair", bring: "Tickets" });
  expect(bringingOf({ items: [], line: dentist }, now)).toBeUndefined();
});

const strip = (...items: Item[]) => stripOf({ date: "2026-11-26", starts: moment("08:00"), ends: moment("22:00"), items, more: false });

test("a day lying down holds what comes before it begins, and what goes on from the night", () => {
  const usual = strip(item("Vet", "09:30", "10:00"), item("Meter", "15:00"), item("Fair", null));
  expect([usual.of, usual.stones.map(({ at, minutes }) => [at, minutes])]).toEqual([
    840,
    [
      [90, 30],
      [420, 0],
    ],
  ]);
  const early = strip(item("Train", "06:00", "09:00"), item("Party", "22:30", "23:30"));
  expect([early.starts.toISOString().slice(11, 16), early.ends.toISOString().slice(11, 16)]).toEqual(["06:00", "22:30"]);
  expect(early.stones.map(({ at, minutes }) => [at, minutes])).toEqual([
    [0, 180],
    [990, 0],
  ]);
});
