import { relative, type Moment } from "./when";

type Reply = { text: string; parts?: { text: string; at?: string | null }[] };

/** The words of a reply as they read now: beside every moment that it names, how far off that is by this clock. */
export function told({ text, parts }: Reply, now: Moment): string {
  if (!parts?.length) return text;
  return parts.map((part) => (part.at ? `${part.text} (${relative(part.at, now)})` : part.text)).join("");
}
