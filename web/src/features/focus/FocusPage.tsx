import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { Bone, Button, Page, Skeleton, Trouble } from "../../shared/ui";
import { useAsked, useCurrent, useExtend, type Session } from "./api";
import { Begin } from "./Begin";
import { parkId } from "./Park";
import { Parked } from "./Parked";
import { Rooms } from "./Rooms";
import { Running } from "./Running";
import { WhatWasDone } from "./WhatWasDone";

/** A time for one thing. The server keeps it: a closed tab or an empty battery changes nothing. */
export function FocusPage() {
  const { t } = useLingui();
  const { data, isPending, isError, refetch } = useCurrent();
  const { question, answered } = useQuestion(data?.ask ?? undefined);
  const session = data?.session ?? undefined;
  useParkOnArrival(session !== undefined);
  const body = () => {
    if (isPending) return <Waiting />;
    if (isError && !data) {
      return (
        <Trouble level={1} title={t`I can't see your timer just now`} acts={<Button onClick={() => void refetch()}>{t`Look again`}</Button>}>
          <Trans>It goes on without this page.</Trans>
        </Trouble>
      );
    }
    if (session) return <Running key={session.id} session={session} ahead={data?.ahead ?? 0} />;
    if (question) return <TimeUp session={question} onAnswered={answered} />;
    return (
      <>
        <h1>
          <Trans>A time for one thing</Trans>
        </h1>
        <Begin />
        <Parked />
      </>
    );
  };
  return (
    <Page title={t`Focus`} mid className="focus">
      {body()}
      {!question && <Rooms />}
    </Page>
  );
}

/** What was done of a session whose time was up: asked once, and shown until it is answered or this page is left. */
function useQuestion(ask: Session | undefined) {
  const [question, setQuestion] = useState<Session>();
  const [over, setOver] = useState<string>();
  const { mutate } = useAsked();
  if (ask && ask.id !== question?.id) setQuestion(ask);
  const id = question?.id;
  useEffect(() => {
    if (id) mutate(id);
  }, [id, mutate]);
  return { question: id === over ? undefined : question, answered: () => setOver(id) };
}

function TimeUp({ session, onAnswered }: { session: Session; onAnswered: () => void }) {
  const { t } = useLingui();
  const extend = useExtend();
  return (
    <article className="one focus-on" aria-labelledby="focus-title">
      <h1 id="focus-title" className="one-title">
        {session.title || t`Focus`}
      </h1>
      <p className="lead quiet">
        <Trans>Time was up.</Trans>
      </p>
      <WhatWasDone session={session} later={t`Not now`} onLater={onAnswered} onDone={onAnswered} />
      <p className="below">
        <Button kind="soft" busy={extend.isPending} onClick={() => extend.mutate({ id: session.id, minutes: 10 }, { onSuccess: onAnswered })}>
          <Trans>10 min more</Trans>
        </Button>
      </p>
    </article>
  );
}

/** Who came by the key for it writes at once. */
function useParkOnArrival(on: boolean) {
  useEffect(() => {
    if (on && location.hash === `#${parkId}`) document.getElementById(parkId)?.focus();
  }, [on]);
}

function Waiting() {
  const { t } = useLingui();
  return (
    <Skeleton label={t`Looking at the timer`} className="one">
      <Bone shape="title" />
      <Bone shape="bar" />
      <Bone shape="button" />
    </Skeleton>
  );
}
