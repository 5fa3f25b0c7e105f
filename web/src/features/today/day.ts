import type { Item, Segment, Tomorrow } from "../../api/today";

/** One piece of the day's line. `drawn` is its length on the page in minutes, which short and long pieces bend. */
export type Block = {
  kind: "thing" | "fits" | "ready" | "travel" | "free";
  segment?: Segment;
  from: Date;
  minutes: number;
  drawn: number;
};

export type Day = {
  /** What is behind: over, or done. */
  past: Item[];
  /** From now on. */
  ahead: Block[];
  /** Meant for today at no particular time. */
  loose: Item[];
};

type Scale = {
  /** The least a thing takes, so that its words fit and a thumb can hit it. */
  least: number;
  /** The most a free stretch takes; its words still tell its true length. */
  most: number;
};

/** Shorter gaps are a breath, not a free stretch. */
const breath = 5;

export const scales = { page: { least: 22, most: 120 }, side: { least: 20, most: 90 } } satisfies Record<string, Scale>;

const minutes = (from: number, to: number) => Math.round((to - from) / 60_000);

type Drawn = { items: readonly Item[]; line: readonly Segment[] };

/** Lays a day out from now on, as the server's line has it. What is free at its end is left out. */
export function layOut({ items, line }: Drawn, now: Date, { least, most }: Scale): Day {
  const over = (item: Item) => item.done || end(item) < now.getTime();
  const ahead: Block[] = [];
  for (const segment of line) {
    const [begins, ends] = [Date.parse(segment.start), Date.parse(segment.end)];
    const isMoment = begins === ends;
    if (isMoment ? begins < now.getTime() : ends <= now.getTime()) continue;
    const from = Math.max(begins, isFree(segment) || !segment.fixed ? now.getTime() : begins);
    const takes = minutes(from, ends);
    const last = ahead.at(-1);
    if (isFree(segment)) {
      if (last?.kind === "free") last.minutes += takes;
      else ahead.push({ kind: "free", from: new Date(from), minutes: takes, drawn: 0 });
    } else ahead.push({ kind: kindOf(segment), segment, from: new Date(from), minutes: takes, drawn: Math.max(least, takes) });
  }
  while (ahead.at(-1)?.kind === "free") ahead.pop();
  return {
    past: items.filter((item) => item.at !== null && over(item)),
    ahead: ahead
      .filter(({ kind, minutes: takes }) => kind !== "free" || takes > breath)
      .map((block) => (block.kind === "free" ? { ...block, drawn: Math.min(most, Math.max(least, block.minutes)) } : block)),
    loose: items.filter((item) => item.at === null),
  };
}

const isFree = ({ kind }: Segment) => kind === "free" || kind === "rest";

function kindOf({ kind, fixed }: Segment): Block["kind"] {
  if (kind === "ready" || kind === "travel") return kind;
  return fixed ? "thing" : "fits";
}

/** A thing without an end is a moment. */
const end = (item: Item) => Date.parse(item.end ?? item.at ?? "");

export type Coming = {
  title: string;
  /** When the thing itself begins. */
  at: Date;
  goal: "ready" | "leave" | "start";
  goalAt: Date;
  minutes: number;
};

/** The next fixed thing, and what comes first for it; a reminder when there is nothing else. */
export function comingOf(line: readonly Segment[], now: Date): Coming | undefined {
  const later = line.filter((segment) => segment.fixed && Date.parse(segment.start) >= now.getTime());
  const first = later.find(({ kind }) => kind !== "reminder") ?? later[0];
  if (!first) return undefined;
  const itself = later.find((other) => other.ref?.id === first.ref?.id && other.kind !== "ready" && other.kind !== "travel") ?? first;
  const goalAt = new Date(first.start);
  return {
    title: itself.title,
    at: new Date(itself.start),
    goal: first.kind === "ready" ? "ready" : first.kind === "travel" ? "leave" : "start",
    goalAt,
    minutes: Math.max(0, minutes(now.getTime(), goalAt.getTime())),
  };
}

/** How long nothing fixed stands before the person, in minutes; nothing while something goes on. */
export function freeFor(line: readonly Segment[], now: Date): number | undefined {
  const lasting = line.filter((segment) => segment.fixed && segment.start !== segment.end);
  if (lasting.some((one) => Date.parse(one.start) <= now.getTime() && Date.parse(one.end) > now.getTime())) return undefined;
  const coming = comingOf(line, now);
  return coming && coming.minutes > breath ? coming.minutes : undefined;
}

export type Bringing = { id: string; title: string; bring: string; at?: string };

/** The next event that has something to take along: one still to come, else one for the whole day. */
export function bringingOf({ items, line }: Drawn, now: Date): Bringing | undefined {
  const next = line.find(({ kind, bring, start }) => kind === "event" && bring && Date.parse(start) > now.getTime());
  if (next?.ref) return { id: next.ref.id, title: next.title, bring: next.bring, at: next.start };
  const whole = items.find(({ kind, bring, at, done }) => kind === "event" && bring && at === null && !done);
  return whole && { id: whole.id, title: whole.title, bring: whole.bring };
}

/** The pieces under which it is said what to take along: where one leaves for an event, else where it begins. */
export function bringers(ahead: readonly Block[]): Set<Block> {
  const said = new Map<string, Block>();
  for (const block of ahead) {
    const { segment, kind } = block;
    if (!segment?.bring || !segment.ref || (kind !== "travel" && kind !== "thing")) continue;
    const begins = kind === "travel" ? segment.end : segment.start;
    const whose = `${segment.ref.id} ${begins}`;
    if (!said.has(whose)) said.set(whose, block);
  }
  return new Set(said.values());
}

type Stone = { id: string; at: number; minutes: number };

/** A day lying down: from its beginning, or what comes before, to its end, with a stone for each thing. */
export function stripOf({ items, starts, ends }: Tomorrow): { starts: Date; ends: Date; of: number; stones: Stone[] } {
  const timed = items.filter((item) => item.at !== null);
  const midnight = Date.parse(ends) - 24 * 3_600_000;
  const from = Math.min(Date.parse(starts), ...timed.map((item) => Math.max(midnight, Date.parse(item.at ?? starts))));
  const to = Math.max(Date.parse(ends), ...timed.map((item) => Date.parse(item.at ?? ends)));
  const stones = timed.map((item) => {
    const begins = Math.max(from, Date.parse(item.at ?? starts));
    return { id: `${item.id}-${item.at ?? ""}`, at: minutes(from, begins), minutes: Math.max(0, minutes(begins, Math.min(to, end(item)))) };
  });
  return { starts: new Date(from), ends: new Date(to), of: minutes(from, to), stones };
}
