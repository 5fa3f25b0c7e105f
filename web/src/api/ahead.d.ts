/** Routes that the page uses before the document names them; the generated schema takes this file's place. */
import type { components } from "./schema";

type Problem = { content: { "application/problem+json": components["schemas"]["Problem"] } };
type Json<T> = { content: { "application/json": T } };
type Nothing = { headers: Record<string, never>; content?: never };
type Page<T> = { items: T[]; next_cursor: string | null };
type Parameters<Path, Query> = { query?: Query; header?: never; cookie?: never } & (Path extends undefined ? { path?: never } : { path: Path });
type Operation<Path, Query, Body, Answer> = { parameters: Parameters<Path, Query>; responses: { 200: Json<Answer>; default: Problem } } & (Body extends undefined
  ? { requestBody?: never }
  : { requestBody: Json<Body> });
type Get<Answer, Query = undefined, Path = undefined> = Operation<Path, Query, undefined, Answer>;
type Post<Body, Answer, Path = undefined> = Operation<Path, undefined, Body, Answer>;

type Receipt = {
  id: string;
  tool: string;
  kind: string;
  subject_kind: string;
  subject_id: string | null;
  title: string;
  when: string | null;
  rrule: string | null;
  sure: boolean;
  note: string | null;
  can_undo: boolean;
  created_at: string;
  undone_at: string | null;
};
type Cited = { memory_id: string; text: string; occurred_at: string; speaker: string; source: string; why: string };
type Message = { id: string; role: "person" | "cairn"; text: string; said_at: string; receipts?: Receipt[]; quotes?: Cited[] };
type Answered = { message: Message; reply: Message; receipts: Receipt[] };
type Step = { id: string; text: string; done_at: string | null };
type Task = {
  id: string;
  title: string;
  notes: string;
  due_at: string | null;
  due_date_only: boolean;
  estimate_minutes: number | null;
  energy: "low" | "medium" | "high";
  steps: Step[];
  done_at: string | null;
  version: number;
};
type Item = { kind: "task" | "reminder"; id: string; title: string; at: string | null; end: string | null; done: boolean };
type Reminder = {
  id: string;
  text: string;
  due_at: string;
  zone: string;
  rrule: string | null;
  state: "waiting" | "ringing" | "done" | "cancelled";
  snoozed_until: string | null;
  rang_for: string | null;
  done_at: string | null;
  version: number;
};
type Delivery = {
  id: string;
  channel: "page" | "email";
  state: "queued" | "sending" | "sent" | "confirmed" | "seen" | "acknowledged" | "failed" | "cancelled";
  occurrence_at: string;
  queued_at: string;
  sending_at: string | null;
  sent_at: string | null;
  confirmed_at: string | null;
  seen_at: string | null;
  acknowledged_at: string | null;
  failed_at: string | null;
  cancelled_at: string | null;
  reason: string | null;
  possible_duplicates: number;
};
type Memory = { id: string; text: string; occurred_at: string; speaker: string; kind: string };

declare module "./schema" {
  interface paths {
    "/api/v1/messages": {
      post: Post<{ id: string; text: string; said_at: string; time_zone: string; conversation_id?: string }, Answered>;
    };
    "/api/v1/receipts/{receipt_id}/undo": { post: Post<undefined, Receipt, { receipt_id: string }> };
    "/api/v1/conversations": { get: Get<Page<{ id: string; title: string; main: boolean }>, { cursor?: string; limit?: number }> };
    "/api/v1/conversations/{conversation_id}/messages": {
      get: Get<Page<Message>, { cursor?: string; limit?: number }, { conversation_id: string }>;
    };
    "/api/v1/tasks/next": { get: Get<{ task: Task | null; reason?: string | null }> };
    "/api/v1/tasks/{task_id}/done": { post: Post<undefined, Task, { task_id: string }> };
    "/api/v1/tasks/{task_id}/reopen": { post: Post<undefined, Task, { task_id: string }> };
    "/api/v1/tasks/{task_id}/later": { post: Post<{ until?: string }, Task, { task_id: string }> };
    "/api/v1/tasks/{task_id}/steps": { post: Post<{ text: string }, Task, { task_id: string }> };
    "/api/v1/tasks/{task_id}/steps/{step_id}": { patch: Post<{ done?: boolean }, Task, { task_id: string; step_id: string }> };
    "/api/v1/today": { get: Get<{ date: string; now: string; items: Item[]; next: Item | null }> };
    "/api/v1/reminders": { get: Get<Page<Reminder>, { state?: Reminder["state"]; cursor?: string; limit?: number }> };
    "/api/v1/reminders/{reminder_id}": { get: Get<Reminder, undefined, { reminder_id: string }> };
    "/api/v1/reminders/{reminder_id}/snooze": { post: Post<{ until: string }, Reminder, { reminder_id: string }> };
    "/api/v1/reminders/{reminder_id}/reopen": { post: Post<undefined, Reminder, { reminder_id: string }> };
    "/api/v1/reminders/{reminder_id}/done": { post: Post<undefined, Reminder, { reminder_id: string }> };
    "/api/v1/reminders/{reminder_id}/deliveries": {
      get: Get<Page<Delivery>, { cursor?: string; limit?: number }, { reminder_id: string }>;
    };
    "/api/v1/deliveries/{delivery_id}/seen": { post: Post<undefined, Delivery, { delivery_id: string }> };
    "/api/v1/memories": { get: Get<Page<Memory>, { cursor?: string; limit?: number }> };
    "/api/v1/memories/search": { post: Post<{ query: string; limit: number }, { items: { memory: Memory; score: number; why: string; weak: boolean }[] }> };
    "/api/v1/memories/{memory_id}": { delete: { parameters: Parameters<{ memory_id: string }, undefined>; responses: { 204: Nothing; default: Problem } } };
  }
}
