import { useSearch } from "@tanstack/react-router";
import { useUnsent } from "../../features/capture/useOutbox";
import { Waiting } from "../../features/capture/Waiting";
import { ChatPage } from "../../features/chat/ChatPage";
import { DueReminders } from "../../features/reminders/DueReminders";

export function ChatRoute() {
  const { thread } = useSearch({ from: "/inside/chat" });
  const here = useUnsent().map(({ id }) => id);
  return <ChatPage thread={thread} above={<DueReminders />} here={here} waiting={<Waiting thread={thread} />} />;
}
