import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Empty } from "../../shared/ui";
import { full } from "../../shared/when";
import { saidQuery } from "./api";

/** What was said with some words, and the way to where it was said. */
export function FoundSaid({ words }: { words: string }) {
  const { t } = useLingui();
  const found = useInfiniteQuery(saidQuery(words));
  const all = found.data?.pages.flatMap((page) => page.items);
  return (
    <section className="sect" aria-labelledby="found-said">
      <h2 id="found-said">
        <Trans>What was said</Trans>
      </h2>
      {found.isError && !all && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Try once more.</Trans>
        </p>
      )}
      {all?.length === 0 && (
        <Empty>
          <Trans>Nothing with these words.</Trans>
        </Empty>
      )}
      <ul className="said timed mt-4">
        {all?.map(({ id, text, role, said_at, conversation_id }) => (
          <li key={id}>
            <Link className="link" to="/chat" search={{ thread: conversation_id ?? undefined }}>
              {text}
            </Link>
            <div className="small quiet num">
              {role === "person" ? t`You` : t`Cairn`}, {full(said_at)}
            </div>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button className="mt-4" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </section>
  );
}
