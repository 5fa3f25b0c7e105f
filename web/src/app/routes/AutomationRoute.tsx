import { AutomationPage } from "../../features/automations/AutomationPage";
import type { Automation } from "../../features/automations/api";
import { LastAnswer } from "../../features/chat/Thread";

/** One automation, and what it was answered: one that asks does so in a conversation that has its id. */
export function AutomationRoute() {
  return <AutomationPage Answers={Answers} />;
}

function Answers({ automation: { id, what, last } }: { automation: Automation }) {
  return what === "prompt" && last ? <LastAnswer conversationId={id} /> : null;
}
