import { Trans, useLingui } from "@lingui/react/macro";
import { SpanCaption, Stones } from "../../shared/ui";
import { clock, length } from "../../shared/when";
import type { Block } from "./day";

/** Minutes of one stone: five as everywhere, unless that would be more stones than a row holds. */
const stone = (minutes: number) => (minutes <= 120 ? 5 : 15);

/** How long until the next thing, lying down. */
export function Ahead({ block, now }: { block?: Block; now: Date }) {
  const { t } = useLingui();
  if (!block?.item) return null;
  const minutes = Math.max(0, Math.round((block.from.getTime() - now.getTime()) / 60_000));
  const each = stone(minutes);
  const span = length(minutes);
  const { title } = block.item;
  const at = clock(block.from);
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">{minutes > 0 ? <Trans>Next in {span}</Trans> : <Trans>Next is now</Trans>}</h2>
      <p className="small quiet">
        <Trans>
          {title} at {at}. One stone is {each} min.
        </Trans>
      </p>
      <div className="to-next">
        <Stones takes={minutes} each={each} label={t`${span} until ${title}`} />
      </div>
      <SpanCaption left={clock(now)} right={<strong>{at}</strong>} />
    </section>
  );
}
