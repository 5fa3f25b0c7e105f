import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Empty, Page } from "../../shared/ui";
import { exportAddress, trailQuery } from "./api";
import { Loading } from "./Loading";
import { TrailFilters } from "./TrailFilters";
import { TrailLine } from "./TrailLine";
import { wanted as read } from "./wanted";

/** Who did what, for administrators: without personal values. */
export function TrailPage() {
  const { t } = useLingui();
  const wanted = read(useSearch({ strict: false }));
  const navigate = useNavigate();
  const trail = useInfiniteQuery(trailQuery(wanted));
  const all = trail.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Audit trail`}>
      <div className="head">
        <h1>
          <Trans>Audit trail</Trans>
        </h1>
        <p className="quiet">
          <Trans>Who did what, newest first. Personal values stay sealed, and that you read this is written down too.</Trans>
        </p>
      </div>
      <TrailFilters key={JSON.stringify(wanted)} wanted={wanted} onChange={(next) => void navigate({ to: "/admin/audit", search: read(next) })} />
      <p className="chips mt-4">
        <a className="chip chip-line" href={exportAddress(wanted, "csv")} download>
          <Trans>Download as a table (CSV)</Trans>
        </a>
        <a className="chip chip-line" href={exportAddress(wanted, "jsonl")} download>
          <Trans>Download as JSON lines</Trans>
        </a>
      </p>
      <Loading query={trail} waiting={t`Loading the trail`} failed={t`The trail didn't load`} />
      {all?.length === 0 && (
        <Empty>{trail.hasNextPage ? <Trans>Nothing among the newest entries.</Trans> : <Trans>Nothing that fits.</Trans>}</Empty>
      )}
      <ul className="grid gap-4 mt-4">
        {all?.map((entry) => (
          <TrailLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {trail.hasNextPage && (
        <Button className="mt-4" busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          <Trans>Look further back</Trans>
        </Button>
      )}
    </Page>
  );
}
