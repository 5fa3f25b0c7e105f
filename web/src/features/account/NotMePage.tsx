import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Problem } from "../../api/problem";
import { forgetUser } from "../../api/session";
import { useNotMe } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened } from "./forms";
import { PressPage } from "./PressPage";
import { useLinkSecret } from "./useLinkSecret";

/** "This wasn't me": takes back what was changed since a letter, the address too, and shuts out whoever did it. */
export function NotMePage() {
  const { t } = useLingui();
  const secret = useLinkSecret();
  const notMe = useNotMe();
  if (notMe.isSuccess) return <Kept />;
  const say = (error: Error) => {
    if (error instanceof Problem && error.status === 409) return t`Another account has this address now. Write to whoever runs this Cairn.`;
    if (error instanceof Problem && error.status === 422) return t`This link has been used, or is too old. If you can't get in, write to whoever runs this Cairn.`;
    return sayWhatHappened(error);
  };
  return (
    <PressPage
      title={t`This wasn't me`}
      heading={<Trans>Take it back</Trans>}
      quiet={
        <Trans>Somebody who knows your password made a change. One press undoes what was changed since this letter, signs every device out, and sends a letter for a new password.</Trans>
      }
      fault={notMe.error ? say(notMe.error) : undefined}
      press={<Trans>This wasn't me</Trans>}
      busy={notMe.isPending}
      onPress={() => notMe.mutate(secret, { onSuccess: forgetUser })}
      aside={
        <Link className="link link-quiet" to="/">
          <Trans>It was me, leave it</Trans>
        </Link>
      }
    />
  );
}

function Kept() {
  const { t } = useLingui();
  return (
    <DoorSaid
      title={t`It is taken back`}
      lead={<Trans>A letter is on its way. Its link sets a new password, once, within an hour.</Trans>}
      quiet={<Trans>Your things are as they were. Until then nobody signs in.</Trans>}
      to="/forgot"
      way={<Trans>Send me another link</Trans>}
    />
  );
}
