import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Chip, Empty, Skeleton, Trouble } from "../../shared/ui";
import { offerWords } from "../../shared/words";
import { memoriesQuery } from "./api";
import { Remembered } from "./Remembered";

/** All that was said, the latest first. */
export function Everything() {
  const { t } = useLingui();
  const { data, isPending, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(memoriesQuery);
  if (isPending) return <Skeleton label={t`Loading your memory`} className="card mt-8" />;
  if (isError) {
    return (
      <div className="mt-8">
        <Trouble level={2} title={t`Your memory didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>Everything you told me is safe.</Trans>
        </Trouble>
      </div>
    );
  }
  const memories = data.pages.flatMap((page) => page.items);
  const example = t`Remember that the spare key is in the blue tin`;
  if (memories.length === 0) {
    return (
      <div className="mt-8">
        <Empty example={<Chip kind="example" onClick={() => offerWords(example)}>“{example}”</Chip>}>
          <Trans>Whatever you tell me is kept here, in your own words.</Trans>
        </Empty>
      </div>
    );
  }
  return (
    <section className="sect" aria-labelledby="everything">
      <h2 id="everything" className="text-18">
        <Trans>What you told me</Trans>
      </h2>
      <div className="stack mt-4">
        {memories.map((memory) => (
          <Remembered key={memory.id} memory={memory} />
        ))}
      </div>
      {hasNextPage && (
        <Button className="mt-6" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show earlier</Trans>
        </Button>
      )}
    </section>
  );
}
