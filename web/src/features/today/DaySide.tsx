import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { todayQuery } from "../../api/today";
import { NowLine, TimeLine } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { clock, longDay } from "../../shared/when";
import { layOut, scales } from "./day";
import { stretchOf } from "./stretches";

/** The day's line beside every page on a desk. */
export function DaySide() {
  const { t } = useLingui();
  const now = useNow();
  const { data } = useQuery(todayQuery);
  const { ahead } = layOut({ items: data?.items ?? [], line: data?.line ?? [] }, now, scales.side);
  return (
    <>
      <h2>{longDay(now)}</h2>
      <NowLine time={clock(now)} dateTime={now.toISOString()}>
        <Trans>now</Trans>
      </NowLine>
      {ahead.length > 0 && <TimeLine mini label={t`From now on`} stretches={ahead.map((block) => ({ ...stretchOf(block), meta: undefined }))} />}
      {data && ahead.length === 0 && (
        <p className="small quiet">
          <Trans>The rest of the day is free.</Trans>
        </p>
      )}
    </>
  );
}
