import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import { Problem, Unreachable, type ProblemDocument } from "../../api/problem";
import { parser } from "../../api/serverSent";
import type { Unsent } from "./store";

export type Answered = AnswerOf<"/api/v1/messages", "post">;

/** What became of one attempt to send. */
export type Sent =
  | { is: "answered"; answer: Answered }
  /** The server won't take it as it is. */
  | { is: "refused"; reason: string }
  /** The server is there and can't just now. */
  | { is: "busy" }
  /** It was a lot in a short time: nothing goes for so many ms. */
  | { is: "limited"; wait: number }
  /** Nobody answered: no use in trying the next one. */
  | { is: "unreachable" }
  | { is: "signed-out" };

/** A slow answer is waited for this long; then it counts as none, and the same id is sent again later. */
const patience = 60_000;

export async function send(row: Unsent, tell: Tell): Promise<Sent> {
  return attempt(row, row.said_at, tell);
}

/** Hears the words of an answer while it is written: all of them so far, and none at its beginning. */
export type Tell = (words: string) => void;

async function attempt(row: Unsent, said_at: string, tell: Tell): Promise<Sent> {
  const { id, text, time_zone, conversation_id, instead_of } = row;
  try {
    const body = { id, text, said_at, time_zone, conversation_id, instead_of };
    const signal = AbortSignal.timeout(patience);
    const asked = api.POST("/api/v1/messages", { body, signal, headers: { Accept: "text/event-stream" }, parseAs: "stream" });
    const stream = await ask(asked);
    const streams = (await asked).response.headers.get("content-type")?.startsWith("text/event-stream");
    // What stands between may give the answer whole.
    const answer = stream && streams ? await follow(stream, tell) : ((await new Response(stream).json()) as Answered);
    // A line that broke off in the middle: the same id is sent again, and brings the whole answer.
    return answer ? { is: "answered", answer } : { is: "unreachable" };
  } catch (error) {
    if (error instanceof Problem) {
      const corrected = said_at === row.said_at ? byTheirClock(error, said_at) : undefined;
      return corrected ? attempt(row, corrected, tell) : judge(error);
    }
    if (error instanceof Unreachable || error instanceof DOMException || error instanceof TypeError) return { is: "unreachable" };
    throw error;
  }
}

/** Reads an answer while it is written, up to its end; nothing where it breaks off. */
async function follow(stream: ReadableStream<Uint8Array>, tell: Tell): Promise<Answered | undefined> {
  let words = "";
  let answer: Answered | undefined;
  let problem: ProblemDocument | undefined;
  const parse = parser(({ kind, data }) => {
    if (kind === "text") words += (data as { text: string }).text;
    if (kind === "anew") words = ""; // another model begins, and what was written is taken back
    if (kind === "message" || kind === "text" || kind === "anew") tell(words);
    if (kind === "done") answer = data as Answered;
    if (kind === "problem") problem = data as unknown as ProblemDocument;
  });
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) parse(piece.value);
  if (problem) throw new Problem(problem, problem.status);
  return answer;
}

/** This device's clock may be wrong by hours: how long ago it was said is still right, so it is counted back from theirs. */
function byTheirClock(problem: Problem, said_at: string): string | undefined {
  if (problem.status !== 422 || !problem.fields.has("said_at") || !problem.serverTime) return undefined;
  if (Math.abs(Date.now() - problem.serverTime) < 60_000) return undefined;
  return new Date(problem.serverTime - (Date.now() - Date.parse(said_at))).toISOString();
}

function judge(problem: Problem): Sent {
  if (problem.status === 401) return { is: "signed-out" };
  if (problem.status === 429) return { is: "limited", wait: problem.retryAfter ?? 60_000 };
  const passing = problem.status >= 500 || [408, 425].includes(problem.status) || problem.kind === "still-running";
  return passing ? { is: "busy" } : { is: "refused", reason: problem.message };
}

/** Takes back what an answer did, the last thing first. False: the server couldn't be asked, and it still stands. */
export async function takeBack(answer: Answered): Promise<boolean> {
  for (const receipt of answer.receipts.toReversed()) {
    if (!receipt.can_undo) continue;
    try {
      await ask(api.POST("/api/v1/receipts/{receipt_id}/undo", { params: { path: { receipt_id: receipt.id } } }));
    } catch (error) {
      if (error instanceof Unreachable || (error instanceof Problem && error.status >= 500)) return false;
      // Anything else says that there is nothing left to take back.
      if (!(error instanceof Problem)) throw error;
    }
  }
  return true;
}
