import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { Button, Card, LinkButton } from "../../shared/ui";
import { sayRule } from "../../shared/rule";
import { clock, date, full } from "../../shared/when";
import {
  dosesQuery,
  medicationsQuery,
  usePutOff,
  useRemoveMedication,
  useSkip,
  useTake,
  useTakeBack,
  type Dose,
  type Medication,
  type OpenDose,
} from "./api";
import { ChangedMedication, NewMedication } from "./MedicationForm";

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
  const [changing, setChanging] = useState(false);
  const { name } = medication;
  const days = medication.rrule ? sayRule(medication.rrule) : "";
  const last_day = medication.until && date(`${medication.until}T12:00Z`);
  const until = last_day ? t`until ${last_day}` : "";
  const times = medication.times.map((one) => one.slice(0, 5)).join(", ");
  const twice = take.error instanceof Problem && take.error.status === 409;
  const last = medication.last_taken_at && clock(medication.last_taken_at);
  const noted = (made: Dose) => setDose(made);
  if (changing) {
    return (
      <li>
        <ChangedMedication medication={medication} onClose={() => setChanging(false)} />
      </li>
    );
  }
  return (
    <li>
      <Card>
        <h3 className="text-18">{name}</h3>
        <p className="quiet num">{[medication.dose, times, days, until].filter(Boolean).join(" · ")}</p>
        {medication.open.map((open) => (
          <Question key={open.due_at} medication={medication} open={open} onNoted={noted} />
        ))}
        <p role="status" className="quiet">
          {dose && (
            <>
              {dose.state === "taken" ? t`Taken, ${clock(dose.taken_at)}.` : t`Skipped.`}{" "}
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
          <LinkButton quiet onClick={() => setChanging(true)}>
            <Trans>Change</Trans>
            <span className="vh"> {name}</span>
          </LinkButton>
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

function Log() {
  const { t } = useLingui();
  const back = useTakeBack();
  const found = useInfiniteQuery(dosesQuery);
  const doses = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (doses.length === 0) return null;
  return (
    <details className="fold">
      <summary>
        <Trans>What was taken or skipped</Trans>
      </summary>
      <ul className="did">
        {doses.map((dose) => (
          <li key={dose.id} className="num">
            {full(dose.taken_at)}: {[dose.name, dose.dose].filter(Boolean).join(" ")}, {dose.state === "taken" ? t`taken` : t`skipped`}{" "}
            <LinkButton quiet onClick={() => back.mutate(dose.id)}>
              <Trans>Take it back</Trans>
              <span className="vh"> {full(dose.taken_at)}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      {back.isError && <Failed />}
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
