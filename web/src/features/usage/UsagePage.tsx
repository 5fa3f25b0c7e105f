import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { day, full, length } from "../../shared/when";
import { Button, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { daysQuery, usageQuery, type Day, type Usage } from "./api";

/** What the language model takes of one's days: for looking, with nothing to do. */
export function UsagePage() {
  const { t } = useLingui();
  const { data, isPending, error, refetch } = useQuery(usageQuery);
  return (
    <Page title={t`Language model use`}>
      <div className="head">
        <h1>
          <Trans>Language model use</Trans>
        </h1>
        <p className="quiet">
          <Trans>Most of what you say needs no language model. This is what the rest took.</Trans>
        </p>
      </div>
      {isPending && <Skeleton label={t`Loading today`} />}
      {error && (
        <Trouble level={2} title={t`This didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>It is counted all the same.</Trans>
        </Trouble>
      )}
      {data && !data.configured && (
        <Empty>
          <Trans>There is no language model here. Cairn understands you without one.</Trans>
        </Empty>
      )}
      {data?.configured && <Today usage={data} />}
      {data?.configured && <Earlier currency={data.currency} />}
    </Page>
  );
}

function Today({ usage }: { usage: Usage }) {
  const { i18n } = useLingui();
  const { today, limits, currency, again_at } = usage;
  const requests = i18n.number(limits.requests);
  const tokens = i18n.number(limits.tokens);
  const money = cost(i18n.locale, limits.cost_micros, currency);
  const time = length(limits.millis / 60_000);
  const again = again_at ? full(again_at) : "";
  return (
    <section className="sect" aria-labelledby="today">
      <h2 id="today">
        <Trans>Today</Trans>
      </h2>
      <p className="num">
        <Taken of={today} currency={currency} />
      </p>
      {again_at && (
        <p>
          <Trans>It is used up for today, and there again {again}. Everything else works as always.</Trans>
        </p>
      )}
      <p className="small quiet num">
        {limits.requests > 0 && <Trans>A day has {requests} requests.</Trans>} {limits.tokens > 0 && <Trans>It has {tokens} tokens.</Trans>}{" "}
        {limits.cost_micros > 0 && <Trans>It may cost {money}.</Trans>}{" "}
        {limits.millis > 0 && <Trans>It may work for {time}.</Trans>}
      </p>
    </section>
  );
}

function Earlier({ currency }: { currency: string }) {
  const { t } = useLingui();
  const found = useInfiniteQuery(daysQuery);
  const all = found.data?.pages.flatMap((page) => page.items);
  if (found.isError) return null;
  return (
    <section className="sect" aria-labelledby="days">
      <h2 id="days">
        <Trans>The last 30 days</Trans>
      </h2>
      {found.isPending && <Skeleton label={t`Loading the last days`} />}
      {all?.length === 0 && (
        <Empty>
          <Trans>Nothing was asked of it in all this time.</Trans>
        </Empty>
      )}
      <ul className="said">
        {all?.map((taken) => (
          <li key={taken.day} className="num">
            <time dateTime={taken.day}>{day(`${taken.day}T12:00:00`)}</time>
            <span>
              <Taken of={taken} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button className="mt-4" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Earlier ones</Trans>
        </Button>
      )}
    </section>
  );
}

function Taken({ of, currency }: { of: Day; currency: string }) {
  const { i18n } = useLingui();
  const tokens = i18n.number(of.tokens_read + of.tokens_written);
  const money = cost(i18n.locale, of.cost_micros, currency);
  return (
    <>
      <Plural value={of.requests} one="# request" other="# requests" />, <Trans>{tokens} tokens</Trans>
      {of.cost_micros > 0 && `, ${money}`}
      {of.millis >= 60_000 && `, ${length(of.millis / 60_000)}`}
    </>
  );
}

/** An amount, which may be far less than the smallest coin. */
function cost(locale: string, micros: number, currency: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 4 }).format(micros / 1_000_000);
}
