import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";

const known: Readonly<Record<string, MessageDescriptor>> = {
  "bad-number": msg`That isn't a number texts can go to. With its country it reads like +351 912 345 678.`,
  "too-many-texts": msg`Three texts an hour is all I send. The newest code works for ten minutes; then try again in an hour.`,
  "too-many-to-number": msg`This number has had all the codes I send in a day. Try again tomorrow, or use another number.`,
  "no-carrier": msg`This Cairn can't send texts just now. Your number wasn't changed.`,
  "proof-needed": msg`Nothing was changed: it needs you to confirm that it's you.`,
  "wrong-code": msg`That isn't the code, or its ten minutes are over. Look at the newest text, or ask for another.`,
  invalid: msg`A code is six digits, as they stand in the text.`,
};

/** What to say when a number or a code isn't taken. */
export function refusal(error: Error): string {
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. What you typed is still here, try again in a moment.`);
  const words = error instanceof Problem ? known[error.kind] : undefined;
  return words ? i18n._(words) : i18n._(msg`That didn't work. What you typed is still here, try again.`);
}
