import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Item } from "../../api/today";
import type { Stretch } from "../../shared/ui";
import { clock, length } from "../../shared/when";
import type { Block } from "./day";

/** What is laid out, as the line draws it; `told` when the line of the present already says how much is free. */
export function stretchOf({ kind, item, from, minutes, drawn }: Block, { told = false } = {}): Stretch {
  if (kind === "free" || !item) {
    const free = length(minutes);
    return { id: `free-${from.getTime()}`, kind: "free", minutes: drawn, what: told ? null : <Trans>{free} free</Trans> };
  }
  return {
    id: `${item.kind}-${item.id}`,
    kind: "thing",
    minutes: drawn,
    time: clock(from),
    dateTime: from.toISOString(),
    what: <Named item={item} />,
    meta: minutes > 0 ? length(minutes) : undefined,
  };
}

/** What is behind, each as short as a line. */
export function goneOf(item: Item): Stretch {
  return {
    id: `${item.kind}-${item.id}`,
    kind: "gone",
    minutes: 22,
    time: item.at ? clock(item.at) : undefined,
    dateTime: item.at ?? undefined,
    what: <Named item={item} />,
    meta: item.done ? <Trans>Done</Trans> : undefined,
  };
}

export function Named({ item }: { item: Item }) {
  if (item.kind !== "reminder") return item.title;
  return (
    <Link to="/reminders/$reminderId" params={{ reminderId: item.id }}>
      {item.title}
    </Link>
  );
}
