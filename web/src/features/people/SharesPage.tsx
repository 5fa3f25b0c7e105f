import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Quoted } from "../../shared/Quoted";
import { full } from "../../shared/when";
import { Button, Card, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { looksQuery, requestsQuery, sharesQuery, useAnswerRequest, useTakeBack, type Share, type SupportRequest } from "./api";
import { NewShare } from "./NewShare";
import { Refused } from "./Refused";
import { nameOfKind, namesOfKinds, sayRefusal } from "./words";

/** Who may see what of mine, who asks to, and who looked. */
export function SharesPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Who may see my things`}>
      <div className="head">
        <h1>
          <Trans>Who may see my things</Trans>
        </h1>
        <p className="quiet">
          <Trans>Nobody, unless you say so here. They can look and change nothing, and you see every look.</Trans>
        </p>
      </div>
      <Requests />
      <Given />
      <NewShare />
      <Looks />
    </Page>
  );
}

function Requests() {
  const requests = useInfiniteQuery(requestsQuery);
  const waiting = requests.data?.pages.flatMap((page) => page.items).filter((one) => one.state === "waiting") ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="requests">
      <h2 id="requests">
        <Trans>Somebody asks to look</Trans>
      </h2>
      <ul className="grid gap-4">
        {waiting.map((request) => (
          <li key={request.id}>
            <Request request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Request({ request }: { request: SupportRequest }) {
  const answer = useAnswerRequest();
  const { asker, hours, reason } = request;
  return (
    <Card>
      <p>
        <Trans>
          {asker} looks after this Cairn and asks to see this for {hours} h:
        </Trans>{" "}
        <strong>{namesOfKinds(request.kinds)}</strong>
      </p>
      <p className="quiet">
        <Quoted words={reason} />
      </p>
      <Refused error={answer.error} />
      <div className="row">
        <Button busy={answer.isPending} onClick={() => answer.mutate({ id: request.id, grant: true })}>
          <Trans>Let them look</Trans>
        </Button>
        <Button onClick={() => answer.mutate({ id: request.id, grant: false })}>
          <Trans>No</Trans>
        </Button>
      </div>
    </Card>
  );
}

function Given() {
  const { t } = useLingui();
  const shares = useInfiniteQuery(sharesQuery);
  const all = shares.data?.pages.flatMap((page) => page.items);
  const holding = all?.filter((share) => share.holds);
  return (
    <section className="sect" aria-labelledby="given">
      <h2 id="given">
        <Trans>They may look now</Trans>
      </h2>
      {shares.isPending && <Skeleton label={t`Loading who may look`} />}
      {shares.isError && (
        <Trouble
          title={t`This list didn't open`}
          acts={
            <Button onClick={() => void shares.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {sayRefusal(shares.error)}
        </Trouble>
      )}
      {holding?.length === 0 && (
        <Empty>
          <Trans>Nobody. What you keep is yours alone.</Trans>
        </Empty>
      )}
      <ul className="grid gap-4">
        {holding?.map((share) => (
          <li key={share.id}>
            <OneShare share={share} />
          </li>
        ))}
      </ul>
      {shares.hasNextPage && (
        <Button className="mt-4" busy={shares.isFetchingNextPage} onClick={() => void shares.fetchNextPage()}>
          <Trans>Earlier ones</Trans>
        </Button>
      )}
    </section>
  );
}

function OneShare({ share }: { share: Share }) {
  const { t } = useLingui();
  const back = useTakeBack();
  const until = share.until && full(share.until);
  return (
    <Card>
      <h3 className="text-18">{share.about}</h3>
      <p>{namesOfKinds(share.kinds)}</p>
      <p className="small quiet">
        {share.support && <Trans>Support, as you granted it.</Trans>} {until ? <Trans>Until {until}</Trans> : <Trans>Until you take it back</Trans>}
      </p>
      <Refused error={back.error} />
      <Button aria-label={t`Take it back: ${share.about}`} busy={back.isPending} onClick={() => back.mutate(share.id)}>
        <Trans>Take it back</Trans>
      </Button>
    </Card>
  );
}

function Looks() {
  const looks = useInfiniteQuery(looksQuery);
  const all = looks.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="sect" aria-labelledby="looks">
      <h2 id="looks">
        <Trans>Who looked</Trans>
      </h2>
      {looks.isSuccess && all.length === 0 && (
        <p className="quiet">
          <Trans>Nobody looked so far.</Trans>
        </p>
      )}
      <ul className="said">
        {all.map((look) => (
          <li key={look.id}>
            {look.about || <Trans>Somebody</Trans>}: {nameOfKind(look.kind)}{" "}
            <time className="small quiet num" dateTime={look.at}>
              {full(look.at)}
            </time>
          </li>
        ))}
      </ul>
      {looks.hasNextPage && (
        <Button className="mt-4" busy={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
          <Trans>Earlier looks</Trans>
        </Button>
      )}
    </section>
  );
}
