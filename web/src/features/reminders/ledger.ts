import { msg } from "@lingui/core/macro";
import { i18n } from "../../shared/i18n";
import { clock } from "../../shared/when";
import type { Delivery } from "./api";

/** Where a delivery went: "Sent to your mail". */
export function whatWasSent(delivery: Delivery): string {
  if (delivery.channel === "page") return i18n._(msg`Shown in Cairn`);
  const pushed = delivery.channel === "push";
  const kept = ["queued", "cancelled", "failed"].includes(delivery.state);
  if (pushed) return kept ? i18n._(msg`A notice to your devices`) : i18n._(msg`Sent to your devices`);
  return kept ? i18n._(msg`A mail to you`) : i18n._(msg`Sent to your mail`);
}

/** What became of it, never better than what is known. */
export function whatBecame(delivery: Delivery): string {
  const { reason } = delivery;
  const at = (moment: string | null) => clock(moment ?? delivery.queued_at);
  const words: Record<Delivery["state"], () => string> = {
    queued: () => (delivery.channel === "page" ? i18n._(msg`Waits for you to open Cairn`) : i18n._(msg`Waits to be sent`)),
    sending: () => i18n._(msg`On its way`),
    sent: () => (delivery.channel === "push" ? i18n._(msg`Handed over ${at(delivery.sent_at)}`) : i18n._(msg`The mail server took it ${at(delivery.sent_at)}`)),
    confirmed: () => (delivery.channel === "push" ? i18n._(msg`A device showed it ${at(delivery.confirmed_at)}`) : i18n._(msg`Delivered ${at(delivery.confirmed_at)}`)),
    seen: () => i18n._(msg`Seen ${at(delivery.seen_at)}`),
    acknowledged: () => i18n._(msg`You answered ${at(delivery.acknowledged_at)}`),
    cancelled: () => i18n._(msg`Not sent: it was answered before`),
    failed: () => (reason ? i18n._(msg`It didn't get through: ${reason}`) : i18n._(msg`It didn't get through`)),
  };
  return words[delivery.state]();
}

export const stillToCome = (delivery: Delivery) => delivery.state === "queued" || delivery.state === "sending";
