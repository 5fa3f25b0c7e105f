import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMe } from "../../api/session";
import { Button, Choice, toast } from "../../shared/ui";
import { useChangePerson, type PersonOut, type Role } from "./api";
import { Refused } from "./Refused";
import { nameOfRole, roleNames } from "./words";

const order = Object.keys(roleNames) as Role[];

/** Gives a role, up to one's own. */
export function GiveRole({ person }: { person: PersonOut }) {
  const { t } = useLingui();
  const me = useMe();
  const [role, setRole] = useState<Role>(person.role);
  const change = useChangePerson(person.id);
  const own = order.indexOf(me.role as Role);
  if (order.indexOf(person.role) > own) return null;
  const save = () =>
    change.mutate(
      { do: "role", role },
      { onSuccess: (now) => toast({ id: "role", text: t`${person.email} is now: ${nameOfRole(now?.role ?? role)}` }) },
    );
  return (
    <section className="sect" aria-labelledby="role">
      <h2 id="role">
        <Trans>Role</Trans>
      </h2>
      <div className="form">
        <Choice
          label={t`New role`}
          hint={t`They are signed out everywhere and get a letter. Keys of their programs end.`}
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {order.slice(0, own + 1).map((id) => (
            <option key={id} value={id}>
              {nameOfRole(id)}
            </option>
          ))}
        </Choice>
        <Refused error={change.error} />
        <div className="row">
          <Button disabled={role === person.role} busy={change.isPending} onClick={save}>
            <Trans>Give this role</Trans>
          </Button>
        </div>
      </div>
    </section>
  );
}
