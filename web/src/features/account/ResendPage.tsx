import { Trans, useLingui } from "@lingui/react/macro";
import { useResend } from "./api";
import { AskForLetter } from "./AskForLetter";

/** Asks for the letter that confirms a new account again. The same words whether one waits or not. */
export function ResendPage() {
  const { t } = useLingui();
  return (
    <AskForLetter
      ask={useResend()}
      title={t`Send the letter again`}
      heading={<Trans>Letters get lost</Trans>}
      quiet={<Trans>Say which address you registered with, and the letter comes again.</Trans>}
      act={<Trans>Send the letter again</Trans>}
      sent={<Trans>If an account waits for that address, its letter is on its way. Only the newest link works.</Trans>}
    />
  );
}
