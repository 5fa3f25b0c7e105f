import type { ProblemDocument } from "./problem";

/** Asks the person to prove that it's them; whether they did. */
type Prover = () => Promise<boolean>;

let prover: Prover | undefined;
let asking: Promise<boolean> | undefined;

/** Puts a page's way of asking for a proof in place, until the returned function is called. */
export function proveBy(one: Prover): () => void {
  prover = one;
  return () => {
    if (prover === one) prover = undefined;
  };
}

/** Sends a request; where the server wants a recent proof first, asks the person for it and sends the same once more. */
export async function withProof(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
  // The proof itself is never asked to be proven.
  if (!prover || request.method === "GET" || new URL(request.url).pathname.startsWith("/api/v1/auth/")) return send(request);
  const again = request.clone();
  const response = await send(request);
  if (!(await wantsProof(response))) return response;
  // Two requests at once are answered by one proof.
  asking ??= prover().finally(() => (asking = undefined));
  return (await asking) ? send(again) : response;
}

async function wantsProof(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Partial<ProblemDocument>;
  return problem.type === "/problems/proof-needed";
}
