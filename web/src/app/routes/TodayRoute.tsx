import { DueReminders } from "../../features/reminders/DueReminders";
import { TodayPage } from "../../features/today/TodayPage";

export function TodayRoute() {
  return <TodayPage above={<DueReminders />} />;
}
