import type { LiveEvent } from "../api/events";

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

/** Takes the stream in pieces of any size and gives each event once it is whole. */
export function parser(event: (event: LiveEvent) => void): (piece: string) => void {
  let rest = "";
  let id = "";
  return (piece) => {
    const blocks = (rest + piece).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map<string, string>();
      for (const line of block.split("\n")) {
        const colon = line.indexOf(":");
        if (colon < 1) continue; // A comment, or nothing.
        fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ""));
      }
      id = fields.get("id") ?? id;
      const data = fields.get("data");
      if (data !== undefined) event({ id, kind: fields.get("event") ?? "message", data: JSON.parse(data) as LiveEvent["data"] });
    }
  };
}
