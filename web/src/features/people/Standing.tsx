import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useChangePerson, type PersonOut } from "./api";
import { Refused } from "./Refused";
import { typed } from "./typed";

/** Suspends somebody, or lets them back in. */
export function Standing({ person }: { person: PersonOut }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const change = useChangePerson(person.id);
  const suspend = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = typed(event.currentTarget, "reason");
    if (reason) change.mutate({ do: "suspend", reason }, { onSuccess: () => setAsking(false) });
  };
  return (
    <section className="sect" aria-labelledby="standing">
      <h2 id="standing">
        <Trans>Standing</Trans>
      </h2>
      {person.status === "suspended" ? (
        <>
          <p className="quiet">
            <Trans>They can't sign in. Everything they keep is still there.</Trans>
          </p>
          <Refused error={change.error} />
          <Button className="mt-4" busy={change.isPending} onClick={() => change.mutate({ do: "restore" })}>
            <Trans>Let them back in</Trans>
          </Button>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>
          <Trans>Suspend</Trans>
        </Button>
      )}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t`Suspend this person?`}
        about={t`They are signed out everywhere at once. What they keep stays, and you can let them back in.`}
        sheet
      >
        <form className="form" onSubmit={suspend}>
          <Field name="reason" label={t`Why`} hint={t`They get this in a letter.`} maxLength={500} required autoComplete="off" />
          <Refused error={change.error} />
          <div className="row">
            <Button kind="go" type="submit" busy={change.isPending}>
              <Trans>Suspend</Trans>
            </Button>
            <Button onClick={() => setAsking(false)}>
              <Trans>Leave it</Trans>
            </Button>
          </div>
        </form>
      </Dialog>
    </section>
  );
}
