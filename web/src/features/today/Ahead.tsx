import { Trans, useLingui } from "@lingui/react/macro";
import { SpanCaption, Stones } from "../../shared/ui";
import { clock, length } from "../../shared/when";
import type { Coming } from "./day";

/** Minutes of one stone: five as everywhere, unless that would be more stones than a row holds. */
const stone = (minutes: number) => (minutes <= 120 ? 5 : minutes <= 360 ? 15 : 30);

/** How long until the next thing, lying down. */
export function Ahead({ coming, now }: { coming?: Coming; now: Date }) {
  const { t } = useLingui();
  if (!coming) return null;
  const { title, minutes, goal } = coming;
  const each = stone(minutes);
  const span = length(minutes);
  const at = clock(coming.at);
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">
        {minutes > 0 ? <Until goal={goal} span={span} /> : <AtOnce goal={goal} />}
      </h2>
      <p className="small quiet">
        <Trans>
          {title} at {at}. One stone is {each} min.
        </Trans>
      </p>
      <div className="to-next">
        <Stones takes={minutes} each={each} kind={goal === "start" ? "act" : "leave"} label={t`${span} until ${title}`} />
      </div>
      <SpanCaption left={clock(now)} right={<strong>{clock(coming.goalAt)}</strong>} />
    </section>
  );
}

function Until({ goal, span }: { goal: Coming["goal"]; span: string }) {
  if (goal === "leave") return <Trans>Leave in {span}</Trans>;
  return goal === "ready" ? <Trans>Get ready in {span}</Trans> : <Trans>Next in {span}</Trans>;
}

function AtOnce({ goal }: { goal: Coming["goal"] }) {
  if (goal === "leave") return <Trans>Leave now</Trans>;
  return goal === "ready" ? <Trans>Get ready now</Trans> : <Trans>Next is now</Trans>;
}
