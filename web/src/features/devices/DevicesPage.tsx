import "../../styles/devices.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Offline } from "../../shared/Offline";
import { Bone, Button, Page, Skeleton, Trouble } from "../../shared/ui";
import { sessionsQuery, useEndOthers } from "./api";
import { DeviceRow } from "./DeviceRow";

/** Where the person is signed in, and how they end it. */
export function DevicesPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Where you are signed in`}>
      <div className="head">
        <h1>
          <Trans>Where you are signed in</Trans>
        </h1>
        <p className="quiet">
          <Trans>If you don't know one of these, sign it out and set a new password.</Trans>
        </p>
        <p>
          <Link className="link link-quiet" to="/you/keys">
            <Trans>Keys for other programs</Trans>
          </Link>
        </p>
      </div>
      <Offline />
      <Devices />
    </Page>
  );
}

function Devices() {
  const { t } = useLingui();
  const sessions = useInfiniteQuery(sessionsQuery);
  if (sessions.isPending) {
    return (
      <Skeleton label={t`Loading your devices`} className="">
        <Bone />
        <Bone shape="short" />
      </Skeleton>
    );
  }
  if (sessions.isError) {
    return (
      <Trouble level={2} title={t`Your devices didn't load`} acts={<Button onClick={() => void sessions.refetch()}>{t`Try again`}</Button>}>
        <Trans>Nothing was signed out.</Trans>
      </Trouble>
    );
  }
  const all = sessions.data.pages.flatMap((page) => page.items);
  const here = all.find((session) => session.current);
  const others = all.filter((session) => !session.current);
  return (
    <>
      {here && (
        <section className="sect" aria-labelledby="here">
          <h2 id="here">
            <Trans>This device</Trans>
          </h2>
          <ul className="said">
            <DeviceRow session={here} />
          </ul>
        </section>
      )}
      <section className="sect" aria-labelledby="others">
        <h2 id="others">
          <Trans>Elsewhere</Trans>
        </h2>
        {others.length === 0 && (
          <p className="quiet">
            <Trans>Nowhere else.</Trans>
          </p>
        )}
        <ul className="said">
          {others.map((session) => (
            <DeviceRow key={session.id} session={session} />
          ))}
        </ul>
        {sessions.hasNextPage && (
          <Button className="mt-4" busy={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>
            <Trans>Show more</Trans>
          </Button>
        )}
        <EndOthers some={others.length > 0} />
      </section>
    </>
  );
}

function EndOthers({ some }: { some: boolean }) {
  const end = useEndOthers();
  return (
    <div className="mt-6 grid justify-items-start gap-2" aria-live="polite">
      {some && (
        <Button busy={end.isPending} onClick={() => end.mutate()}>
          <Trans>Sign out everywhere else</Trans>
        </Button>
      )}
      {end.isSuccess && (
        <p className="quiet">
          <Plural value={end.data} _0="There was nothing to sign out." one="One device was signed out." other="# devices were signed out." />
        </p>
      )}
      {end.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Try again in a moment.</Trans>
        </p>
      )}
    </div>
  );
}
