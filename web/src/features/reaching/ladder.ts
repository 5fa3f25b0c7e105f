import { msg } from "@lingui/core/macro";
import { i18n } from "../../shared/i18n";
import { length } from "../../shared/when";
import type { Channel, Ladder } from "./api";

/** A channel as it is spoken of: "in Cairn", "by mail". */
export function byChannel(channel: string): string {
  const names: Record<string, () => string> = {
    page: () => i18n._(msg`in Cairn`),
    email: () => i18n._(msg`by mail`),
    push: () => i18n._(msg`on your devices`),
    sms: () => i18n._(msg`by text message`),
  };
  return names[channel]?.() ?? channel;
}

/** A ladder, a line for each of its steps: "At once: in Cairn, by mail". */
export function inLines({ rungs, nag }: Ladder): string[] {
  const lines = rungs.map(({ channels, after_minutes: minutes }) => {
    const how = channels.map(byChannel).join(", ");
    const after = length(minutes);
    return minutes === 0 ? i18n._(msg`At once: ${how}`) : i18n._(msg`If it isn't done after ${after}: ${how}`);
  });
  if (!nag) return lines;
  const every = length(nag.every_minutes ?? 10);
  const times = nag.times;
  if (times === 1) return [...lines, i18n._(msg`Then once more after ${every}`)];
  return [...lines, times ? i18n._(msg`Then again every ${every}, ${times} times`) : i18n._(msg`Then again every ${every}, until it's done`)];
}

/** The questions that an own ladder is made of. It comes again so many `times`; 0 for as long as it isn't done. */
export type Simple = { noisy: Channel[]; after: number; again: number; times: number };

/** What a ladder answers to them; what it says beyond them is left as the first step that reaches out says it. */
export function simply({ rungs, nag }: Ladder): Simple {
  const reaches = rungs.find(({ channels }) => channels.some((channel) => channel !== "page"));
  return { noisy: (reaches?.channels ?? []).filter((channel) => channel !== "page"), after: reaches?.after_minutes ?? 0, again: nag?.every_minutes ?? 0, times: nag?.times ?? 0 };
}

/** The ladder that answers them so. The page has it at once in any. */
export function ladderOf({ noisy, after, again, times }: Simple): Ladder {
  if (noisy.length === 0) return { rungs: [{ channels: ["page"], after_minutes: 0 }], nag: null };
  const nag = again > 0 ? { every_minutes: again, times: times || null } : null;
  if (after === 0) return { rungs: [{ channels: ["page", ...noisy], after_minutes: 0 }], nag };
  return { rungs: [{ channels: ["page"], after_minutes: 0 }, { channels: noisy, after_minutes: after }], nag };
}
