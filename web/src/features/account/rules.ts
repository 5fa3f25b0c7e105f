import { zodResolver } from "@hookform/resolvers/zod";
import { msg } from "@lingui/core/macro";
// The small face of Zod: the large one costs a phone a tenth of a second before it can take a letter.
import * as z from "zod/mini";
import { i18n } from "../../shared/i18n";

// Zod's compiled validators need `eval`, which the content security policy forbids.
z.config({ jitless: true });

const address = () => z.email(i18n._(msg`That isn't a whole address yet, like rita@example.org.`));
const chosenPassword = () => z.string().check(z.minLength(8, i18n._(msg`Eight characters or more. Three words you can remember are fine.`)));
const ownPassword = () => z.string().check(z.minLength(1, i18n._(msg`Your password goes here.`)));
const calledBy = () => z.string().check(z.trim(), z.minLength(1, i18n._(msg`A name to call you by, any will do.`)), z.maxLength(100));

export const credentials = () =>
  zodResolver(
    z.object({
      email: address(),
      password: ownPassword(),
      remember: z.boolean(),
    }),
  );

export const changedPassword = () => zodResolver(z.object({ current_password: ownPassword(), new_password: chosenPassword() }));

export const changedAddress = () => zodResolver(z.object({ email: address(), password: ownPassword() }));

export const addressed = () => zodResolver(z.object({ email: address() }));

export const newPassword = () => zodResolver(z.object({ password: chosenPassword() }));

export const newAccount = () =>
  zodResolver(
    z.object({
      name: calledBy(),
      email: address(),
      password: chosenPassword(),
    }),
  );

export const profile = () =>
  zodResolver(z.object({ name: calledBy(), time_zone: z.string(), locale: z.enum(["en", "es", "fr", "pt"]) }));
