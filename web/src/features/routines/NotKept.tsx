import { useLingui } from "@lingui/react/macro";
import { Problem } from "../../api/problem";

/** Why what was typed couldn't be kept. */
export function NotKept({ error }: { error: Error | null }) {
  const { t } = useLingui();
  const words: Record<string, string> = {
    "too-many-routines": t`You have as many routines as this Cairn allows. Take one away that you no longer need.`,
    "too-many-medications": t`You have as many medications as this Cairn allows. Take one away that you no longer need.`,
  };
  return (
    error && (
      <p role="alert" className="err-line">
        {words[error instanceof Problem ? error.kind : ""] ?? t`That didn't go through just now. What you typed is still here.`}
      </p>
    )
  );
}
