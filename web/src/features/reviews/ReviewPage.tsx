import "../../styles/reviews.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Page, Skeleton, Trouble } from "../../shared/ui";
import { reviewQuery } from "./api";
import { Over } from "./Over";
import { Walk } from "./Walk";
import { useNames } from "./words";

/** One review: the question it stands at, or what is kept of it. */
export function ReviewPage() {
  const { t } = useLingui();
  const { reviewId } = useParams({ from: "/inside/reviews/$reviewId" });
  const { data, isPending, error, refetch } = useQuery(reviewQuery(reviewId));
  const names = useNames();
  return (
    <Page title={data ? names[data.kind] : t`Reviews`}>
      {isPending && <Skeleton label={t`Loading the review`} />}
      {error && !data && (
        <Trouble level={1} title={t`This review didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>
            What you decided holds. <Link to="/reviews">All reviews</Link>
          </Trans>
        </Trouble>
      )}
      {data && (data.step ? <Walk key={data.id} review={data} /> : <Over review={data} />)}
    </Page>
  );
}
