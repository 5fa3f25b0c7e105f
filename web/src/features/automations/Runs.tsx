import { Plural, Trans } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Empty } from "../../shared/ui";
import { full } from "../../shared/when";
import { runsQuery, type Automation, type Run } from "./api";
import { useCame } from "./words";

/** What came of each run, and what it cost, the latest first. */
export function Runs({ automation }: { automation: Automation }) {
  const found = useInfiniteQuery(runsQuery(automation.id));
  const all = found.data?.pages.flatMap((page) => page.items);
  return (
    <section className="sect" aria-labelledby="runs">
      <h2 id="runs">
        <Trans>What came of it</Trans>
      </h2>
      {all?.length === 0 && (
        <Empty>
          <Trans>It hasn't run yet.</Trans>
        </Empty>
      )}
      <ul className="said">
        {all?.map((run) => (
          <Line key={run.id} run={run} />
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

function Line({ run }: { run: Run }) {
  const came = useCame();
  const moment = full(run.scheduled_for);
  const ran = run.started_at && full(run.started_at);
  return (
    <li className="block py-3">
      <span>
        {came(run)}
        {run.came === "review" && run.came_id && (
          <>
            {" "}
            <Link className="underline" to="/reviews/$reviewId" params={{ reviewId: run.came_id }}>
              <Trans>Open it</Trans>
            </Link>
          </>
        )}
      </span>
      <div className="small quiet num">
        {moment}. {run.by_hand && <Trans>You asked for it.</Trans>} {run.late && ran && <Trans>Late: it ran {ran}.</Trans>}{" "}
        {run.requests > 0 && (
          <>
            <Plural value={run.requests} one="# request" other="# requests" />, <Plural value={run.tokens} one="# token" other="# tokens" />
          </>
        )}
      </div>
    </li>
  );
}
