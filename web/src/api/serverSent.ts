import type { LiveEvent } from "./events";

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
