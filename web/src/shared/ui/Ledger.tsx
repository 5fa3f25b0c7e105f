import type { ReactNode } from "react";

export type Entry = {
  id: string;
  time: string;
  dateTime?: string;
  what: ReactNode;
  /** What became of it: "Delivered 15:00". */
  outcome?: ReactNode;
  /** Still to come. */
  next?: boolean;
};

/** What was sent when, and what became of it. */
export function Ledger({ entries, label }: { entries: readonly Entry[]; label: string }) {
  return (
    <ol className="ledger" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.next ? "next" : undefined}>
          <time dateTime={entry.dateTime ?? entry.time}>{entry.time}</time>
          <div className="what">
            {entry.what}
            {entry.outcome && <div className="small quiet">{entry.outcome}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
