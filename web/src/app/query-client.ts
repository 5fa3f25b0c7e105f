import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem";

/** A refusal is an answer: only what may get better by itself is tried again. */
function worthRetrying(count: number, error: Error): boolean {
  if (error instanceof Problem && error.status < 500) return false;
  return count < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 30 * 60_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
