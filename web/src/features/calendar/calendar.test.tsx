import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, expect, test, vi } from "vitest";
import { rita, visit } from "../../test/page";
import { problem, serve } from "../../test/server";

vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-26T11:40:00Z"), shouldAdvanceTime: false });
afterAll(() => vi.useRealTimers());

const id = "0190a000-0000-7000-8000-0000000000e1";
const dentist = {
  id,
  version: 3,
  source: "own",
  title: "Dentist",
  place: "Rua do Sol 12",
  notes: "",
  bring: "",
  all_day: false,
  start: "2026-11-26T15:00:00Z",
  end: "2026-11-26T15:40:00Z",
  first_day: null,
  last_day: null,
  zone: "Europe/Lisbon",
  floating: false,
  rrule: null as string | null,
  travel_minutes: 35,
  ready_minutes: 15,
  after_minutes: 0,
  remind_minutes: 10,
  leave_by: "2026-11-26T14:25:00Z",
  ready_by: "2026-11-26T14:10:00Z",
  note: null,
  series_id: null,
  cancelled: false,
  created_at: "2026-11-20T10:00:00Z",
};
const ref = { kind: "event", id };
const piece = (kind: string, start: string, end: string, more = {}) => ({
  kind,
  start: `2026-11-26T${start}:00Z`,
  end: `2026-11-26T${end}:00Z`,
  fixed: false,
  title: "",
  place: "",
  bring: "",
  ref: null,
  overlaps: false,
  ...more,
});
const own = { fixed: true, title: "Dentist", place: "Rua do Sol 12", ref };
const today = {
  date: "2026-11-26",
  now: "2026-11-26T11:40:00Z",
  items: [],
  next: null,
  coming: null,
  left_minutes: 680,
  line: [
    piece("task", "11:40", "12:05", { title: "Send the photos", ref: { kind: "task", id: "t1" } }),
    piece("free", "12:05", "14:10"),
    piece("ready", "14:10", "14:25", own),
    piece("travel", "14:25", "15:00", own),
    piece("event", "15:00", "15:40", own),
    piece("free", "15:40", "23:00"),
  ],
};
const ok = (body: unknown, status = 200) => () => ({ status, body });
const inside = {
  "GET /me": ok(rita),
  "GET /today": ok(today),
  "GET /tasks/next": ok({ task: null, reason: null }),
  "GET /reminders": ok({ items: [], next_cursor: null }),
  [`GET /calendar/events/${id}`]: ok(dentist),
};

const refused = problem(422, "unreadable-span");
const unreadable = { status: 422, body: { ...(refused.body as object), detail: "We couldn't read a time in these words." } };

async function sheet(name: string) {
  return within(await screen.findByRole("dialog", { name }));
}

test("the day shows what is fixed, how to get there, and what fits before it", async () => {
  serve(inside);
  visit("/today");
  const line = within(await screen.findByRole("list", { name: "From now on" }));
  expect(line.getAllByRole("listitem").map((one) => one.textContent)).toEqual([
    "Send the photosAbout 25 min, fits here",
    "2 h 05 free",
    "14:10Get ready, 15 min",
    "14:25Leave by 14:2535 min on the way",
    "15:00Dentist40 min, Rua do Sol 12",
  ]);
  expect(screen.getByText("now, 2 h 30 free")).toBeDefined();
  expect(screen.getByRole("heading", { name: "Get ready in 2 h 30" })).toBeDefined();
  expect(screen.getByText("11 h 20 left of your day")).toBeDefined();
});

test("an event is added in the person's own words, and can be taken back", async () => {
  let sent: unknown;
  let undone = false;
  serve({
    ...inside,
    "POST /calendar/events": (_: Request, body: unknown) => ((sent = body), { status: 201, body: dentist }),
    [`DELETE /calendar/events/${id}`]: () => ((undone = true), { status: 204 }),
  });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Add an event" }));
  const form = await sheet("Add an event");
  await person.type(form.getByLabelText("What"), "Dentist");
  await person.type(form.getByLabelText("When"), "today 3pm to 3:40pm");
  await person.type(form.getByLabelText("Where"), "Rua do Sol 12");
  await person.type(form.getByLabelText("Getting there, in minutes"), "35{Enter}");
  expect(await screen.findByText("In your calendar: Dentist. Thu 26 Nov, 15:00 – 15:40.")).toBeDefined();
  expect(sent).toEqual({
    title: "Dentist",
    when: "today 3pm to 3:40pm",
    place: "Rua do Sol 12",
    notes: "",
    bring: "",
    floating: false,
    travel_minutes: 35,
    ready_minutes: 0,
    after_minutes: 0,
    remind_minutes: 10,
  });
  expect(screen.queryByRole("dialog")).toBeNull();
  await person.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(undone).toBe(true));
});

test("words that name no time are said to be unreadable beside the field, and stay", async () => {
  serve({ ...inside, "POST /calendar/events": () => unreadable });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Add an event" }));
  const form = await sheet("Add an event");
  await person.click(form.getByRole("button", { name: "Add it" }));
  expect(form.getByLabelText("What").getAttribute("aria-invalid")).toBe("true");
  await person.type(form.getByLabelText("What"), "Dentist");
  await person.type(form.getByLabelText("When"), "whenever{Enter}");
  expect(await form.findByText("We couldn't read a time in these words.")).toBeDefined();
  expect(form.getByLabelText<HTMLInputElement>("When").value).toBe("whenever");
});

test("an event is changed by what was changed alone, as it was when it was seen", async () => {
  let sent: unknown;
  let seen: string | null = "";
  serve({
    ...inside,
    [`PATCH /calendar/events/${id}`]: (request: Request, body: unknown) => {
      sent = body;
      seen = request.headers.get("If-Match");
      return { status: 200, body: { ...dentist, travel_minutes: 20 } };
    },
  });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Dentist" }));
  const form = await sheet("Event");
  const travel = await form.findByLabelText("Getting there, in minutes");
  await person.clear(travel);
  await person.type(travel, "20");
  await person.click(form.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Changed: Dentist. Thu 26 Nov, 15:00 – 15:40.")).toBeDefined();
  expect([sent, seen]).toEqual([{ travel_minutes: 20 }, '"3"']);
});

test("one time of a repeating event is left out, and put back", async () => {
  const sent: unknown[] = [];
  const keep = (_: Request, body: unknown) => (sent.push(body), { status: 200, body: dentist });
  serve({
    ...inside,
    [`GET /calendar/events/${id}`]: ok({ ...dentist, rrule: "FREQ=DAILY" }),
    [`POST /calendar/events/${id}/times/cancel`]: keep,
    [`POST /calendar/events/${id}/times/restore`]: keep,
  });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Dentist" }));
  const form = await sheet("Event");
  await person.click(await form.findByRole("button", { name: "Not this time" }));
  await person.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(sent).toEqual([{ start: "2026-11-26T15:00:00Z" }, { start: "2026-11-26T15:00:00Z" }]));
});

test("of a repeating event the time that was opened is shown, and after a change for all how often it is", async () => {
  const first = { ...dentist, rrule: "FREQ=DAILY", start: "2026-11-02T15:00:00Z", end: "2026-11-02T15:40:00Z" };
  serve({ ...inside, [`GET /calendar/events/${id}`]: ok(first), [`PATCH /calendar/events/${id}`]: ok({ ...first, travel_minutes: 20 }) });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Dentist" }));
  const form = await sheet("Event");
  expect(await form.findByText("Now Thu 26 Nov, 15:00 – 15:40, every day. Leave it empty to keep that.")).toBeDefined();
  const travel = form.getByLabelText("Getting there, in minutes");
  await person.clear(travel);
  await person.type(travel, "20");
  await person.click(form.getByRole("button", { name: "Save for all" }));
  expect(await screen.findByText("Changed: Dentist. 15:00 – 15:40, every day.")).toBeDefined();
});

test("the rest of an event is changed as well, and a length that is none is said to be so and stays", async () => {
  let sent: unknown;
  serve({
    ...inside,
    [`PATCH /calendar/events/${id}`]: (_: Request, body: unknown) => ((sent = body), { status: 200, body: dentist }),
  });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Dentist" }));
  const form = await sheet("Event");
  await person.type(await form.findByLabelText("Landing afterwards, in minutes"), "a while");
  await person.clear(form.getByLabelText("Told before, in minutes"));
  await person.type(form.getByLabelText("Notes"), "Bring the card");
  await person.click(form.getByRole("button", { name: "Save" }));
  expect(await form.findByText("A number of minutes, such as 20.")).toBeDefined();
  const after = form.getByLabelText<HTMLInputElement>("Landing afterwards, in minutes");
  expect([after.value, sent]).toEqual(["a while", undefined]);
  await person.clear(after);
  await person.type(after, "15");
  await person.click(form.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent).toEqual({ after_minutes: 15, remind_minutes: null, notes: "Bring the card" }));
});

test("of a repeating event one time alone is changed", async () => {
  let sent: unknown;
  serve({
    ...inside,
    [`GET /calendar/events/${id}`]: ok({ ...dentist, rrule: "FREQ=DAILY" }),
    [`POST /calendar/events/${id}/times/change`]: (_: Request, body: unknown) => ((sent = body), { status: 200, body: dentist }),
  });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Dentist" }));
  const form = await sheet("Event");
  await person.type(await form.findByLabelText("When"), "today 4pm");
  await person.click(form.getByRole("button", { name: "Save for this time" }));
  await waitFor(() => expect(sent).toEqual({ when: "today 4pm", at: "2026-11-26T15:00:00Z" }));
});

test("what to take along, how often and whose clock are told, and only what was chosen is sent", async () => {
  let sent: unknown;
  serve({
    ...inside,
    "POST /calendar/events": (_: Request, body: unknown) => ((sent = body), { status: 201, body: dentist }),
  });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Add an event" }));
  const form = await sheet("Add an event");
  await person.type(form.getByLabelText("What"), "Pool");
  await person.type(form.getByLabelText("When"), "monday 10:00 to 11:00");
  await person.type(form.getByLabelText("Take with you"), "Towel");
  await person.selectOptions(form.getByLabelText("How often?"), "every week");
  await person.selectOptions(form.getByLabelText("Time zone of its place"), "Europe/Paris");
  await person.click(form.getByRole("button", { name: "Add it" }));
  await waitFor(() => expect(sent).toMatchObject({ bring: "Towel", rrule: "FREQ=WEEKLY", time_zone: "Europe/Paris", floating: false }));
});

test("of a change for one time alone how often it is stays, and it can move with the person", async () => {
  let sent: unknown;
  serve({
    ...inside,
    [`GET /calendar/events/${id}`]: ok({ ...dentist, rrule: "FREQ=DAILY" }),
    [`POST /calendar/events/${id}/times/change`]: (_: Request, body: unknown) => ((sent = body), { status: 200, body: dentist }),
  });
  visit("/today");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Dentist" }));
  const form = await sheet("Event");
  await person.type(await form.findByLabelText("Take with you"), "The letter");
  await person.selectOptions(form.getByLabelText("How often?"), "every week");
  await person.selectOptions(form.getByLabelText("Whose clock?"), "Mine, wherever I am");
  expect(form.queryByLabelText("Time zone of its place")).toBeNull();
  await person.click(form.getByRole("button", { name: "Save for this time" }));
  await waitFor(() => expect(sent).toEqual({ bring: "The letter", floating: true, at: "2026-11-26T15:00:00Z" }));
});

const item = (title: string, at: string | null, kind = "reminder") => ({ kind, id: title, title, at, end: null, done: false, bring: "" });

test("what to take along stands beside the day and under where one leaves, and tomorrow stands below", async () => {
  const bring = "Insurance card, bus pass";
  const line = today.line.map((one) => (one.title === "Dentist" ? { ...one, bring } : one));
  serve({
    ...inside,
    "GET /today": ok({ ...today, line }),
    "GET /tomorrow": ok({
      date: "2026-11-27",
      starts: "2026-11-27T08:00:00Z",
      ends: "2026-11-27T22:00:00Z",
      items: [item("Holiday", null, "event"), item("Ring the vet", "2026-11-27T09:30:00Z"), item("Read the gas meter", "2026-11-27T15:00:00Z")],
      more: false,
    }),
  });
  visit("/today");
  const card = within(await screen.findByRole("region", { name: "Take with you" }));
  expect(card.getByText(bring)).toBeDefined();
  expect(card.queryByText(/^For /)).toBeNull();
  expect(screen.getAllByText(`Take with you: ${bring}`)).toHaveLength(1);
  const tomorrow = within(await screen.findByRole("region", { name: "Tomorrow, Fri 27 Nov" }));
  expect(tomorrow.getAllByRole("listitem").map((one) => one.textContent)).toEqual(["Holiday · all day", "09:30Ring the vet", "15:00Read the gas meter"]);
  expect(tomorrow.getByRole("img", { name: "From 08:00 to 22:00" }).children).toHaveLength(2);
});
