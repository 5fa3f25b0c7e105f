/**
 * The parts of the API the page needs before the first `npm run api`, which replaces this file with the generated one.
 * `paths` is an interface: a feature that is ahead of the document adds its own routes to it by declaration merging.
 */
export interface components {
  schemas: {
    Problem: {
      type: string;
      title: string;
      status: number;
      detail?: string | null;
      request_id?: string | null;
      errors?: { field: string; message: string }[];
    };
    User: {
      id: string;
      email: string;
      name: string;
      time_zone: string;
      locale: string;
      role: string;
      settings: { theme?: "light" | "dark" | null; [key: string]: unknown };
    };
    Letter: { id: string; subject: string; text: string; sent_at: string; to: string };
  };
}

type Schemas = components["schemas"];
type Json<T> = { content: { "application/json": T } };
type Failure = { content: { "application/problem+json": Schemas["Problem"] } };
type Parameters = { query?: never; header?: never; path?: never; cookie?: never };
type Operation<Body, Answers, Query = never> = {
  parameters: Omit<Parameters, "query"> & { query?: Query };
  responses: Answers & { default: Failure };
} & ([Body] extends [never] ? { requestBody?: never } : { requestBody: Json<Body> });
type Nothing = { headers: Record<string, never>; content?: never };

export interface paths {
  "/api/v1/auth/register": {
    post: Operation<
      { email: string; password: string; name: string; time_zone: string; locale: string },
      { 201: Json<{ user: Schemas["User"] }>; 202: Nothing }
    >;
  };
  "/api/v1/auth/login": {
    post: Operation<{ email: string; password: string; as: "page" }, { 200: Json<{ user: Schemas["User"] }> }>;
  };
  "/api/v1/auth/logout": { post: Operation<never, { 204: Nothing }> };
  "/api/v1/me": {
    get: Operation<never, { 200: Json<Schemas["User"]> }>;
    patch: Operation<
      { name?: string; time_zone?: string; locale?: string; settings?: Schemas["User"]["settings"] },
      { 200: Json<Schemas["User"]> }
    >;
  };
  "/api/v1/mail/letters": {
    get: Operation<never, { 200: Json<{ items: Schemas["Letter"][]; next_cursor?: string | null }> }, { cursor?: string }>;
  };
}
