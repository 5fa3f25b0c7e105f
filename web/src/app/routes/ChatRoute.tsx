import { useSearch } from "@tanstack/react-router";
import { Waiting } from "../../features/capture/Waiting";
import { ChatPage } from "../../features/chat/ChatPage";
import { DueReminders } from "../../features/reminders/DueReminders";

export function ChatRoute() {
  const { thread } = useSearch({ from: "/inside/chat" });
  return <ChatPage thread={thread} above={<DueReminders />} waiting={<Waiting thread={thread} />} />;
}
