import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { todayQuery, type Item, type Today } from "../../api/today";
import { Quoted } from "../../shared/Quoted";
import { Fill } from "../../shared/slots";
import { Button, Chip, Empty, Fold, NowLine, Page, Skeleton, TimeLine, Trouble } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { clock, length, longDay } from "../../shared/when";
import { offerWords } from "../../shared/words";
import { Ahead } from "./Ahead";
import { type Block, bringers, bringingOf, comingOf, freeFor, layOut, scales } from "./day";
import { goneOf, Named, stretchOf, type Opens } from "./stretches";
import { TakeWithYou } from "./TakeWithYou";
import { TomorrowStrip } from "./Tomorrow";

type Props = {
  above?: ReactNode;
  /** Adds an event. */
  onAdd?: () => void;
  onOpen?: Opens;
};

/** The day as one line, from now on. What is behind folds away. */
export function TodayPage({ above, onAdd, onOpen }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const { data, isPending, isError, refetch } = useQuery(todayQuery);
  return (
    <Page title={t`Today`}>
      {above}
      <div className="head side-by">
        <h1>
          <Trans>Today</Trans>
        </h1>
        <p className="quiet num">{longDay(now, { year: true })}</p>
      </div>
      {isPending && <Skeleton label={t`Loading your day`} />}
      {isError && !data && (
        <Trouble level={2} title={t`Your day didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>It is safe, and reminders ring as they should.</Trans>
        </Trouble>
      )}
      {data && <Line day={data} now={now} onOpen={onOpen} />}
      {data && onAdd && (
        <div className="mt-6">
          <Button onClick={onAdd}>
            <Trans>Add an event</Trans>
          </Button>
        </div>
      )}
      {data && <TomorrowStrip onOpen={onOpen} />}
    </Page>
  );
}

function Line({ day, now, onOpen }: { day: Today; now: Date; onOpen?: Opens }) {
  const { t } = useLingui();
  const { line } = day;
  const { past, ahead, loose } = layOut(day, now, scales.page);
  const coming = comingOf(line, now);
  const bringing = bringingOf(day, now);
  const brings = bringers(ahead);
  const minutes = freeFor(line, now);
  const free = minutes ? length(minutes) : undefined;
  const left = length(Math.max(0, day.left_minutes - Math.round((now.getTime() - Date.parse(day.now)) / 60_000)));
  const lookOf = (block: Block, index: number) => ({
    told: index === 0 && free !== undefined,
    brings: brings.has(block),
    beside: block.segment?.ref?.id === bringing?.id,
    onOpen,
  });
  return (
    <>
      <Fill slot="side">
        <Ahead coming={coming} now={now} />
        {day.left_minutes > 0 && (
          <p className="small quiet mt-4">
            <Trans>{left} left of your day</Trans>
          </p>
        )}
        <TakeWithYou bringing={bringing} coming={coming?.title} />
      </Fill>
      <Past items={past} />
      <NowLine time={clock(now)} dateTime={now.toISOString()}>
        {free ? <Trans>now, {free} free</Trans> : <Trans>now</Trans>}
      </NowLine>
      {ahead.length > 0 ? <TimeLine label={t`From now on`} stretches={ahead.map((block, index) => stretchOf(block, lookOf(block, index)))} /> : <Free />}
      {loose.length > 0 && (
        <section className="sect" aria-labelledby="loose">
          <h2 id="loose" className="text-18">
            <Trans>Some time today</Trans>
          </h2>
          <ul className="said">
            {loose.map((item) => (
              <li key={item.id} className={item.done ? "quiet" : undefined}>
                <Named item={item} />
                {item.done && (
                  <span className="small">
                    <Trans>Done</Trans>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Past({ items }: { items: readonly Item[] }) {
  const { t } = useLingui();
  const [first] = items;
  if (!first?.at) return null;
  const since = clock(first.at);
  return (
    <Fold summary={<Trans>Earlier today, from {since}</Trans>}>
      <TimeLine label={t`Earlier today`} stretches={items.map(goneOf)} />
    </Fold>
  );
}

function Free() {
  const { t } = useLingui();
  const example = t`Water the plants at 6 this evening`;
  return (
    <div className="mt-6">
      <Empty
        example={
          <Chip kind="example" onClick={() => offerWords(example)}>
            <Quoted words={example} />
          </Chip>
        }
      >
        <Trans>The rest of the day is free. Things with a time show here.</Trans>
      </Empty>
    </div>
  );
}
