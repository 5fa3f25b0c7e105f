import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field } from "../../shared/ui";
import { useAddStep, type Task } from "./api";
import { HowSmall } from "./HowSmall";
import { StepRow } from "./StepRow";

/** The steps of a task, each small enough to begin. */
export function Smaller({ task }: { task: Task }) {
  const { t } = useLingui();
  const add = useAddStep(task);
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) add.mutate(text.trim(), { onSuccess: () => setText("") });
  };
  return (
    <section className="card smaller" aria-labelledby="smaller">
      <h2 id="smaller" className="text-18">
        <Trans>Smaller</Trans>
      </h2>
      {task.steps.length > 0 && (
        <ul className="steps">
          {task.steps.map((step) => (
            <StepRow key={step.id} task={task} step={step} />
          ))}
        </ul>
      )}
      <HowSmall task={task} />
      <form onSubmit={submit}>
        <Field
          label={t`The smallest thing that would count`}
          autoComplete="off"
          maxLength={500}
          value={text}
          error={add.isError ? t`That didn't go through just now. It is as it was.` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" busy={add.isPending}>
          <Trans>Add a step</Trans>
        </Button>
      </form>
    </section>
  );
}
