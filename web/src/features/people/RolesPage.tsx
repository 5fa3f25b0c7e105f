import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { components } from "../../api/schema";
import { useLookingAfter } from "../../api/rights";
import { Button, Page, Skeleton, toast, Trouble } from "../../shared/ui";
import { rolesQuery, useChangeRole, type RoleOut } from "./api";
import { Refused } from "./Refused";
import { nameOfRole, sayRefusal } from "./words";

type Permission = components["schemas"]["PermissionOut"];

/** What each role may do; super-administrators change it. */
export function RolesPage() {
  const { t } = useLingui();
  const roles = useQuery(rolesQuery);
  return (
    <Page title={t`What each role may do`}>
      <p>
        <Link className="link" to="/admin/people">
          <Trans>Everybody</Trans>
        </Link>
      </p>
      <div className="head">
        <h1>
          <Trans>What each role may do</Trans>
        </h1>
        <p className="quiet">
          <Trans>A change holds at once, for everybody in that role. No role can see what people keep.</Trans>
        </p>
      </div>
      {roles.isPending && <Skeleton label={t`Loading roles`} />}
      {roles.isError && (
        <Trouble
          level={2}
          title={t`The roles didn't open`}
          acts={
            <Button onClick={() => void roles.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {sayRefusal(roles.error)}
        </Trouble>
      )}
      {roles.data?.roles.map((role) => (
        // Begun anew when a role was changed elsewhere, so that nothing old is saved over it.
        <OneRole key={`${role.id} ${role.permissions.join(" ")}`} role={role} every={roles.data.permissions} />
      ))}
    </Page>
  );
}

/** What a role could hold: in a space what reaches a space, and what reaches everybody only with a second step. */
function fits(role: RoleOut, permission: Permission): boolean {
  if (role.inherited.includes(permission.name)) return false;
  if (role.kind === "space") return permission.scope === "team";
  return permission.scope === "own" || (permission.scope === "all" && role.needs_second_factor);
}

function OneRole({ role, every }: { role: RoleOut; every: readonly Permission[] }) {
  const { t } = useLingui();
  const { may } = useLookingAfter();
  const [held, setHeld] = useState<readonly string[]>(role.permissions);
  const change = useChangeRole();
  const offered = every.filter((one) => fits(role, one));
  const changed = held.length !== role.permissions.length || held.some((name) => !role.permissions.includes(name));
  const flip = (name: string, yes: boolean) => setHeld(yes ? [...held, name] : held.filter((other) => other !== name));
  const name = nameOfRole(role.id);
  const save = () =>
    change.mutate({ role, permissions: [...held] }, { onSuccess: () => toast({ id: "role", text: t`Changed: ${name}` }) });
  return (
    <details className="fold sect">
      <summary>
        <h2 className="inline">{name}</h2>
      </summary>
      {role.parent && (
        <p className="quiet">
          <Trans>All that this role may do, too: {nameOfRole(role.parent)}</Trans>
        </p>
      )}
      {role.needs_second_factor && (
        <p className="quiet">
          <Trans>What reaches everybody only works after a second step at sign-in.</Trans>
        </p>
      )}
      <fieldset className="options" disabled={!may("roles:write:all")}>
        <legend className="vh">{name}</legend>
        {offered.map((one) => (
          // The server says what a permission is for in English alone.
          <label key={one.name} className="option" lang="en">
            <input type="checkbox" checked={held.includes(one.name)} onChange={(event) => flip(one.name, event.target.checked)} />
            {one.says} ({one.name})
          </label>
        ))}
      </fieldset>
      <Refused error={change.error} />
      {may("roles:write:all") && (
        <div className="row">
          <Button disabled={!changed} busy={change.isPending} onClick={save}>
            <Trans>Save changes</Trans>
          </Button>
        </div>
      )}
    </details>
  );
}
