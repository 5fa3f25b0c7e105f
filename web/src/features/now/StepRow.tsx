import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState, type FormEvent } from "react";
import { Problem } from "../../api/problem";
import { useInPlace } from "../../shared/inPlace";
import { Button, Field, LinkButton } from "../../shared/ui";
import { useDropStep, useEditStep, useStepSmaller, type Step, type Task } from "./api";

/** One step: ticked, made smaller, said otherwise, or taken away. */
export function StepRow({ task, step }: { task: Task; step: Step }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const edit = useEditStep(task);
  const drop = useDropStep(task);
  const smaller = useStepSmaller(task);
  const failed = [edit, drop, smaller].find((one) => one.isError)?.error;
  const id = useId();
  if (editing) return <Editing task={task} step={step} onEnd={() => setEditing(false)} />;
  return (
    <li>
      <div className="step-row">
        <label className="tick">
          <input type="checkbox" checked={step.done_at !== null} onChange={(event) => edit.mutate({ step, done: event.target.checked })} />
          <span id={id}>{step.text}</span>
          {step.minutes !== null && <span className="step-min">{t`${step.minutes} min`}</span>}
        </label>
        {step.done_at === null && (
          <span className="step-ways">
            <LinkButton quiet aria-describedby={id} onClick={() => smaller.mutate(step)}>
              <Trans>Smaller</Trans>
            </LinkButton>
            <LinkButton quiet aria-describedby={id} onClick={() => setEditing(true)}>
              <Trans>Change</Trans>
            </LinkButton>
          </span>
        )}
      </div>
      {failed && (
        <p role="alert" className="err-line">
          {isSmallest(failed) ? t`This is as small as it gets. Two minutes of it count.` : t`That didn't go through just now. It is as it was.`}
        </p>
      )}
    </li>
  );
}

const isSmallest = (error: unknown) => error instanceof Problem && error.kind === "already-small";

function Editing({ task, step, onEnd }: { task: Task; step: Step; onEnd: () => void }) {
  const { t } = useLingui();
  const edit = useEditStep(task);
  const drop = useDropStep(task);
  const [text, setText] = useState(step.text);
  const form = useInPlace(onEnd);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && text.trim() !== step.text) edit.mutate({ step, text: text.trim() }, { onSuccess: onEnd });
    else if (text.trim()) onEnd();
  };
  return (
    <li>
      <form ref={form} onSubmit={submit} className="step-form">
        <Field
          label={t`The step`}
          autoComplete="off"
          maxLength={500}
          value={text}
          error={edit.isError || drop.isError ? t`That didn't go through just now. It is as it was.` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="step-ways">
          <Button type="submit" busy={edit.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="soft" onClick={onEnd}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="soft" busy={drop.isPending} onClick={() => drop.mutate(step, { onSuccess: onEnd })}>
            <Trans>Take away</Trans>
          </Button>
        </div>
      </form>
    </li>
  );
}
