import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import type { User } from "../../api/session";
import { Button, Field, toast } from "../../shared/ui";
import { useSaveProfile } from "./api";
import { dayOf, lastsLongEnough } from "./day";

/** When the person's day begins and ends: what Today draws, and nothing is proposed before or after. */
export function DayForm({ me }: { me: User }) {
  const { t } = useLingui();
  const save = useSaveProfile();
  const day = dayOf(me.settings);
  const [begins, setBegins] = useState(day.begins);
  const [ends, setEnds] = useState(day.ends);
  const fits = lastsLongEnough(begins, ends);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (fits) save.mutate({ settings: { day: { begins, ends } } }, { onSuccess: () => toast({ id: "day", text: t`Saved.` }) });
  };
  return (
    <section className="sect" aria-labelledby="day">
      <h2 id="day">
        <Trans>Your day</Trans>
      </h2>
      <p className="quiet">
        <Trans>Nothing is proposed before it begins or after it ends. It may end after midnight.</Trans>
      </p>
      <form className="form mt-4" onSubmit={keep} noValidate aria-labelledby="day">
        <Field label={t`My day begins`} type="time" required value={begins} onChange={(event) => setBegins(event.target.value)} />
        <Field
          label={t`My day ends`}
          type="time"
          required
          value={ends}
          error={fits ? undefined : t`A day lasts four hours at least.`}
          onChange={(event) => setEnds(event.target.value)}
        />
        {save.isError && (
          <p className="err-line" role="alert">
            <Trans>That didn't go through just now. It is as it was.</Trans>
          </p>
        )}
        <div className="row">
          <Button type="submit" busy={save.isPending}>
            <Trans>Keep this day</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}
