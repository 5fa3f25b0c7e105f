import { Waiting } from "../../features/capture/Waiting";
import { ChatPage } from "../../features/chat/ChatPage";
import { DueReminders } from "../../features/reminders/DueReminders";

export function ChatRoute() {
  return <ChatPage above={<DueReminders />} waiting={<Waiting />} />;
}
