import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Page, Scene } from "../../shared/ui";

/** The same words for a new address and a taken one: who has an account here is nobody else's business. */
export function CheckYourMail({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <Page title={t`Check your mail`} className="door">
      <Scene />
      <div className="head" role="status">
        <h1>
          <Trans>Check your mail</Trans>
        </h1>
        <p className="lead">
          <Trans>A letter is on its way to {email}. Open the link in it and you're in.</Trans>
        </p>
        <p className="quiet">
          <Trans>It can take a minute. If it doesn't come, look among the unwanted mail.</Trans>
        </p>
      </div>
      <Link className="btn btn-line" to="/sign-in">
        <Trans>Go to sign in</Trans>
      </Link>
    </Page>
  );
}
