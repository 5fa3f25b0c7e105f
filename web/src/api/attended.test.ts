import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serve } from "../test/server";
import { api } from "./client";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const asked: Request[] = [];
const ask = async () => {
  serve({ "GET /today": (request) => (asked.push(request), { status: 200, body: {} }) });
  await api.GET("/api/v1/today");
  return asked.at(-1)!.headers.get("X-Cairn-Unattended");
};

test("what the page asks right after somebody did something is their doing", async () => {
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  vi.setSystemTime(Date.now() + 29_000);
  expect(await ask()).toBeNull();
});

test("what it asks while nobody does anything says so, until somebody is back", async () => {
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  vi.setSystemTime(Date.now() + 31_000);
  expect(await ask()).toBe("1");
  document.body.dispatchEvent(new Event("pointermove", { bubbles: true }));
  expect(await ask()).toBeNull();
});
