import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field, LinkButton, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { full } from "../../shared/when";
import { useRemove, useRename, type Factor } from "./api";
import { toField } from "./focus";
import { sayWhy } from "./words";

/** One passkey or app, which can be called something else or taken away. */
export function FactorRow({ factor, last }: { factor: Factor; last: boolean }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"name" | "remove">();
  return (
    <li className="factor">
      <p>
        <strong>{factor.name}</strong>{" "}
        <span className="quiet">{factor.kind === "passkey" ? <Trans>passkey</Trans> : <Trans>authenticator app</Trans>}</span>
      </p>
      <p className="small quiet num">
        {factor.last_used_at ? (
          <Trans>Used {full(factor.last_used_at, { year: true })}</Trans>
        ) : (
          <Trans>Added {full(factor.created_at, { year: true })}</Trans>
        )}
      </p>
      <div className="row row-wide">
        <LinkButton quiet aria-label={t`Rename ${factor.name}`} onClick={() => setOpen("name")}>
          <Trans>Rename</Trans>
        </LinkButton>
        <LinkButton quiet aria-label={t`Remove ${factor.name}`} onClick={() => setOpen("remove")}>
          <Trans>Remove</Trans>
        </LinkButton>
      </div>
      {open === "name" && <Rename factor={factor} onClose={() => setOpen(undefined)} />}
      {open === "remove" && <Remove factor={factor} last={last} onClose={() => setOpen(undefined)} />}
    </li>
  );
}

function Rename({ factor, onClose }: { factor: Factor; onClose: () => void }) {
  const { t } = useLingui();
  const rename = useRename();
  const [name, setName] = useState(factor.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) rename.mutate({ id: factor.id, name: name.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog open onOpenChange={onClose} title={t`What is it called?`}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={t`Name`}
          value={name}
          maxLength={60}
          ref={toField}
          onChange={(event) => setName(event.target.value)}
          error={rename.error ? sayWhy(rename.error) : undefined}
        />
        <Button kind="go" type="submit" busy={rename.isPending}>
          <Trans>Keep the name</Trans>
        </Button>
      </form>
    </Dialog>
  );
}

function Remove({ factor, last, onClose }: { factor: Factor; last: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const remove = useRemove();
  const go = () =>
    remove.mutate(factor.id, {
      onSuccess: () => {
        toast({ id: "factor", text: t`${factor.name} is removed.` });
        onClose();
      },
    });
  return (
    <Dialog open onOpenChange={onClose} title={t`Remove ${factor.name}?`}>
      <p>
        {last ? (
          <Trans>It is the last one. After that your password alone opens your account, and the recovery codes are gone.</Trans>
        ) : (
          <Trans>It won't open your account any more. The others stay.</Trans>
        )}
      </p>
      {remove.error && (
        <p className="err-line" role="alert">
          {sayWhy(remove.error)}
        </p>
      )}
      <div className="row">
        <Button kind="line" onClick={onClose}>
          <Trans>Keep it</Trans>
        </Button>
        <Button kind="grave" busy={remove.isPending} onClick={go}>
          <Trans>Remove it</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
