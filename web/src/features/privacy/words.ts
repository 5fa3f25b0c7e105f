import { t } from "@lingui/core/macro";
import { Problem, Unreachable } from "../../api/problem";

/** Why it didn't happen, in plain words. */
export function sayWhy(error: Error): string {
  if (error instanceof Unreachable) return t`There is no connection just now. Nothing was changed.`;
  const kind = error instanceof Problem ? error.kind : "";
  if (kind === "too-many-exports") return t`You did this several times just now. Wait an hour or two, then take it again.`;
  if (kind === "nobody-else-in-charge") return t`Nobody else looks after this Cairn and its people. Give your role to another person first, then leave.`;
  if (kind === "proof-needed") return t`This waits until you have shown that it's you.`;
  return t`That didn't work just now. Nothing was changed. Try again in a moment.`;
}
