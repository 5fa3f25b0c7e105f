import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Problem } from "../../api/problem";
import { meQuery } from "../../api/session";
import { Button, Page, Scene } from "../../shared/ui";
import { useJoin } from "./api";
import { forgetJoinSecret, useJoinSecret } from "./useJoinSecret";
import { sayRefusal } from "./words";

const here = "/join";
/** After these the link is of no more use to this account. */
const over = new Set(["invitation-over", "not-your-invitation"]);

/** Where the link of an invitation leads. It is spent by a press, not by opening: mail programs open links to look at them. */
export function JoinPage() {
  const { t } = useLingui();
  const secret = useJoinSecret();
  const { data: me, isPending } = useQuery(meQuery);
  const join = useJoin();
  const kind = join.error instanceof Problem ? join.error.kind : undefined;
  if (join.isSuccess) return <In title={t`You are in “${join.data.name}”`} />;
  if (kind === "already-in") return <In title={t`You are in this space already`} />;
  if (join.error && kind !== undefined && over.has(kind)) {
    return (
      <Door title={kind === "not-your-invitation" ? t`This invitation isn't for this account` : t`This invitation is over`} quiet={sayRefusal(join.error)} said>
        <Link className="btn btn-line" to="/you/spaces">
          <Trans>Your spaces</Trans>
        </Link>
      </Door>
    );
  }
  if (!secret) {
    return (
      <Door title={t`Join a space`} quiet={<Trans>Open this page by the link in the invitation's letter.</Trans>}>
        <Link className="btn btn-line" to="/">
          <Trans>To the first page</Trans>
        </Link>
      </Door>
    );
  }
  const press = () => join.mutate(secret, { onSuccess: forgetJoinSecret });
  return (
    <Door
      title={t`Join a space`}
      quiet={<Trans>Somebody invites you to sit in a quiet room together, each at your own thing. The others there see what you are called, and nothing else of yours.</Trans>}
    >
      {join.error && (
        <p className="err-line" role="alert">
          {sayRefusal(join.error)}
        </p>
      )}
      {me || isPending ? (
        <Button kind="go" big busy={isPending || join.isPending} onClick={press}>
          <Trans>Join</Trans>
        </Button>
      ) : (
        <>
          <Link className="btn btn-go btn-big" to="/sign-in" search={{ next: here }}>
            <Trans>Sign in to join</Trans>
          </Link>
          <p className="aside">
            <Link className="link link-quiet" to="/register" search={{ next: here }}>
              <Trans>I'm new here</Trans>
            </Link>
          </p>
        </>
      )}
    </Door>
  );
}

function In({ title }: { title: string }) {
  return (
    <Door title={title} quiet={<Trans>Its room is on the page Focus. Sit down whenever you like.</Trans>} said>
      <Link className="btn btn-go btn-big" to="/focus">
        <Trans>To the room</Trans>
      </Link>
      <p className="aside">
        <Link className="link link-quiet" to="/you/spaces">
          <Trans>Who else is in it</Trans>
        </Link>
      </p>
    </Door>
  );
}

function Door({ title, quiet, said = false, children }: { title: string; quiet: ReactNode; said?: boolean; children: ReactNode }) {
  return (
    <Page title={title} className="door">
      <Scene />
      <div className="head" role={said ? "status" : undefined}>
        <h1>{title}</h1>
        <p className="quiet">{quiet}</p>
      </div>
      {children}
    </Page>
  );
}
