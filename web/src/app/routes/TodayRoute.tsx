import { useState } from "react";
import { EventSheet } from "../../features/calendar/EventSheet";
import { DueReminders } from "../../features/reminders/DueReminders";
import { TodayPage } from "../../features/today/TodayPage";

type Opened = { id: string; start: string } | "new";

export function TodayRoute() {
  const [opened, setOpened] = useState<Opened>();
  return (
    <>
      <TodayPage above={<DueReminders />} onAdd={() => setOpened("new")} onOpen={setOpened} />
      {opened && <EventSheet open={opened === "new" ? undefined : opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
