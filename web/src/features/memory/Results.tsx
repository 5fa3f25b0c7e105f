import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton, Trouble } from "../../shared/ui";
import { searchQuery } from "./api";
import { Remembered } from "./Remembered";

/** What memory holds about a question: quotes with their source, and why each was found. */
export function Results({ query }: { query: string }) {
  const { t } = useLingui();
  const { data, isPending, isError, refetch } = useQuery(searchQuery(query));
  if (isPending) return <Skeleton label={t`Looking in your memory`} className="card mt-8" />;
  if (isError) {
    return (
      <div className="mt-8">
        <Trouble level={2} title={t`I couldn't look just now`} acts={<Button onClick={() => void refetch()}>{t`Look again`}</Button>}>
          <Trans>Everything you told me is safe.</Trans>
        </Trouble>
      </div>
    );
  }
  const found = data.filter((hit) => !hit.weak);
  return (
    <>
      <p className="small quiet mt-4" role="status">
        {found.length === 0 ? <Trans>I don't have that. Other words may find it.</Trans> : <Trans>What I have about “{query}”:</Trans>}
      </p>
      <div className="stack mt-4">
        {found.map(({ memory, why }) => (
          <Remembered key={memory.id} memory={memory} why={why} />
        ))}
      </div>
    </>
  );
}
