import "../../styles/reviews.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Page } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { clock, full } from "../../shared/when";
import { reviewsQuery, useBegin, type Kind } from "./api";
import { When } from "./When";
import { useNames } from "./words";

/** Begin the day, end it, look back at the week; and what was kept of those before. */
export function ReviewsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Reviews`}>
      <div className="head">
        <h1>
          <Trans>Reviews</Trans>
        </h1>
        <p className="quiet">
          <Trans>One question at a time, from what really happened. Stop whenever you like: what you decided holds.</Trans>
        </p>
      </div>
      <Begin />
      <When />
      <Kept />
    </Page>
  );
}

function Begin() {
  const names = useNames();
  const begin = useBegin();
  const navigate = useNavigate();
  const { t } = useLingui();
  const lengths: Record<Kind, string> = { start: t`about 2 min`, shutdown: t`about 3 min`, week: t`less than 10 min` };
  const hour = Number(clock(useNow()).slice(0, 2));
  const first: Kind = hour >= 16 || hour < 4 ? "shutdown" : "start";
  const kinds: readonly Kind[] = first === "start" ? ["start", "shutdown", "week"] : ["shutdown", "week", "start"];
  return (
    <>
      <div className="grid gap-2">
        {kinds.map((kind) => (
          <Button
            key={kind}
            kind={kind === first ? "go" : "line"}
            big
            busy={begin.isPending && begin.variables === kind}
            onClick={() => begin.mutate(kind, { onSuccess: ({ id }) => void navigate({ to: "/reviews/$reviewId", params: { reviewId: id } }) })}
          >
            {names[kind]} · {lengths[kind]}
          </Button>
        ))}
      </div>
      {begin.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't open just now. Try once more.</Trans>
        </p>
      )}
    </>
  );
}

function Kept() {
  const names = useNames();
  const found = useInfiniteQuery(reviewsQuery);
  const all = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (!all.length) return null;
  return (
    <section className="sect" aria-labelledby="kept">
      <h2 id="kept">
        <Trans>Kept from before</Trans>
      </h2>
      <ul className="said">
        {all.map((row) => (
          <li key={row.id}>
            <Link className="link num" to="/reviews/$reviewId" params={{ reviewId: row.id }}>
              {names[row.kind]}, {full(row.started_at)}
            </Link>
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
