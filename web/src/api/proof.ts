import { pressedSince } from "./attended";
import type { ProblemDocument } from "./problem";

/** What is missing: a proof that is fresh, or a second step that this session never had. */
export type Wanted = "recent" | "second";

/** Asks the person to prove that it's them; whether they did. */
type Prover = (wanted: Wanted) => Promise<boolean>;

const wants: Readonly<Record<string, Wanted>> = {
  "/problems/proof-needed": "recent",
  "/problems/second-factor-needed": "second",
};

let prover: Prover | undefined;
let asking: Promise<boolean> | undefined;
let giveUp: (() => void) | undefined;
let declined = 0;

/** Puts a page's way of asking for a proof in place, until the returned function is called. */
export function proveBy(one: Prover): () => void {
  prover = one;
  declined = 0;
  return () => {
    if (prover !== one) return;
    prover = undefined;
    giveUp?.();
  };
}

/** Sends a request; where the server wants a proof first, asks the person for it and sends the same once more. */
export async function withProof(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
  // The proof itself is never asked to be proven.
  if (!prover || new URL(request.url).pathname.startsWith("/api/v1/auth/")) return send(request);
  const again = request.clone();
  const response = await send(request);
  const wanted = await wantedBy(response);
  if (!wanted || !prover || (request.method === "GET" && !mayAskAgain())) return response;
  // Two requests at once are answered by one proof.
  asking ??= askedBy(prover, wanted).finally(() => (asking = giveUp = undefined));
  if (await asking) return send(again);
  declined = Date.now();
  return response;
}

/** What the person answers; no, where the page goes away that asked them. */
function askedBy(one: Prover, wanted: Wanted): Promise<boolean> {
  return new Promise((resolve, reject) => {
    giveUp = () => resolve(false);
    one(wanted).then(resolve, reject);
  });
}

/** Who said "not now" isn't asked by every list that the page loads again: only once they did something else. */
const mayAskAgain = () => asking !== undefined || declined === 0 || pressedSince(declined);

async function wantedBy(response: Response): Promise<Wanted | undefined> {
  if (response.status !== 403) return undefined;
  const problem = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Partial<ProblemDocument>;
  return wants[problem.type ?? ""];
}
