import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Problem } from "../../api/problem";
import { useVerify } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened } from "./forms";
import { PressPage } from "./PressPage";
import { useLinkSecret } from "./useLinkSecret";

/** Confirms the address of a new account. */
export function VerifyPage() {
  const { t } = useLingui();
  const secret = useLinkSecret();
  const verify = useVerify();
  if (verify.isSuccess) return <Confirmed />;
  const spent = verify.error instanceof Problem && verify.error.status === 422;
  return (
    <PressPage
      title={t`Confirm your address`}
      heading={<Trans>One press and you're in</Trans>}
      quiet={<Trans>This confirms that the address is yours.</Trans>}
      fault={verify.error ? (spent ? t`This link has been used, or is too old. Send the letter again and use the newest.` : sayWhatHappened(verify.error)) : undefined}
      press={<Trans>Confirm my address</Trans>}
      busy={verify.isPending}
      onPress={() => verify.mutate(secret)}
      aside={
        <Link className="link link-quiet" to={spent ? "/resend" : "/sign-in"}>
          {spent ? <Trans>Send the letter again</Trans> : <Trans>I have an account</Trans>}
        </Link>
      }
    />
  );
}

function Confirmed() {
  const { t } = useLingui();
  return (
    <DoorSaid title={t`Your address is confirmed`} quiet={<Trans>Now sign in with it.</Trans>} to="/sign-in" way={<Trans>Sign in</Trans>} next />
  );
}
