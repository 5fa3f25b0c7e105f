type Hearer = (words: string) => void;

let hearer: Hearer | undefined;

/** Puts words into the capture line, for the person to change or send: an example that was tapped, a text to mend. */
export function offerWords(words: string) {
  hearer?.(words);
}

/** The capture line says that it is here. */
export function hearWords(hear: Hearer): () => void {
  hearer = hear;
  return () => {
    if (hearer === hear) hearer = undefined;
  };
}
