import type { Item } from "../../api/today";

/** One piece of the day's line. `drawn` is its length on the page in minutes, which short and long pieces bend. */
export type Block = { kind: "thing" | "free"; item?: Item; from: Date; minutes: number; drawn: number };

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

/** Lays a day out from now on: things and the free stretches between them. */
export function layOut(items: readonly Item[], now: Date, { least, most }: Scale): Day {
  const timed = items.filter((item) => item.at !== null).toSorted((one, other) => start(one) - start(other));
  const over = (item: Item) => item.done || end(item) < now.getTime();
  const ahead: Block[] = [];
  let free = now.getTime();
  for (const item of timed.filter((other) => !over(other))) {
    const gap = minutes(free, start(item));
    if (gap > breath) ahead.push({ kind: "free", from: new Date(free), minutes: gap, drawn: Math.min(most, Math.max(least, gap)) });
    const takes = minutes(start(item), end(item));
    ahead.push({ kind: "thing", item, from: new Date(start(item)), minutes: takes, drawn: Math.max(least, takes) });
    free = Math.max(free, end(item));
  }
  return { past: timed.filter(over), ahead, loose: items.filter((item) => item.at === null) };
}

const start = (item: Item) => Date.parse(item.at ?? "");

/** A thing without an end is a moment. */
const end = (item: Item) => Date.parse(item.end ?? item.at ?? "");
