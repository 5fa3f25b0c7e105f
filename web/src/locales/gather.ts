import type { Messages } from "@lingui/core";

/** One language out of the catalogues of its features. */
export function gather(parts: Record<string, unknown>): Messages {
  return Object.assign({}, ...Object.values(parts)) as Messages;
}
