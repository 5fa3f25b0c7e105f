import { useInfiniteQuery } from "@tanstack/react-query";
import { AutomationPage } from "../../features/automations/AutomationPage";
import { runsQuery, type Automation } from "../../features/automations/api";
import { LastAnswer } from "../../features/chat/Thread";

/** One automation, and what it was answered: one that asks does so in a conversation that has its id. */
export function AutomationRoute() {
  return <AutomationPage Answers={Answers} />;
}

/** The conversation is there once one of its runs was said in it, also where the latest came to nothing. */
function Answers({ automation: { id, what } }: { automation: Automation }) {
  const { data } = useInfiniteQuery(runsQuery(id));
  const asked = data?.pages.some((page) => page.items.some((run) => run.came === "turn"));
  return what === "prompt" && asked ? <LastAnswer conversationId={id} /> : null;
}
