import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useUndo, type Receipt as Told } from "../api/receipts";
import { sayRule } from "./rule";
import { LinkButton, Receipt } from "./ui";
import { useNow } from "./useNow";
import { full, relative } from "./when";

/** What has left the place where it was. */
const GONE = new Set([
  "task.done",
  "task.removed",
  "reminder.cancelled",
  "event.cancelled",
  "event.time_cancelled",
  "reminder.time_cancelled",
]);

/** A change as it stands in the books, with its way back. */
export function ReceiptCard({ receipt }: { receipt: Told }) {
  const { undo, undone, failed } = useUndo(receipt);
  const { title } = receipt;
  if (undone) {
    return (
      <p className="quiet" role="status">
        <Trans>Taken back: {title}</Trans>
      </p>
    );
  }
  return (
    <Receipt
      level={2}
      title={title}
      when={<When receipt={receipt} />}
      where={failed ? <Trans>That couldn't be taken back just now. It still stands.</Trans> : <Where receipt={receipt} />}
      undo={
        receipt.can_undo && (
          <LinkButton onClick={undo}>
            <Trans>Undo</Trans>
            <span className="vh"> {title}</span>
          </LinkButton>
        )
      }
    />
  );
}

function When({ receipt: { when, rrule } }: { receipt: Told }) {
  const now = useNow();
  if (!when) return null;
  return (
    <p>
      <time dateTime={when}>{full(when)}</time> <span className="nb">({relative(when, now)})</span>
      {rrule && <>, {sayRule(rrule)}</>}
    </p>
  );
}

function Where({ receipt }: { receipt: Told }) {
  const { t } = useLingui();
  const { kind, subject_kind: subject, subject_id: reminderId } = receipt;
  const memoryId = reminderId;
  const reviewId = reminderId;
  const automationId = reminderId;
  const place = kind.split(".")[0];
  const words: Record<string, string> = {
    reminder: t`In your reminders.`,
    task: t`On your list.`,
    event: t`In your calendar.`,
    memory: t`In your memory.`,
    thought: t`In your memory.`,
    mood: t`Only you see it.`,
    focus: t`In Focus.`,
    parked: t`In Focus, for afterwards.`,
  };
  const left = GONE.has(kind) || (kind === "reminder.done" && !receipt.when);
  return (
    <>
      {!left && words[place ?? ""]}
      {receipt.note && <> {receipt.note}</>}
      {place === "reminder" && reminderId && (
        <>
          {" "}
          <Link className="underline" to="/reminders/$reminderId" params={{ reminderId }}>
            <Trans>Open it</Trans>
          </Link>
        </>
      )}
      {place === "review" && reviewId && (
        <Link className="underline" to="/reviews/$reviewId" params={{ reviewId }}>
          <Trans>Open it</Trans>
        </Link>
      )}
      {place === "plan" && (
        <>
          {" "}
          <Link className="underline" to="/plans">
            <Trans>Open it</Trans>
          </Link>
        </>
      )}
      {place === "automation" && automationId && (
        <Link className="underline" to="/automations/$automationId" params={{ automationId }}>
          <Trans>Open it</Trans>
        </Link>
      )}
      {subject === "memory" && memoryId && (
        <>
          {" "}
          <Link className="underline" to="/memory/$memoryId" params={{ memoryId }}>
            <Trans>Open it</Trans>
          </Link>
        </>
      )}
    </>
  );
}
