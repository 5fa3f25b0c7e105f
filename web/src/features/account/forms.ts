import { msg } from "@lingui/core/macro";
import { z } from "zod";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";

// Zod's compiled validators need `eval`, which the content security policy forbids.
z.config({ jitless: true });

export const credentials = () =>
  z.object({
    email: z.email(i18n._(msg`That isn't a whole address yet, like rita@example.org.`)),
    password: z.string().min(1, i18n._(msg`Your password goes here.`)),
    remember: z.boolean(),
  });

export const newAccount = () =>
  credentials().omit({ remember: true }).extend({
    name: z.string().trim().min(1, i18n._(msg`A name to call you by, any will do.`)).max(100),
    password: z.string().min(8, i18n._(msg`Eight characters or more. Three words you can remember are fine.`)),
  });

export const profile = () =>
  z.object({
    name: z.string().trim().min(1, i18n._(msg`A name to call you by, any will do.`)).max(100),
    time_zone: z.string(),
    locale: z.enum(["en", "es", "fr", "pt"]),
  });

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
