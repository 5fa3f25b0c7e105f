import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { HowAreYou } from "../../shared/HowAreYou";
import { Button, LinkButton } from "../../shared/ui";
import { full } from "../../shared/when";
import { entriesQuery, useRemove, useSay, type Entry } from "./api";
import { useEntryWords } from "./MoodPage";

/** What was said, the latest first; every line can be changed and taken away. */
export function Earlier() {
  const found = useInfiniteQuery(entriesQuery);
  const all = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (!all.length) return null;
  return (
    <section className="sect" aria-labelledby="earlier">
      <h2 id="earlier">
        <Trans>What you said</Trans>
      </h2>
      <ul className="review-things">
        {all.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Earlier ones</Trans>
        </Button>
      )}
    </section>
  );
}

function Line({ entry }: { entry: Entry }) {
  const [changing, setChanging] = useState(false);
  const say = useSay();
  const remove = useRemove();
  const words = useEntryWords()(entry);
  const at = full(entry.at);
  return (
    <li className="review-thing">
      <p className="title">{words}</p>
      {entry.note && <p>{entry.note}</p>}
      <p className="small quiet num">
        <time dateTime={entry.at}>{at}</time>
      </p>
      {changing && (
        <HowAreYou said={{ mood: entry.mood ?? undefined, energy: entry.energy ?? undefined }} onSay={(said) => say.mutate({ entry, said })} />
      )}
      <p className="row">
        <LinkButton aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {changing ? <Trans>Done changing</Trans> : <Trans>Change</Trans>}
          <span className="vh"> {at}</span>
        </LinkButton>
        <LinkButton quiet onClick={() => remove.mutate(entry)}>
          <Trans>Remove</Trans>
          <span className="vh"> {at}</span>
        </LinkButton>
      </p>
    </li>
  );
}
