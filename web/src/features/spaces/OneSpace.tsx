import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Button, Field, Fold, LinkButton, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { membersQuery, useRename, useTakeOut, type Member, type Space } from "./api";
import { Invitations } from "./Invitations";
import { Invite } from "./Invite";
import { Refused } from "./Refused";
import { nameOfRole } from "./words";

/** One space: who is in it, and what can be done about that by whoever looks after it. */
export function OneSpace({ space, only }: { space: Space; only: boolean }) {
  const { data: members } = useQuery(membersQuery(space.id));
  const mine = members?.find((member) => member.mine);
  const alone = members?.length === 1;
  const looksAfter = space.permissions.includes("members:write:team");
  return (
    <section className="sect" aria-labelledby={`space-${space.id}`}>
      <h2 id={`space-${space.id}`}>{space.name}</h2>
      <ul className="said">
        {members?.map((member) => (
          <Somebody key={member.user_id} member={member} space={space} looksAfter={looksAfter} />
        ))}
      </ul>
      {looksAfter && <Invitations space={space} />}
      {looksAfter &&
        (alone ? (
          <Invite space={space} first={only} />
        ) : (
          <Fold summary={<Trans>Invite somebody</Trans>}>
            <Invite space={space} />
          </Fold>
        ))}
      {looksAfter && <Rename space={space} />}
      {mine && <Leave space={space} member={mine} alone={alone} />}
    </section>
  );
}

function Somebody({ member, space, looksAfter }: { member: Member; space: Space; looksAfter: boolean }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const name = member.name || t`Somebody`;
  const role = nameOfRole(member.role);
  return (
    <li className="device">
      <p className="device-name">{member.mine ? t`You` : name}</p>
      {member.role !== "member" && <p className="small quiet">{role}</p>}
      {looksAfter && !member.mine && (
        <LinkButton aria-label={t`Take out ${name}`} onClick={() => setAsking(true)}>
          <Trans>Take out</Trans>
        </LinkButton>
      )}
      <Sure
        open={asking}
        onClose={() => setAsking(false)}
        space={space}
        member={member}
        title={t`Take ${name} out of “${space.name}”?`}
        about={t`They don't see the room any more, at once. You can invite them again.`}
        press={<Trans>Take out</Trans>}
      />
    </li>
  );
}

function Leave({ space, member, alone }: { space: Space; member: Member; alone: boolean }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className="below">
        <LinkButton aria-label={t`Leave “${space.name}”`} onClick={() => setAsking(true)}>
          <Trans>Leave</Trans>
        </LinkButton>
      </p>
      <Sure
        open={asking}
        onClose={() => setAsking(false)}
        space={space}
        member={member}
        title={t`Leave “${space.name}”?`}
        about={alone ? t`Nobody else is in it: the space goes with you.` : t`You don't see its room any more. Whoever looks after it can invite you again.`}
        press={<Trans>Leave</Trans>}
        said={t`You left “${space.name}”.`}
      />
    </>
  );
}

type SureProps = { open: boolean; onClose: () => void; space: Space; member: Member; title: string; about: string; press: React.ReactNode; said?: string };

function Sure({ open, onClose, space, member, title, about, press, said }: SureProps) {
  const out = useTakeOut(space.id);
  const go = () =>
    out.mutate(member.user_id, {
      onSuccess: () => {
        if (said) toast({ id: "space-left", text: said });
        onClose();
      },
    });
  return (
    <Dialog open={open} onOpenChange={(stays) => !stays && onClose()} title={title} about={about} sheet>
      <Refused error={out.error} />
      <div className="row">
        <Button kind="go" busy={out.isPending} onClick={go}>
          {press}
        </Button>
        <Button onClick={onClose}>
          <Trans>No</Trans>
        </Button>
      </div>
    </Dialog>
  );
}

function Rename({ space }: { space: Space }) {
  const { t } = useLingui();
  const rename = useRename(space.id);
  const [name, setName] = useState(space.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim());
  };
  return (
    <Fold summary={<Trans>Another name</Trans>}>
      <form className="form" onSubmit={submit}>
        <Field label={t`What you call it`} maxLength={80} required autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        <Refused error={rename.error} />
        <div className="row">
          <Button type="submit" disabled={name.trim() === "" || name.trim() === space.name} busy={rename.isPending}>
            <Trans>Call it so</Trans>
          </Button>
        </div>
      </form>
    </Fold>
  );
}
