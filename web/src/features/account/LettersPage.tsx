import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { full } from "../../shared/when";
import { Button, Card, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { lettersQuery } from "./api";

/** Without a mail server, letters stay here and only their addressee reads them. */
export function LettersPage() {
  const { t } = useLingui();
  const letters = useInfiniteQuery(lettersQuery);
  const all = letters.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Mail Cairn would have sent`}>
      <div className="head">
        <h1>
          <Trans>Mail Cairn would have sent</Trans>
        </h1>
        <p className="quiet">
          <Trans>No mail server is set up here, so your letters wait on this page.</Trans>
        </p>
      </div>
      {letters.isPending && <Skeleton label={t`Loading your letters`} />}
      {letters.isError && (
        <Trouble
          level={2}
          title={t`Your letters didn't load`}
          acts={
            <Button onClick={() => void letters.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>They are safe where they are.</Trans>
        </Trouble>
      )}
      {all?.length === 0 && (
        <Empty>
          <Trans>No letters yet. A reminder you don't answer here would be the first.</Trans>
        </Empty>
      )}
      <ul className="grid gap-4">
        {all?.map((letter) => (
          <li key={letter.id}>
            <Card>
              <h2 className="text-18">{letter.subject}</h2>
              <p className="small quiet num">
                <time dateTime={letter.sent_at}>{full(letter.sent_at, { year: true })}</time>
              </p>
              <LetterText>{letter.text}</LetterText>
            </Card>
          </li>
        ))}
      </ul>
      {letters.hasNextPage && (
        <Button className="mt-4" busy={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
          <Trans>Earlier letters</Trans>
        </Button>
      )}
    </Page>
  );
}

/** Plain text, in which addresses can be followed as in a mail program. */
function LetterText({ children }: { children: string }) {
  const pieces = children.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <p className="letter">
      {pieces.map((piece, index) =>
        index % 2 === 0 ? (
          piece
        ) : (
          <a key={index} href={piece} rel="noreferrer">
            {piece}
          </a>
        ),
      )}
    </p>
  );
}
