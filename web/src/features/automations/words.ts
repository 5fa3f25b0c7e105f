import { useLingui } from "@lingui/react/macro";
import type { Run, What } from "./api";

/** What each kind does, for who chooses. */
export function useKinds(): Record<What, string> {
  const { t } = useLingui();
  return { digest: t`Tell me my day`, week: t`Open my week`, prompt: t`Ask the assistant` };
}

/** What came of a run, in one line. */
export function useCame(): (run: Run) => string {
  const { t } = useLingui();
  const why: Record<Run["why"], string> = {
    "": t`It came to nothing`,
    no_model: t`Nothing was asked: this Cairn has no language model`,
    budget: t`Nothing was asked: it was asked as often as it may that day`,
    paused: t`Left out, as it was paused`,
    model: t`The language model didn't answer`,
    deleted: t`Its conversation was deleted before it was answered`,
    trouble: t`It couldn't be done: something went wrong on our side`,
  };
  return (run) => {
    if (run.state === "waiting") return t`About to run`;
    if (run.state === "running") return t`Running`;
    if (run.state !== "done") return why[run.why];
    if (run.came === "turn") return t`Answered`;
    return run.came === "review" ? t`Your week was opened` : t`Your day was told`;
  };
}
