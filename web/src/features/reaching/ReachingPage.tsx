import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Button, Page, Skeleton, Trouble } from "../../shared/ui";
import { preferencesQuery } from "./api";
import { HowReached } from "./HowReached";
import { NotNow } from "./NotNow";
import { QuietHours } from "./QuietHours";

/** How somebody wishes to be reached: how insistently, when not at all, and not just now. */
export function ReachingPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(preferencesQuery);
  return (
    <Page title={t`Reminders and quiet`}>
      <div className="head">
        <h1>
          <Trans>Reminders and quiet</Trans>
        </h1>
        <p className="quiet">
          <Trans>How Cairn reaches you, and when it keeps quiet. Nothing is dropped: what waits comes afterwards.</Trans>
        </p>
      </div>
      {!data && !error && <Skeleton label={t`Loading how you are reached`} />}
      {error && !data && (
        <Trouble level={2} title={t`This didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>Your reminders ring as they did.</Trans>
        </Trouble>
      )}
      {data && (
        <>
          <NotNow told={data} />
          <HowReached told={data} />
          <QuietHours key={JSON.stringify(data.quiet_hours)} told={data} />
        </>
      )}
    </Page>
  );
}
