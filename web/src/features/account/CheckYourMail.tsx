import { Trans, useLingui } from "@lingui/react/macro";
import { Button, toast } from "../../shared/ui";
import { useResend } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened } from "./forms";

/** The same words for a new address and a taken one: who has an account here is nobody else's business. */
export function CheckYourMail({ email }: { email: string }) {
  const { t } = useLingui();
  const resend = useResend();
  const again = () =>
    resend.mutate(email, {
      onSuccess: () => toast({ id: "resend", text: t`On its way again. Only the newest link works.` }),
      onError: (error) => toast({ id: "resend", text: sayWhatHappened(error) }),
    });
  return (
    <DoorSaid
      title={t`Check your mail`}
      lead={<Trans>A letter is on its way to {email}. Open the link in it and you're in.</Trans>}
      quiet={<Trans>It can take a minute. If it doesn't come, look among the unwanted mail.</Trans>}
      to="/sign-in"
      way={<Trans>Go to sign in</Trans>}
      aside={
        <Button kind="soft" busy={resend.isPending} onClick={again}>
          <Trans>Send the letter again</Trans>
        </Button>
      }
    />
  );
}
