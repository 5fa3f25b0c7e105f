import { Trans } from "@lingui/react/macro";
import { needsSecondStep } from "../../api/rights";
import { Button, Skeleton, Trouble } from "../../shared/ui";

type Props = { query: { isPending: boolean; isError: boolean; error: Error | null; refetch: () => Promise<unknown> }; waiting: string; failed: string };

/** A list that is on its way, or didn't come. */
export function Loading({ query, waiting, failed }: Props) {
  if (query.isPending) return <Skeleton label={waiting} />;
  if (!query.isError) return null;
  return (
    <Trouble
      level={2}
      title={failed}
      acts={
        <Button onClick={() => void query.refetch()}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      {needsSecondStep(query.error) ? <Trans>This needs a second step. Add one under You; if you have one, show it and try again.</Trans> : <Trans>Nothing of it is lost.</Trans>}
    </Trouble>
  );
}
