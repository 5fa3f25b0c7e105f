import type { QueryClient } from "@tanstack/react-query";
import { onEvent } from "../api/events";
import { outbox } from "../features/capture/useOutbox";
import { addAnswer } from "../features/chat/api";
import { closeNotices } from "../shared/push";

/** What is asked for anew when something happens, whoever did it and on whichever device. */
const stale: Readonly<Record<string, readonly string[]>> = {
  "message.": ["messages"],
  "conversation.": ["messages"],
  "receipt.": ["messages", "tasks", "calendar", "today", "reminders", "memories", "facts", "profile"],
  "task.": ["tasks", "today"],
  "calendar.": ["calendar", "today", "reminders"],
  "reminder.": ["reminders", "today", "medications"],
  "routine.": ["routines"],
  "medication.": ["medications"],
  "delivery.": ["reminders"],
  // Forgetting blanks the copies in the conversation, and takes what was known from it alone.
  "memory.": ["memories", "facts", "profile", "contradictions", "messages"],
  "mood.": ["mood", "tasks"],
  "review.": ["reviews"],
  "focus.": ["focus"],
  "room.": ["rooms"],
  "space.": ["spaces", "rooms"],
  "automation.": ["automations"],
  "plan.": ["plans"],
  "text.": ["phone"],
  "phone.": ["phone"],
  "session.": ["sessions"],
  "key.": ["keys"],
  "push.": ["push"],
  "support.": ["shares"],
  // A second step opens to whoever looks after others what was closed before.
  "account.factors_changed": ["factors", "rights"],
  "fact.": ["facts", "profile", "contradictions", "memories"],
};

/** Keeps what the pages show as it is in the books, until the returned function is called. */
export function keepCurrent(queries: QueryClient): () => void {
  const stops = Object.entries(stale).map(([kind, keys]) =>
    onEvent(kind, () => {
      for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
    }),
  );
  // A notification that the system still shows is answered with what it was about.
  stops.push(
    onEvent("delivery.changed", ({ data }) => {
      if (data["state"] === "acknowledged" || data["state"] === "cancelled") void closeNotices(`/${String(data["subject_kind"])}s/${String(data["subject_id"])}`);
    }),
  );
  stops.push(outbox.onAnswered((answer) => addAnswer(queries, answer)));
  return () => {
    for (const stop of stops) stop();
  };
}
