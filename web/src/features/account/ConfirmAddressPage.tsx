import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { Problem } from "../../api/problem";
import { meQuery } from "../../api/session";
import { useConfirmAddress } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened } from "./forms";
import { PressPage } from "./PressPage";
import { useLinkSecret } from "./useLinkSecret";

/** Confirms the address that an account changes to. */
export function ConfirmAddressPage() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const secret = useLinkSecret();
  const confirm = useConfirmAddress();
  if (confirm.isSuccess) return <Changed />;
  const say = (error: Error) => {
    if (error instanceof Problem && error.status === 409) return t`Another account has this address now. Nothing changed.`;
    if (error instanceof Problem && error.status === 422) return t`This link has been used, or is too old. Ask for the change once more, and use the newest letter.`;
    return sayWhatHappened(error);
  };
  return (
    <PressPage
      title={t`Confirm your new address`}
      heading={<Trans>One press, and it's your address</Trans>}
      quiet={<Trans>From then on you sign in with it, and your mail comes here.</Trans>}
      fault={confirm.error ? say(confirm.error) : undefined}
      press={<Trans>Use this address</Trans>}
      busy={confirm.isPending}
      onPress={() => confirm.mutate(secret, { onSuccess: () => void queries.invalidateQueries(meQuery) })}
      aside={
        <Link className="link link-quiet" to="/you/email">
          <Trans>Back to your address</Trans>
        </Link>
      }
    />
  );
}

function Changed() {
  const { t } = useLingui();
  return <DoorSaid title={t`Your address is changed`} quiet={<Trans>You sign in with the new one from now on.</Trans>} to="/you" way={<Trans>Go on</Trans>} next />;
}
