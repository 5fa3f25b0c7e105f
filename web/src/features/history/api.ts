import { infiniteQueryOptions } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import type { Wanted } from "./wanted";

export type About = "account" | "everything";
export type Happened = AnswerOf<"/api/v1/me/history", "get">["items"][number];
export type Entry = AnswerOf<"/api/v1/audit/entries", "get">["items"][number];

export const historyQuery = (about: About) =>
  infiniteQueryOptions({
    queryKey: ["history", about],
    queryFn: ({ pageParam }) => ask(api.GET("/api/v1/me/history", { params: { query: { about, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const trailQuery = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ["trail", wanted],
    queryFn: ({ pageParam }) => ask(api.GET("/api/v1/audit/entries", { params: { query: { ...asked(wanted), cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** Where the browser takes the same entries as a file. */
export function exportAddress(wanted: Wanted, format: "csv" | "jsonl"): string {
  const told = Object.entries({ ...asked(wanted), format }).filter((one): one is [string, string] => one[1] !== undefined);
  return `/api/v1/audit/entries/export?${new URLSearchParams(told)}`;
}

/** Days as the person means them, from the first moment of one to the last of the other, in this browser's zone. */
function asked({ from, to, ...rest }: Wanted) {
  const until = to ? new Date(`${to}T00:00`) : undefined;
  until?.setDate(until.getDate() + 1);
  return { ...rest, since: from && new Date(`${from}T00:00`).toISOString(), until: until?.toISOString() };
}
