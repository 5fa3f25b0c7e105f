import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { DaysChoice } from "../../shared/DaysChoice";
import { Area, Button, Field } from "../../shared/ui";
import type { GivenRoutine, Routine } from "./api";
import { NotKept } from "./NotKept";

type Props = { routine?: Routine; busy: boolean; error: Error | null; onKeep: (given: GivenRoutine) => void; onClose: () => void };

/** A routine as one types it: a step a line, with its minutes in brackets where one wants to say them. */
export function RoutineForm({ routine, busy, error, onKeep, onClose }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(routine?.name ?? "");
  const [lines, setLines] = useState(routine ? written(routine) : "");
  const [from, setFrom] = useState(routine?.window_from?.slice(0, 5) ?? "");
  const [to, setTo] = useState(routine?.window_to?.slice(0, 5) ?? "");
  const [days, setDays] = useState(routine?.rrule ?? "");
  const [nudge, setNudge] = useState(routine?.nudge ?? false);
  const [tried, setTried] = useState(false);
  const steps = read(lines, routine);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || steps.length === 0) return;
    onKeep({ name: name.trim(), steps, window_from: from || null, window_to: (from && to) || null, rrule: days || null, nudge: Boolean(from) && nudge });
  };
  return (
    <form className="form card" onSubmit={submit} noValidate aria-label={routine ? t`Change the routine` : t`A new routine`}>
      <Field
        label={t`What is it called?`}
        value={name}
        maxLength={200}
        autoComplete="off"
        error={tried && !name.trim() ? t`A name, any will do.` : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Area
        label={t`Its steps, one a line`}
        hint={t`Minutes in brackets, if you like: Shower (10)`}
        rows={5}
        value={lines}
        error={tried && steps.length === 0 ? t`One step is enough to begin.` : undefined}
        onChange={(event) => setLines(event.target.value)}
      />
      <div className="picking">
        <Field label={t`From, if it has a time`} type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
        {from && <Field label={t`Until`} type="time" value={to} onChange={(event) => setTo(event.target.value)} />}
      </div>
      <DaysChoice days={days} onChange={setDays} />
      {from && (
        <label className="check">
          <input type="checkbox" checked={nudge} onChange={() => setNudge(!nudge)} />
          <Trans>Tell me once when it may begin</Trans>
        </label>
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

export function written(routine: Routine): string {
  return routine.steps.map((step) => (step.minutes ? `${step.text} (${step.minutes})` : step.text)).join("\n");
}

/** The steps that lines name. A line that reads as before stays the same step. */
export function read(lines: string, routine?: Routine): GivenRoutine["steps"] {
  const left = [...(routine?.steps ?? [])];
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, named, spent] = /^(.+?)\s*\((\d{1,4})\)$/.exec(line) ?? [];
      const minutes = spent ? Number(spent) : undefined;
      const fits = minutes !== undefined && minutes >= 1 && minutes <= 1440;
      const text = fits && named ? named : line;
      const at = left.findIndex((step) => step.text === text);
      const [same] = at < 0 ? [] : left.splice(at, 1);
      return { id: same?.id ?? null, text, minutes: fits ? minutes : null };
    });
}
