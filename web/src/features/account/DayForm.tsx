import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import type { User } from "../../api/session";
import { Button, Field, toast } from "../../shared/ui";
import { useSaveProfile } from "./api";
import { dayOf, lastsLongEnough, type Day } from "./day";
import { PartsForm } from "./PartsForm";

/** When the person's day begins and ends: what Today draws, and nothing is proposed before or after. */
export function DayForm({ me }: { me: User }) {
  const { t } = useLingui();
  const save = useSaveProfile();
  const [edited, setEdited] = useState<Partial<Day>>({});
  const day = { ...dayOf(me.settings), ...edited };
  const fits = lastsLongEnough(day);
  const saved = () => {
    setEdited({});
    toast({ id: "day", text: t`Saved.` });
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (fits) save.mutate({ settings: { day } }, { onSuccess: saved });
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
        <Field
          label={t`My day begins`}
          type="time"
          required
          value={day.begins}
          onChange={(event) => setEdited({ ...edited, begins: event.target.value })}
        />
        <Field
          label={t`My day ends`}
          type="time"
          required
          value={day.ends}
          error={fits ? undefined : t`A day lasts four hours at least.`}
          onChange={(event) => setEdited({ ...edited, ends: event.target.value })}
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
      <PartsForm me={me} />
    </section>
  );
}
