import { Trans } from "@lingui/react/macro";
import { useNow } from "../../shared/useNow";
import { full, relative } from "../../shared/when";
import type { Memory } from "./api";

/** Who said it, and when, in full and relative. */
export function Source({ memory }: { memory: Memory }) {
  const now = useNow();
  const { occurred_at: at } = memory;
  return (
    <>
      <Who memory={memory} />, <time dateTime={at}>{full(at, { year: true })}</time> <span className="nb">({relative(at, now)})</span>
    </>
  );
}

export function Who({ memory: { speaker, kind } }: { memory: Memory }) {
  if (speaker === "cairn") return <Trans>I told you</Trans>;
  if (speaker !== "me") return speaker;
  return kind === "question" ? <Trans>You asked me</Trans> : <Trans>You told me</Trans>;
}
