import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useConnection } from "../../shared/connection";
import { told } from "../../shared/told";
import { Button } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { takeBack } from "./api";
import { outbox, useAnswerTo, useUnsent } from "./useOutbox";

/** One thing said in this line. */
export type Said = { id: string; text: string };

type Props = { said: Said; hidden: boolean; onChange: (words: string) => void; onClose: () => void };

/** What became of the last thing said: kept, answered, taken back. It stands where the line was, until the next word. */
export function SaidBar({ said, hidden, onChange, onClose }: Props) {
  const { t } = useLingui();
  const { answer, state, undo } = useFate(said);
  const { online } = useConnection();
  const waiting = useUnsent().find((row) => row.id === said.id);
  const undoable = answer === undefined || answer.receipts.some((receipt) => receipt.can_undo);
  const now = useNow();
  const words = () => {
    if (state === "taken back") return ["taken back", t`Taken back.`];
    if (state === "stands") return ["stands", t`That couldn't be taken back just now. It still stands.`];
    if (answer) return ["answered", told(answer.reply, now)];
    if (waiting && (!online || waiting.held)) return ["waiting", t`Saved here, will send. ${said.text}`];
    return ["saved", t`Saved: ${said.text}`];
  };
  const [fate, line] = words();
  return (
    <div className={`saved ${hidden ? "vh" : ""}`}>
      {/* Each fate is read out once; how far off a moment is changes by the minute, which is no news. */}
      <p role="status" aria-relevant="additions">
        <span key={fate} ref={bringIntoSight}>
          {line}
        </span>
      </p>
      {answer && answer.reply.quotes && answer.reply.quotes.length > 0 && (
        <Link className="btn btn-soft" to="/chat" onClick={onClose}>
          <Trans>Read it</Trans>
        </Link>
      )}
      {state !== "taken back" && undoable && (
        <Button kind="soft" onClick={() => void undo()}>
          <Trans>Undo</Trans>
        </Button>
      )}
      {state === "taken back" && (
        <Button kind="soft" onClick={() => onChange(said.text)}>
          <Trans>Change it</Trans>
        </Button>
      )}
      <Button kind="soft" onClick={onClose}>
        <Trans>OK</Trans>
      </Button>
    </div>
  );
}

/** At the end of a small page the words may be taller than what was in sight. */
function bringIntoSight(words: HTMLElement | null) {
  words?.closest(".saved")?.scrollIntoView({ block: "nearest" });
}

/** Follows one thing said: its answer, and the way back, before and after it was sent. */
function useFate({ id }: Said) {
  const queries = useQueryClient();
  const answer = useAnswerTo(id);
  const [state, setState] = useState<"kept" | "taken back" | "stands">("kept");
  const undo = async () => {
    setState("taken back");
    if (!answer && (await outbox.withdraw(id))) return;
    const given = outbox.answerTo(id);
    if (given && !(await takeBack(given))) setState("stands");
    await queries.invalidateQueries();
  };
  return { answer, state, undo };
}
