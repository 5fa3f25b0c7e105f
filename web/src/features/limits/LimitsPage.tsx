import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Problem } from "../../api/problem";
import { needsSecondStep } from "../../api/rights";
import { full } from "../../shared/when";
import { Button, Card, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { limitsQuery, violationsQuery, type Policy, type Violation } from "./api";
import { useNames } from "./names";

/** For administrators: the limits as they are set, and where they were reached. */
export function LimitsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Limits`}>
      <div className="head">
        <h1>
          <Trans>Limits</Trans>
        </h1>
        <p className="quiet">
          <Trans>How much may be asked of this Cairn in a while, and where that was reached in the last 30 days.</Trans>
        </p>
      </div>
      <Present />
      <Reached />
    </Page>
  );
}

function Present() {
  const { t } = useLingui();
  const { data, isPending, error, refetch } = useQuery(limitsQuery);
  if (isPending) return <Skeleton label={t`Loading the limits`} />;
  if (error) return <NotOpened error={error} again={() => void refetch()} />;
  return (
    <section className="sect" aria-labelledby="present">
      <h2 id="present">
        <Trans>As they are set</Trans>
      </h2>
      {!data.counted && (
        <p>
          <Trans>Nothing is counted just now: the limits are turned off.</Trans>
        </p>
      )}
      <ul className="said">
        {data.policies.map((policy) => (
          <PolicyLine key={`${policy.name} ${policy.quota}`} policy={policy} />
        ))}
      </ul>
    </section>
  );
}

function PolicyLine({ policy: { name, plan, quota, seconds } }: { policy: Policy }) {
  const { i18n } = useLingui();
  const names = useNames();
  const many = i18n.number(quota);
  return (
    <li>
      {names(name, plan)}: <span className="num">{seconds > 3600 ? <Trans>{many} requests in a day</Trans> : <Trans>{many} requests in a minute</Trans>}</span>
    </li>
  );
}

function Reached() {
  const { t } = useLingui();
  const found = useInfiniteQuery(violationsQuery);
  const all = found.data?.pages.flatMap((page) => page.items);
  // Who may not see this is told so once, above.
  if (found.isError) return null;
  return (
    <section className="sect" aria-labelledby="reached">
      <h2 id="reached">
        <Trans>Where they were reached</Trans>
      </h2>
      {found.isPending && <Skeleton label={t`Loading where limits were reached`} />}
      {all?.length === 0 && (
        <Empty>
          <Trans>Nowhere, in all this time.</Trans>
        </Empty>
      )}
      <ul className="grid gap-4">
        {all?.map((violation) => (
          <li key={violation.id}>
            <ViolationCard violation={violation} />
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

function ViolationCard({ violation: { policy, refused, network, user_id, last_at } }: { violation: Violation }) {
  const names = useNames();
  return (
    <Card>
      <h3 className="text-18">{names(policy)}</h3>
      <p>
        <Plural value={refused} one="# request had to wait" other="# requests had to wait" />
      </p>
      <p className="small quiet num">
        <time dateTime={last_at}>{full(last_at, { year: true })}</time>
      </p>
      <p className="small quiet">
        <Trans>From {network}</Trans>
      </p>
      {user_id && (
        <p className="small quiet">
          <Trans>Account {user_id}</Trans>
        </p>
      )}
    </Card>
  );
}

function NotOpened({ error, again }: { error: Error; again: () => void }) {
  const { t } = useLingui();
  if (needsSecondStep(error)) {
    return (
      <Trouble level={2} title={t`This page is closed for now`}>
        <Trans>This needs a second step. Add one under You; if you have one, show it and try again.</Trans>
      </Trouble>
    );
  }
  if (error instanceof Problem && error.status === 403) {
    return (
      <Trouble level={2} title={t`This page is for administrators`}>
        <Trans>Your account doesn't look after this Cairn, so there is nothing to see here.</Trans>
      </Trouble>
    );
  }
  return (
    <Trouble level={2} title={t`This didn't open`} acts={<Button onClick={again}>{t`Try again`}</Button>}>
      <Trans>The limits hold all the same.</Trans>
    </Trouble>
  );
}
