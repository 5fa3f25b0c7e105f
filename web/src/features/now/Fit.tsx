import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { todayQuery } from "../../api/today";
import { SpanCaption, Stones } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { clock, length } from "../../shared/when";

/** Longer than this ahead, the next fixed thing says nothing about now; in minutes. */
const near = 120;

type Props = {
  /** As long as the person said. */
  minutes: number;
  /** As long as such things usually take them. */
  range?: { low: number; likely: number; high: number };
};

/** How long it takes, beside how long there is until the next fixed thing; and how long it usually takes, if that is known. */
export function Fit({ minutes, range }: Props) {
  return (
    <>
      <Length minutes={range?.likely ?? minutes} />
      {range && <Usually said={minutes} {...range} />}
    </>
  );
}

function Usually({ said, low, high }: { said: number; low: number; high: number }) {
  if (said >= low && said <= high) {
    return (
      <p className="small quiet num">
        <Trans>
          It usually takes you {low}–{high} min.
        </Trans>
      </p>
    );
  }
  return (
    <p className="small quiet num">
      <Trans>
        You said {said}; it usually takes you {low}–{high} min.
      </Trans>
    </p>
  );
}

function Length({ minutes }: { minutes: number }) {
  const { t } = useLingui();
  const now = useNow();
  const { data } = useQuery(todayQuery);
  const at = data?.items.find((item) => !item.done && item.at && Date.parse(item.at) > now.getTime())?.at;
  const have = at ? Math.floor((Date.parse(at) - now.getTime()) / 60_000) : undefined;
  const takes = length(minutes);
  if (!at || have === undefined || have > near) {
    return (
      <>
        <Stones takes={minutes} label={t`About ${takes}`} />
        <SpanCaption left={<strong>{t`About ${takes}`}</strong>} />
      </>
    );
  }
  const there = length(have);
  const until = clock(at);
  return (
    <>
      <Stones takes={minutes} have={have} label={t`About ${takes} of the ${there} you have`} />
      <SpanCaption left={<strong>{t`About ${takes}`}</strong>} right={<Trans>You have {there}, until {until}</Trans>} />
    </>
  );
}
