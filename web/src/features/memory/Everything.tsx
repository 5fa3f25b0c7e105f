import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Quoted } from "../../shared/Quoted";
import { Button, Chip, Empty, LinkButton, Skeleton, Trouble } from "../../shared/ui";
import { offerWords } from "../../shared/words";
import { memoriesQuery } from "./api";
import type { Asked } from "./asked";
import { Choosing } from "./Choosing";
import { Remembered } from "./Remembered";

/** All that was said, of a kind and a time, the latest first. */
export function Everything({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const [choosing, setChoosing] = useState(false);
  const { data, isPending, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(memoriesQuery(asked));
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
  if (memories.length === 0) return <Nothing narrowed={Boolean(asked.kind ?? asked.time)} />;
  return (
    <section className="mt-6" aria-labelledby="everything">
      <div className="side-by">
        <h2 id="everything" className="text-18">
          {asked.kind === "aside" ? <Trans>What you set aside</Trans> : <Trans>What you told me</Trans>}
        </h2>
        {!choosing && (
          <LinkButton className="act" onClick={() => setChoosing(true)}>
            <Trans>Forget several</Trans>
          </LinkButton>
        )}
      </div>
      {choosing ? (
        <Choosing memories={memories} onClose={() => setChoosing(false)} />
      ) : (
        <div className="stack mt-4">
          {memories.map((memory) => (
            <div key={memory.id}>
              <Remembered memory={memory} />
            </div>
          ))}
        </div>
      )}
      {hasNextPage && (
        <Button className="mt-6" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show earlier</Trans>
        </Button>
      )}
    </section>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { t } = useLingui();
  const example = t`Remember that the spare key is in the blue tin`;
  if (narrowed) {
    return (
      <div className="mt-8">
        <Empty>
          <Trans>Nothing of that kind and time. Everything else is still here.</Trans>
        </Empty>
      </div>
    );
  }
  return (
    <div className="mt-8">
      <Empty
        example={
          <Chip kind="example" onClick={() => offerWords(example)}>
            <Quoted words={example} />
          </Chip>
        }
      >
        <Trans>Whatever you tell me is kept here, in your own words.</Trans>
      </Empty>
    </div>
  );
}
