import { afterEach, expect, test, vi } from "vitest";
import { send } from "./api";
import type { Unsent } from "./store";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const hour = 3_600_000;

/** A server's answer as it is written, in pieces that end anywhere. */
function told(...events: [string, unknown][]): Response {
  const whole = new TextEncoder().encode(events.map(([kind, data]) => `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`).join(""));
  const body = new ReadableStream<Uint8Array>({
    start(line) {
      for (let place = 0; place < whole.length; place += 9) line.enqueue(whole.slice(place, place + 9));
      line.close();
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

const said = { id: "1", text: "x", said_at: new Date().toISOString(), time_zone: "UTC" } as Unsent;

test("an answer is followed while it is written, and what was taken back is gone", async () => {
  const answer = { message: {}, reply: { text: "Go slowly." }, receipts: [] };
  vi.stubGlobal("fetch", async () => {
    return told(["message", {}], ["text", { text: "Run " }], ["text", { text: "é" }], ["anew", { text: "" }], ["text", { text: "Go " }], ["text", { text: "slowly." }], ["reply", {}], ["done", answer]);
  });
  const words: string[] = [];

  const sent = await send(said, (one) => words.push(one));

  expect(words).toEqual(["", "Run ", "Run é", "", "Go ", "Go slowly."]);
  expect(sent).toEqual({ is: "answered", answer });
});

test("an answer that breaks off is none: the same words are sent again", async () => {
  vi.stubGlobal("fetch", async () => told(["message", {}], ["text", { text: "Half of" }]));

  expect(await send(said, () => undefined)).toEqual({ is: "unreachable" });
});

test("a problem in the middle of an answer is told as one", async () => {
  vi.stubGlobal("fetch", async () => told(["message", {}], ["problem", { type: "/problems/unforeseen", title: "…", status: 500 }]));

  expect(await send(said, () => undefined)).toEqual({ is: "busy" });
});

test("a device whose clock is wrong still says how long ago it was", async () => {
  const theirs = Date.parse("2026-11-24T12:00:00Z");
  vi.useFakeTimers({ now: theirs + 9 * hour, toFake: ["Date"] });
  const bodies: { said_at: string }[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    bodies.push((await request.json()) as { said_at: string });
    const date = { date: new Date(theirs).toUTCString(), "content-type": "application/problem+json" };
    const refusal = { type: "/problems/out-of-reach", errors: [{ field: "said_at", message: "…" }] };
    if (bodies.length === 1) return Response.json(refusal, { status: 422, headers: date });
    return told(["done", { message: {}, reply: {}, receipts: [] }]);
  });
  const row = { id: "1", text: "x", said_at: new Date(theirs + 9 * hour - 20 * 60_000).toISOString(), time_zone: "UTC" };

  const sent = await send(row as Unsent, () => undefined);

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

  const sent = await send({ id: "1", text: "x", said_at: new Date().toISOString(), time_zone: "UTC" } as Unsent, () => undefined);

  expect(sent).toEqual({ is: "refused", reason: "No." });
});
