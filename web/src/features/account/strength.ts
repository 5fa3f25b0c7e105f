import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** The server's own measure, near enough to say it while somebody types; the server decides (accounts/strength.py). */
const estimate = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 64, l33tMaxSubstitutions: 8 });

export const SHORTEST = 8;
const LONG = 15;
/** Letters and digits that nobody connects with the person: fewer are soon tried. */
const SECRET = 4;
const joins = /[^\p{L}\p{N}]+/gu;

export type Strength = "short" | "easy" | "good" | "strong";

export function strengthOf(password: string, about: string[]): Strength {
  const characters = Array.from(password.normalize("NFKC")).length;
  if (characters < SHORTEST) return "short";
  const words = about.flatMap((one) => [one, ...one.split(joins)]).filter((word) => word.length > 2);
  const known = ["cairn", ...words.map((word) => word.toLowerCase())];
  if (isMostly(known, password.normalize("NFKC").toLowerCase())) return "easy";
  const guesses = estimate.check(password.normalize("NFKC"), known).guessesLog10;
  if (guesses < (characters >= LONG ? 5 : 6)) return "easy";
  return guesses >= 10 ? "strong" : "good";
}

function isMostly(known: string[], password: string): boolean {
  let rest = password;
  for (const word of known.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, " ");
  return bare(rest) < SECRET && bare(password) > SECRET;
}

function bare(text: string): number {
  return text.replaceAll(joins, "").length;
}
