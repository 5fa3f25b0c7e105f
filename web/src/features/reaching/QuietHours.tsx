import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field } from "../../shared/ui";
import { asPut, useChangePreferences, type Preferences } from "./api";

/** From when to when it is quiet every day. */
export function QuietHours({ told }: { told: Preferences }) {
  const { t } = useLingui();
  const change = useChangePreferences();
  const hours = told.quiet_hours;
  const [start, setStart] = useState(hours?.start.slice(0, 5) ?? "22:00");
  const [end, setEnd] = useState(hours?.end.slice(0, 5) ?? "07:00");
  const same = start === end;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (start && end && !same) change.mutate({ ...asPut(told), quiet_hours: { start, end, channels: hours?.channels ?? null } });
  };
  return (
    <section className="sect" aria-labelledby="quiet-hours">
      <h2 id="quiet-hours">
        <Trans>Quiet hours</Trans>
      </h2>
      <p className="quiet" role="status">
        {hours ? (
          <Trans>
            Quiet every day from {hours.start.slice(0, 5)} to {hours.end.slice(0, 5)}. A reminder stands in Cairn at its time, and the rest comes when they end.
          </Trans>
        ) : (
          <Trans>There are none.</Trans>
        )}
      </p>
      <form className="form mt-4" onSubmit={save} noValidate aria-label={t`Quiet hours`}>
        <Field label={t`From`} type="time" required value={start} onChange={(event) => setStart(event.target.value)} />
        <Field
          label={t`To`}
          type="time"
          required
          value={end}
          error={same ? t`Choose two different times.` : undefined}
          onChange={(event) => setEnd(event.target.value)}
        />
        {change.isError && (
          <p className="err-line" role="alert">
            <Trans>That didn't go through just now. It is as it was.</Trans>
          </p>
        )}
        <div className="row">
          <Button type="submit" busy={change.isPending}>
            <Trans>Keep these hours quiet</Trans>
          </Button>
          {hours && (
            <Button kind="soft" onClick={() => change.mutate({ ...asPut(told), quiet_hours: null })}>
              <Trans>No quiet hours</Trans>
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
