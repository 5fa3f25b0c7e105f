import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem";

/** What takes longer than this isn't waited for with the page open: ms. */
const longest = 30_000;

/** A refusal is an answer: only what may get better by itself is tried again. */
function worthRetrying(count: number, error: Error): boolean {
  if (error instanceof Problem && error.status === 429) return count < 5 && (error.retryAfter ?? 0) <= longest;
  if (error instanceof Problem && error.status < 500) return false;
  return count < 2;
}

/** Waits as long as the server said, or a little longer each time. */
function wait(count: number, error: Error): number {
  if (error instanceof Problem && error.retryAfter !== undefined) return error.retryAfter;
  return Math.min(longest, 1_000 * 2 ** count);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Tried even when the browser believes itself offline: it is wrong on a LAN, and a page that waits says nothing.
    queries: { staleTime: 30_000, gcTime: 30 * 60_000, retry: worthRetrying, retryDelay: wait, refetchOnWindowFocus: true, networkMode: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});
