import { useEffect, useSyncExternalStore } from "react";
import { useMe } from "../../api/session";
import { keepOutbox } from "../../shared/connection";
import { send, takeBack } from "./api";
import { Outbox } from "./outbox";

export const outbox = new Outbox({ send, takeBack });
keepOutbox({ count: outbox.count, clear: () => outbox.clear() });

/** How often to look whether the server is back, while something waits. */
const pace = 5_000;

/** Keeps the signed-in person's outbox going for as long as the page is open. */
export function useSending() {
  const { id } = useMe();
  useEffect(() => {
    const go = () => void outbox.flush();
    const look = () => {
      if (document.visibilityState === "visible") go();
    };
    const pulse = setInterval(() => outbox.rows.length > 0 && go(), pace);
    addEventListener("online", go);
    document.addEventListener("visibilitychange", look);
    void outbox.open(id);
    return () => {
      clearInterval(pulse);
      removeEventListener("online", go);
      document.removeEventListener("visibilitychange", look);
    };
  }, [id]);
}

/** What waits here, in the order it was said. */
export const useUnsent = () => useSyncExternalStore(outbox.subscribe, () => outbox.rows);

/** The words of an answer while they are written. */
export const useWordsFor = (id: string) => useSyncExternalStore(outbox.subscribe, () => outbox.wordsFor(id));

export const useAnswerTo = (id: string) => useSyncExternalStore(outbox.subscribe, () => outbox.answerTo(id));
