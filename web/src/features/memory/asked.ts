const kinds = ["episode", "note", "thought", "question", "pinned", "aside"] as const;
const times = ["week", "month", "year"] as const;

export type Kind = (typeof kinds)[number];
export type Time = (typeof times)[number];

/** What the page was asked to show; it stands in its address. */
export type Asked = {
  /** The words to look for. */
  q?: string;
  kind?: Kind;
  time?: Time;
  /** Also what is no longer true. */
  past?: boolean;
};

export function asked(search: Record<string, unknown>): Asked {
  const { q, kind, time, past } = search;
  return {
    q: typeof q === "string" && q ? q : undefined,
    kind: kinds.find((one) => one === kind),
    time: times.find((one) => one === time),
    past: past === true || undefined,
  };
}

const days: Readonly<Record<Time, number>> = { week: 7, month: 30, year: 365 };

/** From when on, so many days back from now. */
export function beginning(time: Time | undefined): string | undefined {
  return time && new Date(Date.now() - days[time] * 86_400_000).toISOString();
}
