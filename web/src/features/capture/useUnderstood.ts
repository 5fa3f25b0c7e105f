import { useEffect, useState } from "react";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import { Problem, Unreachable } from "../../api/problem";
import { zoneHere } from "../../shared/zone";

export type Understood = AnswerOf<"/api/v1/messages/understand", "post">["found"][number];

const none: readonly Understood[] = [];

/** How long the fingers have to rest before the server is asked. */
const rest = 150;

/** Longer than this it is a story, and chips would say little about it. */
const longest = 400;

/**
 * What the words in the line would do. It is only a help: without an answer there is none, and saving never waits
 * for it. What was understood stays until the next answer, so that nothing flickers between two letters.
 */
export function useUnderstood(text: string): readonly Understood[] {
  const [found, setFound] = useState(none);
  const words = text.trim();
  const askable = words !== "" && words.length <= longest;
  if (!askable && found !== none) setFound(none);
  useEffect(() => {
    if (!askable) return undefined;
    const newer = new AbortController();
    const pause = setTimeout(() => void understand(words, newer.signal).then((answer) => newer.signal.aborted || setFound(answer)), rest);
    return () => {
      clearTimeout(pause);
      newer.abort();
    };
  }, [words, askable]);
  return askable ? found : none;
}

async function understand(text: string, signal: AbortSignal): Promise<readonly Understood[]> {
  if (!navigator.onLine) return none;
  try {
    const { found } = await ask(api.POST("/api/v1/messages/understand", { body: { text, time_zone: zoneHere() }, signal }));
    return found;
  } catch (error) {
    if (error instanceof Problem || error instanceof Unreachable || error instanceof DOMException) return none;
    throw error;
  }
}
