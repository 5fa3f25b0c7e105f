import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem";

/** A refusal is an answer: only what may get better by itself is tried again. */
function worthRetrying(count: number, error: Error): boolean {
  if (error instanceof Problem && error.status < 500) return false;
  return count < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Tried even when the browser believes itself offline: it is wrong on a LAN, and a page that waits says nothing.
    queries: { staleTime: 30_000, gcTime: 30 * 60_000, retry: worthRetrying, refetchOnWindowFocus: true, networkMode: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});
