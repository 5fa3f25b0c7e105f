import { Trans, useLingui } from "@lingui/react/macro";
import { DoorSaid } from "./DoorSaid";

/** The same words for a new address and a taken one: who has an account here is nobody else's business. */
export function CheckYourMail({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <DoorSaid
      title={t`Check your mail`}
      lead={<Trans>A letter is on its way to {email}. Open the link in it and you're in.</Trans>}
      quiet={<Trans>It can take a minute. If it doesn't come, look among the unwanted mail.</Trans>}
      to="/sign-in"
      way={<Trans>Go to sign in</Trans>}
    />
  );
}
