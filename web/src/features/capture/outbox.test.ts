import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answered, Sent } from "./api";
import { Outbox } from "./outbox";
import { removeAll, type Unsent } from "./store";

const rita = "rita";

function answer(id: string): Sent {
  const message = { id, role: "person", text: "", said_at: "" };
  return { is: "answered", answer: { message, reply: { ...message, role: "cairn" }, receipts: [] } as unknown as Answered };
}

/** A server as the outbox sees it: what it was given, and what it says to each attempt. */
function server(...says: ((row: Unsent) => Sent | Promise<Sent>)[]) {
  const given: Unsent[] = [];
  const undone: string[] = [];
  const say = (row: Unsent) => (says.length > 1 ? says.shift() : says[0])?.(row) ?? answer(row.id);
  return {
    given,
    undone,
    send: async (row: Unsent) => {
      given.push(row);
      return say(row);
    },
    takeBack: async ({ message }: Answered) => {
      undone.push(message.id);
      return true;
    },
  };
}

const thing = (text: string) => ({ id: crypto.randomUUID(), text, time_zone: "Europe/Lisbon" });

async function open(ways: ReturnType<typeof server>, owner = rita) {
  const outbox = new Outbox(ways);
  await outbox.open(owner);
  return outbox;
}

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-26T11:40:00Z") }));
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await removeAll();
});

test("what is said goes out once, however often it is told to send", async () => {
  const ways = server();
  const outbox = await open(ways);
  await outbox.say(thing("water the plants"));
  await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
  expect(ways.given.map((row) => row.text)).toEqual(["water the plants"]);
  expect(await outbox.count()).toBe(0);
});

test("two tabs send each thing once between them", async () => {
  let line: Promise<unknown> = Promise.resolve();
  const request = (_name: string, run: () => Promise<void>) => (line = line.then(run));
  vi.stubGlobal("navigator", { onLine: true, locks: { request } });
  const ways = server();
  const one = await open(ways);
  const other = await open(ways);
  await one.say(thing("from here"));
  await other.say(thing("from there"));
  await Promise.all([one.flush(), other.flush()]);
  expect(ways.given.map((row) => row.text).toSorted()).toEqual(["from here", "from there"]);
});

test("without a network it is kept, and goes out later as it was said then", async () => {
  const ways = server(
    () => ({ is: "unreachable" }),
    () => ({ is: "unreachable" }),
    (row) => answer(row.id),
  );
  const outbox = await open(ways);
  const said = thing("stretch in 20 minutes");
  await outbox.say(said);
  await outbox.flush();
  expect(outbox.rows).toMatchObject([{ text: said.text, held: true }]);
  vi.setSystemTime(new Date("2026-11-26T12:30:00Z"));
  await outbox.flush();
  await outbox.flush();
  expect(await outbox.count()).toBe(0);
  expect(new Set(ways.given.map((row) => `${row.id} ${row.said_at}`))).toEqual(new Set([`${said.id} 2026-11-26T11:40:00.000Z`]));
});

test("a page that dies while it sends leaves it to the next page, under the same id", async () => {
  const dying = server(() => new Promise<Sent>(() => undefined));
  const said = thing("call the vet");
  const before = await open(dying);
  await before.say(said);
  await vi.waitFor(() => expect(dying.given).toHaveLength(1));
  const ways = server();
  const after = await open(ways);
  expect(ways.given.map((row) => [row.id, row.attempts])).toEqual([[said.id, 1]]);
  expect(await after.count()).toBe(0);
});

test("what the server refuses is kept, with its reason, until the person chooses", async () => {
  const ways = server(
    () => ({ is: "refused", reason: "That is too long." }),
    (row) => answer(row.id),
  );
  const outbox = await open(ways);
  const said = thing("a very long story");
  await outbox.say(said);
  await outbox.flush();
  await outbox.flush();
  expect(ways.given).toHaveLength(1);
  expect(outbox.rows).toMatchObject([{ state: "refused", reason: "That is too long." }]);
  await outbox.retry(said.id);
  expect(ways.given).toHaveLength(2);
  expect(await outbox.count()).toBe(0);
});

test("a refused one does not hold up the next, and can be let go", async () => {
  const ways = server(
    () => ({ is: "refused", reason: "No." }),
    (row) => answer(row.id),
  );
  const outbox = await open(ways);
  const said = thing("one");
  await outbox.say(said);
  await outbox.flush();
  await outbox.say(thing("two"));
  await outbox.flush();
  expect(outbox.rows.map((row) => row.text)).toEqual(["one"]);
  await outbox.discard(said.id);
  expect(await outbox.count()).toBe(0);
});

test("a server in trouble is asked again after a while, not at once", async () => {
  const ways = server(
    () => ({ is: "busy" }),
    (row) => answer(row.id),
  );
  const outbox = await open(ways);
  await outbox.say(thing("buy milk"));
  await outbox.flush();
  await outbox.flush();
  expect(ways.given).toHaveLength(1);
  vi.setSystemTime(new Date("2026-11-26T11:40:05Z"));
  await outbox.flush();
  expect(ways.given).toHaveLength(2);
  expect(await outbox.count()).toBe(0);
});

test("a server that has had enough for a while gets nothing more until then, and then all of it", async () => {
  const ways = server(
    () => ({ is: "limited", wait: 6_000 }),
    (row) => answer(row.id),
    (row) => answer(row.id),
  );
  const outbox = await open(ways);
  await outbox.say(thing("one"));
  await outbox.flush();
  vi.setSystemTime(new Date("2026-11-26T11:40:01Z")); // in the order they were said
  await outbox.say(thing("two"));
  await outbox.flush();
  expect(ways.given).toHaveLength(1);
  vi.setSystemTime(new Date("2026-11-26T11:40:07Z"));
  await outbox.flush();
  expect(ways.given.map(({ text }) => text)).toEqual(["one", "one", "two"]);
  expect(await outbox.count()).toBe(0);
});

test("after a session ended nothing is lost, and nobody else sends it", async () => {
  const outbox = await open(server(() => ({ is: "signed-out" })));
  await outbox.say(thing("private"));
  await outbox.flush();
  const others = server();
  await open(others, "somebody else");
  expect(others.given).toEqual([]);
  const mine = server();
  await open(mine);
  expect(mine.given.map((row) => row.text)).toEqual(["private"]);
});

test("what is taken back before it was ever sent never goes out", async () => {
  const ways = server(() => ({ is: "unreachable" }));
  const outbox = await open(ways);
  const held = new Promise<void>(() => undefined);
  vi.stubGlobal("navigator", { onLine: true, locks: { request: () => held } });
  const said = thing("never mind");
  await outbox.say(said);
  expect(await outbox.withdraw(said.id)).toBe(true);
  vi.unstubAllGlobals();
  const next = server();
  const after = await open(next);
  expect(next.given).toEqual([]);
  expect(await after.count()).toBe(0);
});

test("an attempt without any network doesn't count: taken back after it, nothing goes out", async () => {
  vi.stubGlobal("navigator", { onLine: false });
  const ways = server(
    () => ({ is: "unreachable" }),
    (row) => answer(row.id),
  );
  const outbox = await open(ways);
  const said = thing("never mind");
  await outbox.say(said);
  await vi.waitFor(() => expect(outbox.rows).toMatchObject([{ held: true, attempts: 0 }]));
  await outbox.withdraw(said.id);
  await outbox.flush();
  expect(ways.given).toHaveLength(1);
  expect(await outbox.count()).toBe(0);
});

test("what is taken back while it is on its way is undone when the answer comes", async () => {
  const late: ((sent: Sent) => void)[] = [];
  const ways = server(() => new Promise<Sent>((resolve) => late.push(resolve)));
  const outbox = await open(ways);
  const said = thing("book a flight");
  await outbox.say(said);
  await vi.waitFor(() => expect(ways.given).toHaveLength(1));
  expect(await outbox.withdraw(said.id)).toBe(true);
  late.forEach((resolve) => resolve(answer(said.id)));
  await vi.waitFor(() => expect(ways.undone).toEqual([said.id]));
  await vi.waitFor(async () => expect(await outbox.count()).toBe(0));
});

test("words are shown while an answer is written, and go when it breaks off", async () => {
  const seen: (string | undefined)[] = [];
  let outbox: Outbox | undefined;
  const said = thing("what is it?");
  const send = async (row: Unsent, tell: (words: string) => void): Promise<Sent> => {
    tell("Half");
    seen.push(outbox?.wordsFor(row.id));
    return { is: "unreachable" };
  };
  outbox = new Outbox({ send, takeBack: async () => true });
  await outbox.open(rita);
  await outbox.say(said);
  await outbox.flush();
  expect(seen).toContain("Half");
  expect(outbox.wordsFor(said.id)).toBeUndefined();
});

test("an answer is heard, and taking back after it is left to its receipts", async () => {
  const outbox = await open(server());
  const heard: string[] = [];
  outbox.onAnswered(({ message }) => heard.push(message.id));
  const said = thing("buy bread");
  await outbox.say(said);
  await outbox.flush();
  expect(heard).toEqual([said.id]);
  expect(outbox.answerTo(said.id)?.message.id).toBe(said.id);
  expect(await outbox.withdraw(said.id)).toBe(false);
});
