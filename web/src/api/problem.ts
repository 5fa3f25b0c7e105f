import type { components } from "./schema";

export type ProblemDocument = components["schemas"]["Problem"];

/** The API said no, and why. `kind` is the last part of the problem's type: "wrong-credentials". */
export class Problem extends Error {
  readonly kind: string;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly fields: ReadonlyMap<string, string>;

  /** The server's clock when it answered, in ms, where it said so. */
  readonly serverTime: number | undefined;

  /** For how long to wait before asking again, in ms, where it said so. */
  readonly retryAfter: number | undefined;

  constructor(document: Partial<ProblemDocument>, status: number, headers?: Headers) {
    super(document.detail ?? document.title ?? `The server answered ${status}.`);
    this.name = "Problem";
    this.kind = document.type?.split("/").pop() ?? "unknown";
    this.status = status;
    this.requestId = document.request_id ?? undefined;
    const date = headers?.get("date");
    this.serverTime = date ? Date.parse(date) : undefined;
    const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
    this.fields = new Map((document.errors ?? []).map((error) => [error.field, error.message]));
  }
}

/** Nothing answered: no network, or the server is away. What the person wrote is still on this device. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("Nothing answered.", { cause });
    this.name = "Unreachable";
  }
}
