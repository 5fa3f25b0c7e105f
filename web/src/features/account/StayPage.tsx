import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Problem } from "../../api/problem";
import { useStay } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened } from "./forms";
import { PressPage } from "./PressPage";
import { useLinkSecret } from "./useLinkSecret";

/** Keeps an account that was about to go, by the link of its letter. */
export function StayPage() {
  const { t } = useLingui();
  const secret = useLinkSecret();
  const stay = useStay();
  if (stay.isSuccess) return <Stayed />;
  const say = (error: Error) => {
    if (error instanceof Problem && error.status === 422) return t`This link has been used, or is too old. If your account is still here, signing in keeps it.`;
    return sayWhatHappened(error);
  };
  return (
    <PressPage
      title={t`Keep your account`}
      heading={<Trans>Keep your account</Trans>}
      quiet={<Trans>Somebody asked to remove it. One press keeps it, with everything in it.</Trans>}
      fault={stay.error ? say(stay.error) : undefined}
      press={<Trans>Keep my account</Trans>}
      busy={stay.isPending}
      onPress={() => stay.mutate(secret)}
      aside={
        <Link className="link link-quiet" to="/">
          <Trans>It was me, let it go</Trans>
        </Link>
      }
    />
  );
}

function Stayed() {
  const { t } = useLingui();
  return (
    <DoorSaid
      title={t`Your account stays`}
      quiet={<Trans>Everything is as it was. Keys for other programs have to be made again.</Trans>}
      to="/sign-in"
      way={<Trans>Sign in</Trans>}
      next
      aside={
        <Link className="link link-quiet" to="/forgot">
          <Trans>It wasn't me: set a new password</Trans>
        </Link>
      }
    />
  );
}
