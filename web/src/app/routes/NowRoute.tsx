import { useQuery } from "@tanstack/react-query";
import { useStart } from "../../features/focus/api";
import { minutesFor } from "../../features/focus/left";
import { NowPage } from "../../features/now/NowPage";
import { Offer } from "../../features/reviews/Offer";
import { ringingQuery } from "../../features/reminders/api";
import { DueReminders } from "../../features/reminders/DueReminders";

export function NowRoute() {
  const { data: ringing = [] } = useQuery(ringingQuery);
  const { mutate: start } = useStart();
  return (
    <NowPage
      above={<DueReminders />}
      below={<Offer />}
      due={ringing.length > 0}
      onStart={({ id, range, estimate_minutes }) => start({ task_id: id, minutes: minutesFor(range?.likely ?? estimate_minutes) })}
    />
  );
}
