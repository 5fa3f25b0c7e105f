import { afterEach, vi } from "vitest";

type Answer = { status: number; body?: unknown };
type Handler = (request: Request, body: unknown) => Answer | Promise<Answer>;

/** What the page asked, in order. */
export type Asked = { method: string; path: string; body: unknown; headers: Headers };

/** Stands in for the server, which is the outside world to the page: answers by "METHOD /path", 404 to the rest. */
export function serve(routes: Record<string, Handler>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace("/api/v1", "");
    const text = await request.text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    asked.push({ method: request.method, path, body, headers: request.headers });
    const handler = routes[`${request.method} ${path}`];
    const answer = handler ? await handler(request, body) : problem(404, "not-found");
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status,
      headers: { "Content-Type": answer.status < 400 ? "application/json" : "application/problem+json" },
    });
  });
  return asked;
}

export function problem(status: number, kind: string, errors?: { field: string; message: string }[]): Answer {
  return { status, body: { type: `/problems/${kind}`, title: kind, status, detail: kind, errors } };
}

afterEach(() => vi.unstubAllGlobals());
