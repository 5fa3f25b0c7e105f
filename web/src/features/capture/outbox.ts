import { setUnsent } from "../../shared/connection";
import type { Answered, Sent, Tell } from "./api";
import { change, find, keep, remove, removeAll, unsentOf, type Unsent } from "./store";

type Ways = { send: (row: Unsent, tell: Tell) => Promise<Sent>; takeBack: (answer: Answered) => Promise<boolean> };
type News = { kind: "changed" } | { kind: "answered"; answer: Answered };
type Hearer = (answer: Answered) => void;

const lock = "cairn-outbox";
const longest = 5 * 60_000;

/**
 * What was said and not yet answered. It lives in IndexedDB, so that it outlasts reloads and crashes; one tab at a time
 * sends, oldest first; each goes out under the id it got when it was said, so that the server takes it once.
 */
export class Outbox {
  rows: readonly Unsent[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly hearers = new Set<Hearer>();
  private readonly answers = new Map<string, Answered>();
  private readonly words = new Map<string, string>();
  private readonly channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(lock) : undefined;
  private next: Promise<void> | undefined;
  private line: Promise<void> = Promise.resolve();
  private owner = "";
  private quietUntil = 0;

  constructor(private readonly ways: Ways) {
    this.channel?.addEventListener("message", ({ data }: MessageEvent<News>) => void this.hear(data));
  }

  /** Begins to send what this person has waiting here. */
  async open(owner: string): Promise<void> {
    this.owner = owner;
    await this.look();
    await this.flush();
  }

  /** Keeps a thing said just now, and sends it when it can. Resolves once it is safe on this device. */
  async say(said: Pick<Unsent, "id" | "text" | "time_zone" | "conversation_id" | "instead_of">): Promise<void> {
    const said_at = new Date().toISOString();
    await keep({ ...said, said_at, owner: this.owner, state: "waiting", attempts: 0, held: false, not_before: 0, unwanted: false });
    await this.changed();
    void this.flush();
  }

  /** The answer to something said in this browser since the page was opened. */
  answerTo(id: string): Answered | undefined {
    return this.answers.get(id);
  }

  /** What was written so far of the answer to something that is on its way; nothing until the server has begun it. */
  wordsFor(id: string): string | undefined {
    return this.words.get(id);
  }

  /** Takes back what may not have been sent. False: it was answered already, and its receipts are the way back. */
  async withdraw(id: string): Promise<boolean> {
    const row = await change(id, { unwanted: true, not_before: 0 });
    await this.changed();
    void this.flush();
    return row !== undefined;
  }

  /** The person wants a refused one tried as it is. */
  async retry(id: string): Promise<void> {
    await change(id, { state: "waiting", not_before: 0, reason: undefined });
    await this.changed();
    await this.flush();
  }

  /** The person lets go of a refused one. */
  async discard(id: string): Promise<void> {
    await remove(id);
    await this.changed();
  }

  async clear(): Promise<void> {
    await removeAll();
    await this.changed();
  }

  readonly count = async () => (this.owner ? (await unsentOf(this.owner)).length : 0);

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Hears every answer, whichever tab it came to. */
  readonly onAnswered = (hearer: Hearer) => {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  };

  /** Sends what waits. However often it is called, at most one run follows the one that is under way. */
  flush(): Promise<void> {
    this.next ??= this.alone(async () => {
      this.next = undefined;
      await this.sendAll();
    });
    return this.next;
  }

  private alone(run: () => Promise<void>): Promise<void> {
    if (navigator.locks) return navigator.locks.request(lock, run);
    // Without locks (plain http on a LAN) tabs may send the same thing at once; its id keeps it single.
    this.line = this.line.then(run, run);
    return this.line;
  }

  private async sendAll(): Promise<void> {
    if (!this.owner || this.quietUntil > Date.now()) return;
    for (const { id } of await unsentOf(this.owner)) {
      const row = await find(id);
      if (!row || row.state === "refused" || row.not_before > Date.now()) continue;
      if (row.unwanted && row.attempts === 0) await this.discard(id);
      else if (!(await this.sendOne(row))) return;
    }
  }

  /** Sends one; false when there is no use in going on. */
  private async sendOne(row: Unsent): Promise<boolean> {
    const attempts = row.attempts + 1;
    await change(row.id, { attempts });
    await this.changed();
    const sent = await this.ways.send(row, (words) => this.tell(row.id, words));
    this.words.delete(row.id); // the whole answer takes their place, or the next attempt begins from the start
    if (sent.is === "answered") return this.answered(row.id, sent.answer);
    if (sent.is === "refused") await change(row.id, { state: "refused", reason: sent.reason });
    else if (sent.is === "busy") await change(row.id, { held: true, not_before: Date.now() + Math.min(longest, 2_000 * 2 ** attempts) });
    else if (sent.is === "limited") {
      // Refused before it was looked at, and so would be everything after it.
      this.quietUntil = Date.now() + Math.min(longest, sent.wait);
      await change(row.id, { held: true, attempts: row.attempts });
    }
    // Without any network it can't have arrived, and taking it back needs nobody; otherwise only its answer may be lost.
    else await change(row.id, { held: true, attempts: navigator.onLine ? attempts : row.attempts });
    await this.changed();
    return sent.is === "refused" || sent.is === "busy";
  }

  private tell(id: string, words: string) {
    this.words.set(id, words);
    for (const listener of this.listeners) listener();
  }

  private async answered(id: string, answer: Answered): Promise<boolean> {
    // Read again: the person may have taken it back while it was on its way. Where that can't be done now the row
    // stays, and the same id brings the same answer the next time.
    if ((await find(id))?.unwanted && !(await this.ways.takeBack(answer))) return false;
    await remove(id);
    const news: News = { kind: "answered", answer };
    this.channel?.postMessage(news);
    await this.hear(news);
    return true;
  }

  private async changed(): Promise<void> {
    this.channel?.postMessage({ kind: "changed" } satisfies News);
    await this.look();
  }

  private async hear(news: News): Promise<void> {
    if (news.kind === "answered") {
      this.answers.set(news.answer.message.id, news.answer);
      for (const hearer of this.hearers) hearer(news.answer);
    }
    await this.look();
  }

  private async look(): Promise<void> {
    this.rows = this.owner ? await unsentOf(this.owner) : [];
    setUnsent(this.rows.filter((row) => row.state === "waiting" && !row.unwanted).length);
    for (const listener of this.listeners) listener();
  }
}
