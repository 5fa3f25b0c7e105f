import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Problem } from "../../api/problem";
import { Button, Card, Field, LinkButton } from "../../shared/ui";
import { clock, full } from "../../shared/when";
import {
  dosesQuery,
  medicationsQuery,
  useAddMedication,
  usePutOff,
  useRemoveMedication,
  useSkip,
  useTake,
  useTakeBack,
  type Dose,
  type Medication,
  type OpenDose,
} from "./api";

/** Medication times: what is asked for today, and what was taken or skipped. */
export function Medications() {
  const { data: medications } = useQuery(medicationsQuery);
  const [making, setMaking] = useState(false);
  if (!medications) return null;
  return (
    <section className="sect" aria-labelledby="medications">
      <h2 id="medications" className="text-18">
        <Trans>Medication times</Trans>
      </h2>
      <ul className="routines">
        {medications.map((medication) => (
          <MedicationRow key={medication.id} medication={medication} />
        ))}
      </ul>
      {making ? (
        <NewMedication onClose={() => setMaking(false)} />
      ) : (
        <LinkButton quiet onClick={() => setMaking(true)}>
          <Trans>Add a medication</Trans>
        </LinkButton>
      )}
      {medications.length > 0 && <Log />}
    </section>
  );
}

function MedicationRow({ medication }: { medication: Medication }) {
  const { t } = useLingui();
  const take = useTake(medication.id);
  const remove = useRemoveMedication();
  const back = useTakeBack();
  const [dose, setDose] = useState<Dose>();
  const [asked, setAsked] = useState(false);
  const { name } = medication;
  const times = medication.times.map((one) => one.slice(0, 5)).join(", ");
  const twice = take.error instanceof Problem && take.error.status === 409;
  const last = medication.last_taken_at && clock(medication.last_taken_at);
  const noted = (made: Dose) => setDose(made);
  return (
    <li>
      <Card>
        <h3 className="text-18">{name}</h3>
        <p className="quiet num">{[medication.dose, times].filter(Boolean).join(" · ")}</p>
        {medication.open.map((open) => (
          <Question key={open.due_at} medication={medication} open={open} onNoted={noted} />
        ))}
        <p role="status" className="quiet">
          {dose && (
            <>
              {dose.state === "taken" ? t`Taken, ${clock(dose.at)}.` : t`Skipped.`}{" "}
              <LinkButton onClick={() => back.mutate(dose.id, { onSuccess: () => setDose(undefined) })}>
                <Trans>Undo</Trans>
              </LinkButton>
            </>
          )}
          {twice && <Trans>You took it at {last}. Did you take more?</Trans>}
        </p>
        <div className="row">
          {medication.open.length === 0 && (
            <Button kind="soft" busy={take.isPending} onClick={() => take.mutate({ again: twice }, { onSuccess: noted })}>
              {twice ? <Trans>Yes, I took more</Trans> : <Trans>I took it</Trans>}
              <span className="vh"> {name}</span>
            </Button>
          )}
          <LinkButton quiet onClick={() => (asked ? remove.mutate(medication.id) : setAsked(true))}>
            {asked ? <Trans>Yes, keep no more times. What was taken stays.</Trans> : <Trans>Take away</Trans>}
            <span className="vh"> {name}</span>
          </LinkButton>
        </div>
        {((take.isError && !twice) || back.isError || remove.isError) && <Failed />}
      </Card>
    </li>
  );
}

function Question({ medication, open, onNoted }: { medication: Medication; open: OpenDose; onNoted: (dose: Dose) => void }) {
  const { t } = useLingui();
  const take = useTake(medication.id);
  const skip = useSkip(medication.id);
  const later = usePutOff();
  const due = clock(open.due_at);
  return (
    <div role="group" aria-label={t`${medication.name}, ${due}`}>
      <p>
        <Trans>For {due}. Did you take it?</Trans>
      </p>
      <div className="row">
        <Button busy={take.isPending} onClick={() => take.mutate({ due_at: open.due_at, again: false }, { onSuccess: onNoted })}>
          <Trans>Taken</Trans>
        </Button>
        <Button busy={skip.isPending} onClick={() => skip.mutate(open.due_at, { onSuccess: onNoted })}>
          <Trans>Skipped</Trans>
        </Button>
        <Button busy={later.isPending} onClick={() => later.mutate(open.reminder_id)}>
          <Trans>In 10 minutes</Trans>
        </Button>
      </div>
      {(take.isError || skip.isError || later.isError) && <Failed />}
    </div>
  );
}

function NewMedication({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const add = useAddMedication();
  const [name, setName] = useState("");
  const [dose, setDose] = useState("");
  const [words, setWords] = useState("");
  const [tried, setTried] = useState(false);
  const times = clocks(words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && times) add.mutate({ name: name.trim(), dose: dose.trim(), times }, { onSuccess: onClose });
  };
  return (
    <form className="form card" onSubmit={submit} noValidate aria-label={t`A new medication`}>
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
      {add.isError && <Failed />}
      <div className="row">
        <Button kind="go" type="submit" busy={add.isPending}>
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

function Log() {
  const { t } = useLingui();
  const found = useInfiniteQuery(dosesQuery);
  const doses = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (doses.length === 0) return null;
  return (
    <details>
      <summary>
        <Trans>What was taken or skipped</Trans>
      </summary>
      <ul className="did">
        {doses.map((dose) => (
          <li key={dose.id} className="num">
            {full(dose.at)}: {dose.name} {dose.dose}, {dose.state === "taken" ? t`taken` : t`skipped`}
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Further back</Trans>
        </Button>
      )}
    </details>
  );
}

function Failed() {
  return (
    <p role="alert" className="err-line">
      <Trans>That didn't go through just now. It is as it was.</Trans>
    </p>
  );
}
