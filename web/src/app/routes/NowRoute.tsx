import { NowPage } from "../../features/now/NowPage";
import { DueReminders } from "../../features/reminders/DueReminders";

export function NowRoute() {
  return <NowPage above={<DueReminders />} />;
}
