import "../../styles/memory.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Problem } from "../../api/problem";
import { Button, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { memoryQuery } from "./api";
import { Around } from "./Around";
import { Known } from "./Known";
import { Remembered } from "./Remembered";

/** One memory by itself: the words, what is known from them and since when, and what was said around them. */
export function WhyPage() {
  const { t } = useLingui();
  const { memoryId } = useParams({ from: "/inside/memory/$memoryId" });
  return (
    <Page title={t`Why I think so`}>
      <div className="head">
        <h1>
          <Trans>Why I think so</Trans>
        </h1>
        <p>
          <Link className="link link-quiet" to="/memory" search={{}}>
            <Trans>All of your memory</Trans>
          </Link>
        </p>
      </div>
      <One memoryId={memoryId} />
    </Page>
  );
}

function One({ memoryId }: { memoryId: string }) {
  const { t } = useLingui();
  const { data: memory, isPending, error, refetch } = useQuery(memoryQuery(memoryId));
  if (isPending) return <Skeleton label={t`Loading your memory`} />;
  if (error instanceof Problem && error.status === 404) {
    return (
      <Empty>
        <Trans>This is forgotten. Nothing of it is kept.</Trans>
      </Empty>
    );
  }
  if (!memory) {
    return (
      <Trouble level={2} title={t`Your memory didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
        <Trans>Everything you told me is safe.</Trans>
      </Trouble>
    );
  }
  return (
    <>
      <Remembered memory={memory} whole />
      <Known memoryId={memory.id} level="h2" />
      <Around memoryId={memory.id} level="h2" />
    </>
  );
}
