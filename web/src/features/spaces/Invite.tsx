import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Choice, Field, toast } from "../../shared/ui";
import { useInvite, type NewInvitation, type Space } from "./api";
import { Refused } from "./Refused";
import { everyRole, nameOfRole } from "./words";

/** Sends somebody a letter with a link into a space. */
export function Invite({ space, first = false }: { space: Space; first?: boolean }) {
  const { t } = useLingui();
  const invite = useInvite(space.id);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<NewInvitation["role"]>("member");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { email: email.trim(), role },
      {
        onSuccess: () => {
          setEmail("");
          toast({ id: "invited", text: t`The letter is on its way. Its link works once, within a week.` });
        },
      },
    );
  };
  return (
    <form className="form mt-4" onSubmit={submit} aria-label={t`Invite somebody into “${space.name}”`}>
      <Field
        type="email"
        label={t`Their address`}
        hint={t`They get a letter with a link. Whether they have an account yet isn't told.`}
        required
        autoComplete="off"
        autoCapitalize="none"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Choice label={t`As what`} value={role} onChange={(event) => setRole(event.target.value as NewInvitation["role"])}>
        {everyRole.map((one) => (
          <option key={one} value={one}>
            {nameOfRole(one)}
          </option>
        ))}
      </Choice>
      <Refused error={invite.error} />
      <div className="row">
        <Button kind={first ? "go" : "line"} type="submit" busy={invite.isPending}>
          <Trans>Send the invitation</Trans>
        </Button>
      </div>
    </form>
  );
}
