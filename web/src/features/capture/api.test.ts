import { afterEach, expect, test, vi } from "vitest";
import { send } from "./api";
import type { Unsent } from "./store";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const hour = 3_600_000;

test("a device whose clock is wrong still says how long ago it was", async () => {
  const theirs = Date.parse("2026-11-24T12:00:00Z");
  vi.useFakeTimers({ now: theirs + 9 * hour, toFake: ["Date"] });
  const bodies: { said_at: string }[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    bodies.push((await request.json()) as { said_at: string });
    const date = { date: new Date(theirs).toUTCString(), "content-type": "application/problem+json" };
    const refusal = { type: "/problems/out-of-reach", errors: [{ field: "said_at", message: "…" }] };
    if (bodies.length === 1) return Response.json(refusal, { status: 422, headers: date });
    return Response.json({ message: {}, reply: {}, receipts: [] });
  });
  const row = { id: "1", text: "x", said_at: new Date(theirs + 9 * hour - 20 * 60_000).toISOString(), time_zone: "UTC" };

  const sent = await send(row as Unsent);

  expect(sent.is).toBe("answered");
  expect(bodies.map((body) => body.said_at)).toEqual([row.said_at, "2026-11-24T11:40:00.000Z"]);
});

test("a refusal that no clock explains is told", async () => {
  vi.stubGlobal("fetch", async () =>
    Response.json(
      { type: "/problems/invalid", detail: "No.", errors: [{ field: "said_at", message: "…" }] },
      { status: 422, headers: { date: new Date().toUTCString() } },
    ),
  );

  const sent = await send({ id: "1", text: "x", said_at: new Date().toISOString(), time_zone: "UTC" } as Unsent);

  expect(sent).toEqual({ is: "refused", reason: "No." });
});
