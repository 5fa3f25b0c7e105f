import { useQuery } from "@tanstack/react-query";
import { NowPage } from "../../features/now/NowPage";
import { Offer } from "../../features/reviews/Offer";
import { ringingQuery } from "../../features/reminders/api";
import { DueReminders } from "../../features/reminders/DueReminders";

export function NowRoute() {
  const { data: ringing = [] } = useQuery(ringingQuery);
  return <NowPage above={<DueReminders />} below={<Offer />} due={ringing.length > 0} />;
}
