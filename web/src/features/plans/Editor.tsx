import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { DaysChoice } from "../../shared/DaysChoice";
import { Button, Choice, Field, LinkButton } from "../../shared/ui";
import { useAdd, useEdit, type Cue, type Kind, type Made, type New, type Plan } from "./api";

/** Makes a plan, or changes one. `onDone` gets what was made, with an address that is shown once. */
export function Editor({ plan, onDone }: { plan?: Plan; onDone: (made?: Made) => void }) {
  return plan ? <Change plan={plan} onDone={onDone} /> : <Make onDone={onDone} />;
}

function Make({ onDone }: { onDone: (made?: Made) => void }) {
  const add = useAdd();
  const begin: New = { cue: { kind: "arrival", place: "" }, deed: "" };
  return <Form begin={begin} busy={add.isPending} error={add.error} onDone={onDone} onKeep={(given) => add.mutate(given, { onSuccess: onDone })} />;
}

function Change({ plan, onDone }: { plan: Plan; onDone: (made?: Made) => void }) {
  const edit = useEdit(plan);
  const begin = { cue: plan.cue, deed: plan.deed };
  return <Form begin={begin} busy={edit.isPending} error={edit.error} onDone={onDone} onKeep={(given) => edit.mutate(given, { onSuccess: onDone })} />;
}

type FormProps = { begin: New; busy: boolean; error: Error | null; onKeep: (given: New) => void; onDone: () => void };

function Form({ begin, busy, error, onKeep, onDone }: FormProps) {
  const { t } = useLingui();
  const [kind, setKind] = useState<Kind>(begin.cue.kind);
  const [about, setAbout] = useState(aboutOf(begin.cue));
  const [at, setAt] = useState(begin.cue.kind === "time" ? begin.cue.at.slice(0, 5) : "21:00");
  const [days, setDays] = useState(begin.cue.kind === "time" ? (begin.cue.days ?? "") : "");
  const [deed, setDeed] = useState(begin.deed);
  const words: Record<string, string> = {
    "word-taken": t`This word means something in the conversation already. Choose another.`,
    "word-twice": t`Another plan of yours waits for this word.`,
    "too-many-plans": t`You have as many plans as this Cairn allows. Delete one that you no longer need.`,
    stale: t`This has changed since. Close it and open it again.`,
  };
  const problem = error && (words[error instanceof Problem ? error.kind : ""] ?? t`That couldn't be kept just now. Try once more.`);
  const named: Record<Exclude<Kind, "time">, { label: string; hint: string }> = {
    arrival: { label: t`Where`, hint: t`For example “home”. Your phone says when you are there.` },
    event: { label: t`Words in its title`, hint: t`For example “therapy”. Leave it empty for any event.` },
    word: { label: t`Your word`, hint: t`Write it in the conversation, and nothing else.` },
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep({ cue: cueOf(kind, { about, at, days }), deed });
      }}
    >
      <Choice label={t`When …`} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
        <option value="arrival">{t`I get somewhere`}</option>
        <option value="time">{t`it is a time of the day`}</option>
        <option value="event">{t`an event is over`}</option>
        <option value="word">{t`I write a word of mine`}</option>
      </Choice>
      {kind === "time" ? (
        <>
          <Field label={t`At`} type="time" required value={at} onChange={(event) => setAt(event.target.value)} />
          <DaysChoice days={days} onChange={setDays} />
        </>
      ) : (
        <Field {...named[kind]} required={kind !== "event"} maxLength={100} value={about} onChange={(event) => setAbout(event.target.value)} />
      )}
      <Field
        label={t`… then I`}
        hint={t`Small enough to do at once: “put the keys in the bowl”`}
        required
        maxLength={300}
        value={deed}
        onChange={(event) => setDeed(event.target.value)}
      />
      {problem && (
        <p className="err-line" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="go" busy={busy}>
          <Trans>Keep it</Trans>
        </Button>
        <LinkButton onClick={() => onDone()}>
          <Trans>Cancel</Trans>
        </LinkButton>
      </div>
    </form>
  );
}

function aboutOf(cue: Cue): string {
  if (cue.kind === "time") return "";
  if (cue.kind === "event") return cue.title ?? "";
  return cue.kind === "word" ? cue.word : cue.place;
}

function cueOf(kind: Kind, { about, at, days }: { about: string; at: string; days: string }): Cue {
  if (kind === "time") return { kind, at, days: days || null };
  if (kind === "event") return { kind, title: about };
  return kind === "word" ? { kind, word: about } : { kind, place: about };
}
