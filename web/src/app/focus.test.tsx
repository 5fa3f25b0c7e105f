import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { rita, visit } from "../test/page";
import { serve } from "../test/server";

const ok = (body: unknown) => () => ({ status: 200, body });

function inside() {
  serve({
    "GET /me": ok(rita),
    "GET /today": ok({ date: "2026-11-26", now: "", items: [], next: null }),
    "GET /reminders": ok({ items: [], next_cursor: null }),
    "GET /tasks/next": ok({ task: null, reason: null }),
  });
}

const linkToToday = async () =>
  within(await screen.findByRole("navigation", { name: "Main places" })).getByRole("link", { name: "Today" });

test("a page that comes takes the focus to its beginning", async () => {
  inside();
  visit("/now");
  await userEvent.click(await linkToToday());
  await expect.poll(() => location.pathname).toBe("/today");
  await expect.poll(() => document.activeElement?.id).toBe("main");
});

test("who has begun to write while a page comes keeps the line, and every letter", async () => {
  inside();
  visit("/now");
  const link = await linkToToday();
  act(() => link.click());
  const line = screen.getByRole("textbox", { name: "Tell me anything" });
  line.focus();
  await expect.poll(() => location.pathname).toBe("/today");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await userEvent.keyboard("milk");
  expect(line).toHaveProperty("value", "milk");
  expect(document.activeElement).toBe(line);
});
