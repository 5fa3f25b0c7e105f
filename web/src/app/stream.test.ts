import { expect, test } from "vitest";
import { dispatch, onEvent, type LiveEvent } from "../api/events";
import { parser } from "../api/serverSent";

const text = ': still here\n\nid: 7\nevent: tasks.done\ndata: {"task_id":"a"}\n\nid: 8\nevent: reset\ndata: {}\n\n';

test.each([1, 3, 1000])("events are whole whatever the size of the pieces (%i)", (size) => {
  const heard: LiveEvent[] = [];
  const take = parser((event) => heard.push(event));
  for (let at = 0; at < text.length; at += size) take(text.slice(at, at + size));
  expect(heard).toEqual([
    { id: "7", kind: "tasks.done", data: { task_id: "a" } },
    { id: "8", kind: "reset", data: {} },
  ]);
});

test("an event reaches those who asked for its kind or for all below it, until they stop", () => {
  const heard: string[] = [];
  const stops = [
    onEvent("tasks.done", () => heard.push("exact")),
    onEvent("tasks.", () => heard.push("below")),
    onEvent("reminders.", () => heard.push("other")),
  ];
  dispatch({ id: "1", kind: "tasks.done", data: {} });
  for (const stop of stops) stop();
  dispatch({ id: "2", kind: "tasks.done", data: {} });
  expect(heard).toEqual(["exact", "below"]);
});
