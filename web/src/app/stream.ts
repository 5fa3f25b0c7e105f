import type { LiveEvent } from "../api/events";
import { parser } from "../api/serverSent";

/** The server says "still here" every 15 s; after three of them unheard the line is dead, whatever the network says. */
const silence = 50_000;

export type Ending = "ended" | "refused";

/**
 * Reads one server-sent event stream until it breaks.
 *
 * Not an `EventSource`: that hears only names it was told beforehand, resumes with no id after an error of the server,
 * and retries at a fixed pace.
 */
export async function readStream(
  address: string,
  lastId: string,
  signal: AbortSignal,
  told: { opened: () => void; event: (event: LiveEvent) => void },
): Promise<Ending> {
  const dead = new AbortController();
  let watch = setTimeout(() => dead.abort(), silence);
  const stop = () => dead.abort();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const headers = { Accept: "text/event-stream", ...(lastId && { "Last-Event-ID": lastId }) };
    const response = await fetch(address, { headers, credentials: "same-origin", cache: "no-store", signal: dead.signal });
    if (response.status === 401 || response.status === 403) return "refused";
    if (!response.ok || !response.body) return "ended";
    told.opened();
    const parse = parser(told.event);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return "ended";
      clearTimeout(watch);
      watch = setTimeout(() => dead.abort(), silence);
      parse(value);
    }
  } catch (error) {
    if (error instanceof TypeError || (error instanceof DOMException && error.name === "AbortError")) return "ended";
    throw error;
  } finally {
    clearTimeout(watch);
    signal.removeEventListener("abort", stop);
  }
}
