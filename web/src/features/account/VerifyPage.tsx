import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Problem } from "../../api/problem";
import { Button, Page, Scene } from "../../shared/ui";
import { useVerify } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened } from "./forms";

/**
 * Where the letter's link leads. The secret stands behind the #, which no server sees. It is spent by a press, not by
 * opening: mail programs open links to look at them.
 */
export function VerifyPage() {
  const { t } = useLingui();
  const [secret] = useState(() => location.hash.slice(1));
  const verify = useVerify();
  // Out of the address bar and the history, once this page has it.
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);
  if (verify.isSuccess) return <Confirmed />;
  const spent = verify.error instanceof Problem && verify.error.status === 422;
  return (
    <Page title={t`Confirm your address`} className="door">
      <Scene />
      <div className="head">
        <h1>
          <Trans>One press and you're in</Trans>
        </h1>
        <p className="quiet">
          <Trans>This confirms that the address is yours.</Trans>
        </p>
      </div>
      {verify.error && (
        <p className="err-line" role="alert">
          {spent ? t`This link has been used, or is too old. Register again and a new one comes.` : sayWhatHappened(verify.error)}
        </p>
      )}
      <Button kind="go" big busy={verify.isPending} onClick={() => verify.mutate(secret)}>
        <Trans>Confirm my address</Trans>
      </Button>
      <p className="aside">
        <Link className="link link-quiet" to={spent ? "/register" : "/sign-in"}>
          {spent ? <Trans>Register again</Trans> : <Trans>I have an account</Trans>}
        </Link>
      </p>
    </Page>
  );
}

function Confirmed() {
  const { t } = useLingui();
  return (
    <DoorSaid title={t`Your address is confirmed`} quiet={<Trans>Now sign in with it.</Trans>} to="/sign-in" way={<Trans>Sign in</Trans>} next />
  );
}
