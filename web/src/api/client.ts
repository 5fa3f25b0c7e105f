import createClient, { type Middleware } from "openapi-fetch";
import { attended } from "./attended";
import { Problem, Unreachable, type ProblemDocument } from "./problem";
import { withProof } from "./proof";
import type { paths } from "./schema";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

const session: Middleware = {
  onRequest({ request }) {
    // The server refuses an unsafe request without this header: a foreign page can't set it.
    if (!safe.has(request.method)) request.headers.set("X-Cairn", "1");
    // A page that nobody looks at must not keep its session awake.
    if (!attended()) request.headers.set("X-Cairn-Unattended", "1");
    return request;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === "AbortError" ? error : new Unreachable(error);
  },
};

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "",
  credentials: "same-origin",
  // Looked up at every call, so that a test can put a server of its own in its place.
  fetch: (request) => withProof(request, (one) => globalThis.fetch(one)),
});
api.use(session);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The data of an answer; a refusal is thrown as a `Problem`. */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new Problem(isProblem(error) ? error : {}, response.status, response.headers);
  // A 204 has no data, and its type says so.
  return data as T;
}

function isProblem(value: unknown): value is Partial<ProblemDocument> {
  return typeof value === "object" && value !== null;
}
