import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { Problem, Unreachable } from "../api/problem";
import { Button } from "../shared/ui/Button";
import { Trouble } from "../shared/ui/Empty";
import { Page } from "../shared/ui/Page";
import { Scene } from "../shared/ui/Scene";
import { Skeleton } from "../shared/ui/Skeleton";

export function Waiting() {
  const { t } = useLingui();
  return (
    <Page title="Cairn">
      <Skeleton label={t`Loading the page`} className="card mt-6" />
    </Page>
  );
}

/** What a page shows when it breaks: what happened, what is safe, what to do. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t`Something went wrong`}>
      <Trouble
        level={1}
        title={error instanceof Unreachable ? t`No connection right now` : t`This page didn't open`}
        acts={
          <>
            <Button onClick={again}>
              <Trans>Try again</Trans>
            </Button>
            <a className="btn btn-soft" href="/now">
              <Trans>Go to Now</Trans>
            </a>
          </>
        }
      >
        <Trans>What you wrote is safe.</Trans>{" "}
        {error instanceof Problem && error.requestId && (
          <span className="quiet">
            <Trans>If you ask someone for help, give them this: {error.requestId}</Trans>
          </span>
        )}
      </Trouble>
    </Page>
  );
}

export function NotHere() {
  const { t } = useLingui();
  return (
    <Page title={t`Not here`} className="door">
      <Scene />
      <div className="head">
        <h1>
          <Trans>There's nothing at this address</Trans>
        </h1>
        <p className="lead quiet">
          <Trans>Your things are where you left them.</Trans>
        </p>
      </div>
      <div className="row">
        <Link className="btn btn-go" to="/now">
          <Trans>Go to Now</Trans>
        </Link>
      </div>
    </Page>
  );
}
