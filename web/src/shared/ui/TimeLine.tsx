import type { ReactNode } from "react";

export type Stretch = {
  id: string;
  /** `thing` has a fixed time; `fits` is offered for a gap; `ready` is getting ready and leaving; `free` is open; `gone` is done. */
  kind: "thing" | "fits" | "ready" | "free" | "gone";
  minutes: number;
  /** Shown as it is, "14:10"; with its machine form. */
  time?: string;
  dateTime?: string;
  what: ReactNode;
  /** A second, quiet line. */
  meta?: ReactNode;
  /** What has to be said below, in as many lines as it takes. */
  more?: ReactNode;
};

type Props = { stretches: readonly Stretch[]; mini?: boolean; label: string };

/** The day as lengths, from above to below. Its scale is in the styles: 2.4 px a minute, 1.2 at the side of a page. */
export function TimeLine({ stretches, mini, label }: Props) {
  return (
    <ol className={`line ${mini ? "mini" : ""}`} aria-label={label}>
      {stretches.map((stretch) => (
        <li key={stretch.id} className={stretch.more ? `${stretch.kind} grows` : stretch.kind} style={{ "--min": stretch.minutes }}>
          {stretch.time ? <time dateTime={stretch.dateTime ?? stretch.time}>{stretch.time}</time> : <span />}
          <span className="bar" aria-hidden="true" />
          <div className="what">
            {stretch.what}
            {stretch.meta && <span className="meta">{stretch.meta}</span>}
            {stretch.more}
          </div>
        </li>
      ))}
    </ol>
  );
}

type NowProps = { time: string; dateTime?: string; children: ReactNode };

/** The present: a thin line of moss across the day. */
export function NowLine({ time, dateTime, children }: NowProps) {
  return (
    <p className="nowline">
      <time dateTime={dateTime ?? time}>{time}</time>
      <span className="dot" aria-hidden="true" />
      <span className="lab">{children}</span>
    </p>
  );
}

/** What is past folds away. */
export function Fold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
