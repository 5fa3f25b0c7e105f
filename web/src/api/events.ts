/** One thing that happened, as the stream tells it: ids and a kind, never content. */
export type LiveEvent = { id: string; kind: string; data: Readonly<Record<string, unknown>> };

type Handler = (event: LiveEvent) => void;

const handlers = new Map<string, Set<Handler>>();

/**
 * Calls `handler` for every live event of this kind; returns how to stop. A kind that ends in a dot takes all below it:
 * "tasks." hears "tasks.done". `reset` means that events may have been missed.
 */
export function onEvent(kind: string, handler: Handler): () => void {
  const own = handlers.get(kind) ?? new Set<Handler>();
  handlers.set(kind, own.add(handler));
  return () => own.delete(handler);
}

/** Hands an event to whoever registered for its kind. */
export function dispatch(event: LiveEvent) {
  for (const [kind, own] of handlers) {
    if (event.kind === kind || (kind.endsWith(".") && event.kind.startsWith(kind))) for (const handler of own) handler(event);
  }
}
