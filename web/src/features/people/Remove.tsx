import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button, Field, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useChangePerson, type PersonOut } from "./api";
import { Refused } from "./Refused";

/** Removes somebody with everything they keep, once their address was typed. */
export function Remove({ person }: { person: PersonOut }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const change = useChangePerson(person.id);
  const remove = () =>
    change.mutate(
      { do: "erase" },
      {
        onSuccess: () => {
          toast({ id: "removed", text: t`${person.email} is removed, with everything they kept.` });
          void navigate({ to: "/admin/people" });
        },
      },
    );
  return (
    <section className="sect" aria-labelledby="remove">
      <h2 id="remove">
        <Trans>Remove</Trans>
      </h2>
      <Button onClick={() => setAsking(true)}>
        <Trans>Remove this account</Trans>
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t`Remove this account for good?`}
        about={t`The account goes, and everything they keep with it. This can't be undone.`}
        sheet
      >
        <Field
          label={t`Type ${person.email} to go on`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
        />
        <Refused error={change.error} />
        <div className="row">
          <Button kind="grave" disabled={typed.trim().toLowerCase() !== person.email} busy={change.isPending} onClick={remove}>
            <Trans>Remove for good</Trans>
          </Button>
          <Button onClick={() => setAsking(false)}>
            <Trans>Keep it</Trans>
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
