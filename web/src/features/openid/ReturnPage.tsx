import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Page, Scene } from "../../shared/ui";
import { takeNext, useFinish, type Half, type Returned } from "./api";
import { whatHappened } from "./told";

/** Where a provider sends the browser back to. What it says is spent at once, and leaves the address bar. */
type Props = {
  /** The provider vouched for the person, another proof is missing. */
  onHalf: (half: Half) => void;
};

export function ReturnPage({ onHalf }: Props) {
  const { t } = useLingui();
  const router = useRouter();
  const finish = useFinish();
  const [returned] = useState(read);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    history.replaceState(history.state, "", location.pathname);
    if (!returned) return;
    finish.mutate(returned, {
      onSuccess: (arrived) => {
        if (arrived.came_of_it === "half") onHalf({ mfa_token: arrived.mfa_token ?? "", methods: arrived.methods ?? [] });
        else void router.navigate({ href: arrived.came_of_it === "connected" ? "/you/services" : (takeNext() ?? "/now") });
      },
    });
  }, [finish, onHalf, returned, router]);
  const over = !returned || finish.isError;
  return (
    <Page title={t`Signing you in`} className="door">
      <Scene />
      <div className="head" role="status">
        <h1>{over ? <Trans>Nothing was changed</Trans> : <Trans>One moment</Trans>}</h1>
        {!over && (
          <p className="quiet">
            <Trans>You're being signed in.</Trans>
          </p>
        )}
      </div>
      {!returned && (
        <p className="lead">
          <Trans>You didn't go on at the service's page. That's fine: choose any way to sign in.</Trans>
        </p>
      )}
      {finish.error && (
        <p className="err-line" role="alert">
          {whatHappened(finish.error)}
        </p>
      )}
      {over && (
        <Link className="btn btn-go btn-big" to="/sign-in">
          <Trans>Back to sign in</Trans>
        </Link>
      )}
    </Page>
  );
}

function read(): Returned | null {
  const query = new URLSearchParams(location.search);
  const code = query.get("code");
  const state = query.get("state");
  return code && state ? { code, state, iss: query.get("iss") } : null;
}
