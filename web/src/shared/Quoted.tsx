import { useLingui } from "@lingui/react/macro";

/** Somebody's own words, in the quotation marks of the language. As text and not as `Trans`: what looks like a tag in them stays. */
export function Quoted({ words }: { words: string }) {
  const { t } = useLingui();
  return t`“${words}”`;
}
