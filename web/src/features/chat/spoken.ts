import type { Receipt } from "../../api/receipts";

/** An answer without what its cards say. */
export type Spoken = {
  /** "Booked": what happened, unless the card itself shows it by where the thing lives now. */
  leads: string[];
  /** What no card says: a question, a note, anything the model wrote. */
  rest: string;
};

/** Their cards name the list or the memory that they are in now, which is all that happened. */
const plain = new Set(["task.added", "memory.kept", "thought.kept"]);

/** Their sentence ends in how often and when, as their cards do. */
const timed = new Set(["reminder.booked", "reminder.booked_ahead", "reminder.moved"]);

/** "Every Monday, first Mon 23 Nov, 15:00 (in 2 days)." Up to the end of the moment, and never a question. */
const moment = /^[^?]*?\d\d:\d\d(?: \([^)]*\))?\./u;

/** Takes out of an answer the sentences that the receipts and proposals under it repeat. What isn't surely one of them stays. */
export function spoken(text: string, receipts: readonly Receipt[], proposals: readonly { title: string }[] = []): Spoken {
  const leads: string[] = [];
  const asked = (line: string) => proposals.some(({ title }) => line.includes(`? ${title}`));
  const lines = text.split("\n").map((line) => {
    if (asked(line)) return "";
    for (const { kind, title, note } of receipts) {
      const found = afterTitle(line, title);
      if (!found) continue;
      if (!plain.has(kind) && !leads.includes(found.lead)) leads.push(found.lead);
      const after = note && found.after.startsWith(note) ? found.after.slice(note.length).trim() : found.after;
      return timed.has(kind) ? after.replace(moment, "").trim() : after;
    }
    return line;
  });
  return { leads, rest: lines.filter(Boolean).join("\n") };
}

/** "Booked: Call the dentist. Sat 21 Nov" is "Booked" and "Sat 21 Nov". */
function afterTitle(line: string, title: string): { lead: string; after: string } | undefined {
  const named = `: ${title.split(/\s+/).join(" ")}`;
  const at = line.indexOf(named);
  const lead = line.slice(0, at).trim();
  const after = line.slice(at + named.length);
  const ends = after === "" || after.startsWith(".") || /[.!?…”»]$/u.test(named);
  // A longer beginning is a sentence of its own, which happens to quote the title.
  if (at < 1 || at > 40 || /[.?:\n]/u.test(lead) || !ends) return undefined;
  return { lead, after: after.replace(/^\./u, "").trim() };
}
