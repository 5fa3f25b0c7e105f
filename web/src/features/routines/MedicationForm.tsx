import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { DaysChoice } from "../../shared/DaysChoice";
import { Button, Field } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { dateOf } from "../../shared/when";
import { useAddMedication, useEditMedication, type GivenMedication, type Medication } from "./api";
import { NotKept } from "./NotKept";

export function NewMedication({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const add = useAddMedication();
  return <MedicationForm label={t`A new medication`} busy={add.isPending} error={add.error} onKeep={(given) => add.mutate(given, { onSuccess: onClose })} onClose={onClose} />;
}

export function ChangedMedication({ medication, onClose }: { medication: Medication; onClose: () => void }) {
  const edit = useEditMedication(medication.id);
  return (
    <MedicationForm
      label={medication.name}
      medication={medication}
      busy={edit.isPending}
      error={edit.error}
      onKeep={(given) => edit.mutate(given, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

type Props = { label: string; medication?: Medication; busy: boolean; error: Error | null; onKeep: (given: GivenMedication) => void; onClose: () => void };

function MedicationForm({ label, medication, busy, error, onKeep, onClose }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(medication?.name ?? "");
  const [dose, setDose] = useState(medication?.dose ?? "");
  const [words, setWords] = useState(medication?.times.map((one) => one.slice(0, 5)).join(", ") ?? "");
  const [days, setDays] = useState(medication?.rrule ?? "");
  const [until, setUntil] = useState(medication?.until ?? "");
  const now = useNow();
  const [tried, setTried] = useState(false);
  const times = clocks(words);
  // One that has ended may keep its end; a new one is told of a day that was meant otherwise.
  const over = until !== "" && until !== medication?.until && until < dateOf(now);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && times && !over) onKeep({ name: name.trim(), dose: dose.trim(), times, rrule: days || null, until: until || null });
  };
  return (
    <form className="form card" onSubmit={submit} noValidate aria-label={label}>
      <Field
        label={t`What is it called?`}
        value={name}
        maxLength={200}
        autoComplete="off"
        error={tried && !name.trim() ? t`A name, any will do.` : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Field label={t`How much, in your words`} value={dose} maxLength={200} autoComplete="off" onChange={(event) => setDose(event.target.value)} />
      <Field
        label={t`At what times?`}
        hint={t`Such as 8:00, 20:00. Empty for when it is needed.`}
        value={words}
        autoComplete="off"
        error={tried && !times ? t`Times read like 8:00, 20:00, each once.` : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
      {words.trim() && (
        <>
          <DaysChoice days={days} onChange={setDays} />
          <Field
            label={t`Until when?`}
            hint={t`The last day you take it. Empty where it has no end.`}
            type="date"
            value={until}
            error={tried && over ? t`That day is over. Choose today, or one still to come.` : undefined}
            onChange={(event) => setUntil(event.target.value)}
          />
        </>
      )}
      <NotKept error={error} />
      <div className="row">
        <Button kind="go" type="submit" busy={busy}>
          <Trans>Keep it</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </form>
  );
}

/** Times that somebody typed, or nothing where they can't be read. */
export function clocks(words: string): string[] | undefined {
  const said = words.split(/[,;\s]+/).filter(Boolean);
  const read = said.map((one) => /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/.exec(one)).map((found) => found && `${(found[1] ?? "").padStart(2, "0")}:${found[2]}`);
  const times = read.filter((one) => one !== null);
  return times.length === said.length && new Set(times).size === times.length ? times : undefined;
}
