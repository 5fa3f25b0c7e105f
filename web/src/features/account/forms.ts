import { msg } from "@lingui/core/macro";
// The small face of Zod: the large one costs a phone a tenth of a second before it can take a letter.
import * as z from "zod/mini";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";

// Zod's compiled validators need `eval`, which the content security policy forbids.
z.config({ jitless: true });

const address = () => z.email(i18n._(msg`That isn't a whole address yet, like rita@example.org.`));
const calledBy = () => z.string().check(z.trim(), z.minLength(1, i18n._(msg`A name to call you by, any will do.`)), z.maxLength(100));

export const credentials = () =>
  z.object({
    email: address(),
    password: z.string().check(z.minLength(1, i18n._(msg`Your password goes here.`))),
    remember: z.boolean(),
  });

export const newAccount = () =>
  z.object({
    name: calledBy(),
    email: address(),
    password: z.string().check(z.minLength(8, i18n._(msg`Eight characters or more. Three words you can remember are fine.`))),
  });

export const profile = () =>
  z.object({ name: calledBy(), time_zone: z.string(), locale: z.enum(["en", "es", "fr", "pt"]) });

/** What to say about an error that belongs to no field. */
export function sayWhatHappened(error: Error): string {
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. What you typed is still here, try again in a moment.`);
  if (error instanceof Problem && error.status === 429) {
    return i18n._(msg`Many tries in a short time. Wait a minute; what you typed stays here.`);
  }
  if (error instanceof Problem && error.kind === "not-verified") {
    return i18n._(msg`Open the link in the letter that came by mail first, then sign in.`);
  }
  if (error instanceof Problem) return error.message;
  return i18n._(msg`That didn't work. What you typed is still here, try again.`);
}
