import { useLingui } from "@lingui/react/macro";
import type { Kind, Step, What } from "./api";

/** What each review is called. */
export function useNames(): Record<Kind, string> {
  const { t } = useLingui();
  return { start: t`Start of the day`, shutdown: t`End of the day`, week: t`Your week` };
}

type Asked = { question: string; hint?: string };

/** The one question of each screen. */
export function useQuestions(): Record<Step, Asked> {
  const { t } = useLingui();
  return {
    energy: { question: t`How is your energy?`, hint: t`Two taps, or none. What you choose next goes by it.` },
    fixed: { question: t`This is fixed today` },
    choose: { question: t`What matters today?`, hint: t`At most three. One is enough.` },
    first: { question: t`Begin with this` },
    done: { question: t`This got done`, hint: t`From what you ticked off and answered.` },
    stays: { question: t`What becomes of the rest?`, hint: t`One tap each, or let it all wait.` },
    thought: { question: t`Anything still on your mind?`, hint: t`Put it here, and it is kept.` },
    mood: { question: t`This is how you were` },
    captured: { question: t`Thoughts you caught`, hint: t`What asks to be done can become a task. The rest stays in memory.` },
    again: { question: t`These keep coming back`, hint: t`“Not that” a few times usually means it is too big, or not yours any more.` },
    waiting: { question: t`What you wait for` },
    someday: { question: t`Kept for someday` },
    ahead: { question: t`This is fixed in the next days` },
    close: { question: t`A line for yourself?`, hint: t`What would you like to remember of this week?` },
  };
}

/** What may become of a thing, as a button says it. */
export function useChoices(): Record<What, string> {
  const { t } = useLingui();
  return {
    today: t`Today`,
    tomorrow: t`Tomorrow`,
    someday: t`Someday`,
    let_go: t`Let go`,
    smaller: t`Smaller`,
    keep: t`Leave it`,
    came: t`It came`,
    back: t`Bring it back`,
    task: t`Make it a task`,
  };
}

/** The same once it is done. */
export function useOutcomes(): Record<What, string> {
  const { t } = useLingui();
  return {
    today: t`for today`,
    tomorrow: t`tomorrow`,
    someday: t`someday`,
    let_go: t`let go`,
    smaller: t`in smaller steps`,
    keep: t`left as it is`,
    came: t`it came`,
    back: t`back on your list`,
    task: t`now a task`,
  };
}
