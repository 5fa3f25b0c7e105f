import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Item, Segment } from "../../api/today";
import { LeaveBy, type Stretch } from "../../shared/ui";
import { clock, length } from "../../shared/when";
import type { Block } from "./day";

/** Opens one time of an event, where that is possible. */
export type Opens = (event: { id: string; start: string }) => void;

type Look = {
  /** The line of the present already says how much is free. */
  told?: boolean;
  /** It says here what to take along. */
  brings?: boolean;
  /** That stands beside the page as well, where there is room. */
  beside?: boolean;
  onOpen?: Opens;
};

/** What is laid out, as the line draws it. */
export function stretchOf({ kind, segment, from, minutes, drawn }: Block, { told = false, brings = false, beside = false, onOpen }: Look = {}): Stretch {
  const span = length(minutes);
  if (kind === "free" || !segment) {
    return { id: `free-${from.getTime()}`, kind: "free", minutes: drawn, what: told ? null : <Trans>{span} free</Trans> };
  }
  const place = segment.place ? `, ${segment.place}` : "";
  const more = brings ? <Bring what={segment.bring} beside={beside} /> : undefined;
  const base = { id: `${segment.kind}-${segment.ref?.id ?? ""}-${segment.start}`, minutes: drawn, more };
  const timed = { ...base, time: clock(from), dateTime: from.toISOString() };
  const at = clock(from);
  switch (kind) {
    case "fits":
      return { ...base, kind: "fits", what: segment.title, meta: <Trans>About {span}, fits here</Trans> };
    case "ready":
      return { ...timed, kind: "ready", what: <Trans>Get ready, {span}</Trans> };
    case "travel":
      return { ...timed, kind: "ready", what: <LeaveBy><Trans>Leave by {at}</Trans></LeaveBy>, meta: <Trans>{span} on the way</Trans> };
    default:
      return {
        ...timed,
        kind: "thing",
        what: <Thing segment={segment} onOpen={onOpen} />,
        meta: minutes > 0 ? <>{span}{place}{segment.overlaps && <Together />}</> : undefined,
      };
  }
}

function Bring({ what, beside }: { what: string; beside: boolean }) {
  return (
    <span className={beside ? "meta lines by-hand" : "meta lines"}>
      <Trans>Take with you: {what}</Trans>
    </span>
  );
}

const Together = () => (
  <>
    {" · "}
    <Trans>at the same time as something else</Trans>
  </>
);

function Thing({ segment, onOpen }: { segment: Segment; onOpen?: Opens }): ReactNode {
  const { ref, title, start } = segment;
  if (ref?.kind === "event") return <Opening id={ref.id} start={start} title={title} onOpen={onOpen} />;
  return <Titled kind={ref?.kind} id={ref?.id} title={title} />;
}

function Opening({ id, start, title, onOpen }: { id: string; start: string; title: string; onOpen?: Opens }) {
  if (!onOpen) return title;
  return (
    <button type="button" className="opens" onClick={() => onOpen({ id, start })}>
      {title}
    </button>
  );
}

function Titled({ kind, id, title }: { kind?: Item["kind"]; id?: string; title: string }) {
  if (kind !== "reminder" || !id) return title;
  return (
    <Link to="/reminders/$reminderId" params={{ reminderId: id }}>
      {title}
    </Link>
  );
}

/** What is behind, each as short as a line. */
export function goneOf(item: Item): Stretch {
  return {
    id: `${item.kind}-${item.id}-${item.at ?? ""}`,
    kind: "gone",
    minutes: 22,
    time: item.at ? clock(item.at) : undefined,
    dateTime: item.at ?? undefined,
    what: <Named item={item} />,
    meta: item.done && item.kind !== "event" ? <Trans>Done</Trans> : undefined,
  };
}

export function Named({ item, onOpen }: { item: Item; onOpen?: Opens }) {
  const { kind, id, title, at } = item;
  // What has the whole day is opened on a day that shows it.
  return kind === "event" && at ? <Opening id={id} start={at} title={title} onOpen={onOpen} /> : <Titled kind={kind} id={id} title={title} />;
}
