import { Trans, useLingui } from "@lingui/react/macro";
import { useForgot } from "./api";
import { AskForLetter } from "./AskForLetter";

/** Asks for a link that sets a new password. The same words whether there is an account or not. */
export function ForgotPage() {
  const { t } = useLingui();
  return (
    <AskForLetter
      ask={useForgot()}
      title={t`Set a new password`}
      heading={<Trans>Passwords slip away</Trans>}
      quiet={<Trans>Say where your mail comes, and a link for a new one is on its way.</Trans>}
      act={<Trans>Send me a link</Trans>}
      sent={<Trans>If that address has an account, a letter is on its way. Its link works once, within an hour.</Trans>}
    />
  );
}
