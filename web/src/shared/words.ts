export type Offered = {
  words: string;
  /** The earlier message in whose place they are said. */
  insteadOf?: string;
  /** To be said as they are. */
  atOnce?: boolean;
};
type Hearer = (offered: Offered) => void;

let hearer: Hearer | undefined;

/** Puts words into the capture line, for the person to change or send: an example that was tapped, a text to mend. */
export function offerWords(words: string, more: Omit<Offered, "words"> = {}) {
  hearer?.({ words, ...more });
}

/** The capture line says that it is here. */
export function hearWords(hear: Hearer): () => void {
  hearer = hear;
  return () => {
    if (hearer === hear) hearer = undefined;
  };
}
