import { msg } from "@lingui/core/macro";
import { i18n } from "../../shared/i18n";
import { clock, length } from "../../shared/when";
import type { Delivery } from "./api";

/** Where a delivery went, or goes: "Sent to your mail", "By mail, again". */
export function whatWasSent(delivery: Delivery): string {
  const what = byChannel(delivery);
  return delivery.nag ? i18n._(msg`${what}, again`) : what;
}

function byChannel({ channel, state, kept }: Delivery): string {
  const unsent = ["planned", "queued", "cancelled", "failed", "skipped"].includes(state);
  if (channel === "page") return unsent ? i18n._(msg`In Cairn`) : i18n._(msg`Shown in Cairn`);
  if (channel === "email" && kept) return i18n._(msg`A letter, kept here`);
  if (channel === "email") return unsent ? i18n._(msg`A mail to you`) : i18n._(msg`Sent to your mail`);
  return unsent ? i18n._(msg`A notice to your devices`) : i18n._(msg`Sent to your devices`);
}

/** Why one was passed over, in words; nobody has to know what the books call it. */
function whyNot(reason: string | null): string {
  const words: Record<string, () => string> = {
    later_went: () => i18n._(msg`Not sent: a later one went in its place`),
    rang_again: () => i18n._(msg`Not sent: it rang again since`),
    turned_off: () => i18n._(msg`Not sent: you turned this off`),
    no_device: () => i18n._(msg`Not sent: none of your devices takes it`),
  };
  return (words[reason ?? ""] ?? (() => i18n._(msg`Not sent`)))();
}

/** What it waits for, and what follows it. */
function stillPlanned({ waits_for, nag_every, nag_more }: Delivery): string {
  const waits: Record<string, () => string> = {
    quiet_hours: () => i18n._(msg`Waits for the end of your quiet hours, if it isn't done by then`),
    do_not_disturb: () => i18n._(msg`Waits until you may be disturbed, if it isn't done by then`),
  };
  const first = (waits[waits_for ?? ""] ?? (() => i18n._(msg`If it isn't done by then`)))();
  if (!nag_every || !nag_more) return first;
  const every = length(nag_every);
  return `${first}. ${i18n._(msg`Then every ${every}, ${nag_more} times at most`)}`;
}

/** What became of it, never better than what is known. */
export function whatBecame(delivery: Delivery): string {
  const { reason } = delivery;
  const at = (moment: string | null) => clock(moment ?? delivery.queued_at);
  const taken = () => {
    if (delivery.kept) return i18n._(msg`No mail server is set up, so it waits among your letters`);
    return delivery.channel === "email" ? i18n._(msg`The mail server took it ${at(delivery.sent_at)}`) : i18n._(msg`Handed over ${at(delivery.sent_at)}`);
  };
  const words: Record<Delivery["state"], () => string> = {
    planned: () => stillPlanned(delivery),
    queued: () => (delivery.channel === "page" ? i18n._(msg`Waits for you to open Cairn`) : i18n._(msg`Waits to be sent`)),
    sending: () => i18n._(msg`On its way`),
    sent: taken,
    confirmed: () => (delivery.channel === "push" ? i18n._(msg`A device showed it ${at(delivery.confirmed_at)}`) : i18n._(msg`Delivered ${at(delivery.confirmed_at)}`)),
    seen: () => i18n._(msg`Seen ${at(delivery.seen_at)}`),
    acknowledged: () => i18n._(msg`You answered ${at(delivery.acknowledged_at)}`),
    cancelled: () => (delivery.channel === "page" ? i18n._(msg`It was answered before you saw it here`) : i18n._(msg`Not sent: it was answered before`)),
    failed: () => (reason ? i18n._(msg`It didn't get through: ${reason}`) : i18n._(msg`It didn't get through`)),
    skipped: () => whyNot(reason),
  };
  return words[delivery.state]();
}

/** The moment a line stands at: when it went, or when it goes. */
export const standsAt = (delivery: Delivery) => delivery.sent_at ?? delivery.expected_at ?? delivery.planned_for ?? delivery.queued_at;

export const stillToCome = ({ state }: Delivery) => state === "planned" || state === "queued" || state === "sending";
