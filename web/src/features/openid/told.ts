import { msg } from "@lingui/core/macro";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";

const said = {
  "provider-away": msg`The sign-in service isn't answering just now. Try again in a moment, or sign in another way.`,
  "set-up-wrong": msg`This way of signing in isn't set up rightly here. Sign in another way, and tell whoever runs this Cairn.`,
  "sign-in-failed": msg`This sign-in didn't go through. Nothing was changed; please begin again.`,
  "link-first": msg`There is an account with this address already. Sign in to it as usual, then connect this service under You.`,
  "address-not-proven": msg`The service doesn't vouch for your address. Make an account with a password first, then connect it under You.`,
  "linked-elsewhere": msg`This is connected to another account already. Nothing was changed.`,
  "last-way-in": msg`This is your only way to sign in. Set a password first, then take it away.`,
  "proof-needed": msg`Nothing was changed: it needs you to confirm that it's you.`,
};

/** What to say about a way to a provider that led nowhere. */
export function whatHappened(error: Error): string {
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. Try again in a moment.`);
  if (error instanceof Problem && error.kind in said) return i18n._(said[error.kind as keyof typeof said]);
  return error instanceof Problem ? error.message : i18n._(msg`That didn't work. Nothing was changed; please try again.`);
}
