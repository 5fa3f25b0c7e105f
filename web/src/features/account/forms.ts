import { msg } from "@lingui/core/macro";
import { useEffect } from "react";
import type { FieldValues, Resolver } from "react-hook-form";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";

const load = () => import("./rules");
/** The first screen has the line to itself for as long. */
const CALM_AFTER_MS = 1_000;

type Rules = Awaited<ReturnType<typeof load>>;

/**
 * Checks what was typed by a rule of `rules.ts`, which is asked for only once the form can be seen and typed into.
 * Where it can't be had, the server's own check answers.
 */
export function useRules<Typed extends FieldValues, Checked>(rule: (rules: Rules) => Resolver<Typed, unknown, Checked>): Resolver<Typed, unknown, Checked> {
  useEffect(() => {
    const calm = setTimeout(() => void load().catch(() => undefined), CALM_AFTER_MS);
    return () => clearTimeout(calm);
  }, []);
  return async (typed, ...rest) => {
    const rules = await load().catch(() => undefined);
    return rules ? rule(rules)(typed, ...rest) : { values: typed as unknown as Checked, errors: {} };
  };
}

/** What is wrong with a password somebody chose, and what to do; undefined when the error is about something else. */
export function passwordFault(error: Error): string | undefined {
  switch (error instanceof Problem ? error.kind : "") {
    case "password-too-short":
      return i18n._(msg`Eight characters or more. Three words you can remember are fine.`);
    case "password-too-long":
      return i18n._(msg`256 characters at most.`);
    case "password-too-common":
      return i18n._(msg`This one is among the first that are tried. Take a few words that don't belong together.`);
    case "password-too-personal":
      return i18n._(msg`This is mostly your name, your address or Cairn's name. Add a few words that nobody connects with you.`);
    case "password-too-easy":
      return i18n._(msg`This is easy to guess. Add a word or two, or take a few words that don't belong together.`);
    default:
      return undefined;
  }
}

/** What to say about an error that belongs to no field. */
export function sayWhatHappened(error: Error): string {
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. What you typed is still here, try again in a moment.`);
  if (error instanceof Problem && error.status === 429) {
    return i18n._(msg`Many tries in a short time. Wait a minute; what you typed stays here.`);
  }
  if (error instanceof Problem && error.kind === "too-busy") {
    return i18n._(msg`Many people are at the door just now. Try again in a few seconds; what you typed stays here.`);
  }
  if (error instanceof Problem && error.kind === "not-verified") {
    return i18n._(msg`Open the link in the letter that came by mail first, then sign in.`);
  }
  if (error instanceof Problem) return error.message;
  return i18n._(msg`That didn't work. What you typed is still here, try again.`);
}
