import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../shared/ui";
import { full } from "../../shared/when";
import { invitationsQuery, useWithdraw, type Invitation, type Space } from "./api";
import { Refused } from "./Refused";

/** Whom one invited and who hasn't come yet. */
export function Invitations({ space }: { space: Space }) {
  const { data: invitations = [] } = useQuery(invitationsQuery(space.id));
  if (invitations.length === 0) return null;
  return (
    <>
      <h3 className="text-18 mt-4">
        <Trans>Invited</Trans>
      </h3>
      <ul className="said timed">
        {invitations.map((invitation) => (
          <One key={invitation.id} invitation={invitation} space={space} />
        ))}
      </ul>
    </>
  );
}

function One({ invitation, space }: { invitation: Invitation; space: Space }) {
  const { t } = useLingui();
  const withdraw = useWithdraw(space.id);
  const { email } = invitation;
  const until = full(invitation.expires_at);
  return (
    <li className="device">
      <p className="device-name">{email}</p>
      <p className="small quiet num">{invitation.holds ? <Trans>The link works until {until}</Trans> : <Trans>The link has run out. You can invite them again.</Trans>}</p>
      <LinkButton aria-label={t`Take it back: ${email}`} disabled={withdraw.isPending} onClick={() => withdraw.mutate(invitation.id)}>
        <Trans>Take it back</Trans>
      </LinkButton>
      <Refused error={withdraw.error} />
    </li>
  );
}
