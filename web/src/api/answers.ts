import type { paths } from "./schema";

type Json<Response> = Response extends { content: { "application/json": infer Answer } } ? Answer : never;
type Good<Operation> = Operation extends { responses: infer Responses } ? Json<Responses[Extract<200 | 201, keyof Responses>]> : never;

/** What a route answers when it goes well: `AnswerOf<"/api/v1/today", "get">`. */
export type AnswerOf<Path extends keyof paths, Method extends keyof paths[Path]> = Good<paths[Path][Method]>;

/** One row of a route that answers with a page. */
export type RowOf<Path extends keyof paths> = paths[Path] extends { get: infer Operation } ? (Good<Operation> extends { items: (infer Row)[] } ? Row : never) : never;
