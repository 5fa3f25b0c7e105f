import type { QueryClient } from "@tanstack/react-query";
import { dispatch, type LiveEvent } from "../api/events";
import { meQuery } from "../api/session";
import { setOnline } from "../shared/connection";
import { readStream } from "./stream";

export { onEvent, type LiveEvent } from "../api/events";

const address = "/api/v1/events";
const shortest = 1_000;
const longest = 60_000;
/** After this many milliseconds a stream that was refused to somebody who is signed in is asked for again. */
const again = 5_000;

/**
 * Listens for the person's live events until the returned function is called.
 *
 * A browser has few connections per host, so of all its tabs one holds the stream and passes on what it hears; when that
 * tab goes, the next takes over. Without locks (plain http on a LAN) every tab holds its own.
 */
export function connectEvents(queries: QueryClient): () => void {
  const ended = new AbortController();
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("cairn-events") : undefined;
  let lastId = "";
  const hear = (event: LiveEvent) => {
    lastId = event.id || lastId;
    if (event.kind === "reset") void queries.invalidateQueries();
    dispatch(event);
  };
  channel?.addEventListener("message", (message: MessageEvent<LiveEvent>) => hear(message.data));
  const tell = (event: LiveEvent) => {
    hear(event);
    channel?.postMessage(event);
  };
  const lead = async () => {
    while (!ended.signal.aborted) {
      await follow(() => lastId, ended.signal, tell);
      if (ended.signal.aborted) return;
      // The session is over: the answer to "who am I" now says so, and the frame leads to the sign-in page. Or only the
      // cookie is another: the stream is opened again.
      await queries.invalidateQueries(meQuery);
      if (!queries.getQueryData(meQuery.queryKey)) return;
      await pause(again, ended.signal);
    }
  };
  const leading = navigator.locks ? navigator.locks.request("cairn-events", { signal: ended.signal }, lead) : lead();
  leading.catch((error: unknown) => {
    if (!ended.signal.aborted) throw error;
  });
  return () => {
    ended.abort();
    channel?.close();
  };
}

/** Holds the stream open, with growing waits between attempts, until told to stop or refused. */
async function follow(lastId: () => string, ended: AbortSignal, event: (event: LiveEvent) => void): Promise<void> {
  let wait = shortest;
  const opened = () => {
    wait = shortest;
    setOnline(true);
  };
  while (!ended.aborted) {
    const ending = await readStream(address, lastId(), ended, { opened, event });
    if (ending === "refused" || ended.aborted) return;
    setOnline(false);
    await pause(wait * (0.75 + Math.random() / 2), ended);
    wait = Math.min(longest, wait * 2);
  }
}

/** Waits, unless the network comes back or it is over before. */
function pause(milliseconds: number, ended: AbortSignal) {
  return new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      ended.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener("online", go);
    ended.addEventListener("abort", go);
  });
}
