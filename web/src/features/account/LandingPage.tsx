import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Page } from "../../shared/ui/Page";
import { Scene } from "../../shared/ui/Scene";

/** What Cairn is in one sentence, and one way in. */
export function LandingPage() {
  return (
    <Page title="Cairn" className="door door-wide">
      <Scene />
      <h1 className="hero">
        <Trans>Say it once. Cairn keeps it and shows you one thing at a time.</Trans>
      </h1>
      <p className="lead quiet">
        <Trans>An assistant for minds that wander: tasks, reminders and memory, on a machine you own.</Trans>
      </p>
      <Link className="btn btn-go btn-big" to="/register">
        <Trans>Start here</Trans>
      </Link>
      <p className="aside">
        <Link className="link link-quiet" to="/sign-in">
          <Trans>I have an account</Trans>
        </Link>
      </p>
    </Page>
  );
}
