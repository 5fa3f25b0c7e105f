import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Problem } from "../../api/problem";
import { sayRule } from "../../shared/rule";
import { Button, Field, LinkButton } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useNow } from "../../shared/useNow";
import { useRepeat, type Task } from "./api";
import { ChangeTask } from "./ChangeTask";

const codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** How a task comes again, as a small line, and the way to choose it. */
export function Repeats({ task }: { task: Task }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const rule = task.rrule ? sayRule(task.rrule) : undefined;
  return (
    <p className="quiet repeats">
      {rule && <span>{task.after_done ? t`${rule}, from when it is done` : rule}</span>}
      <LinkButton quiet onClick={() => setOpen(true)}>
        {rule ? t`Change how often` : t`Make it come again`}
      </LinkButton>
      <ChangeTask task={task} />
      {open && <Sheet task={task} onClose={() => setOpen(false)} />}
    </p>
  );
}

function Sheet({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useLingui();
  const repeat = useRepeat(task);
  const now = useNow();
  const [words, setWords] = useState("");
  const day = codes[(task.due_at ? new Date(task.due_at) : now).getDay()] ?? "MO";
  const rules = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", `FREQ=WEEKLY;BYDAY=${day}`, "FREQ=MONTHLY"];
  const choose = (body: { rrule?: string | null; repeats?: string; after_done?: boolean }) => repeat.mutate(body, { onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) choose({ repeats: words.trim(), after_done: false });
  };
  const unread = repeat.error instanceof Problem && repeat.error.status === 422;
  return (
    <Dialog open onOpenChange={onClose} title={t`How often?`} about={task.title} sheet>
      <div className="picks">
        {rules.map((rrule) => (
          <Button key={rrule} className="pick" aria-pressed={task.rrule === rrule && !task.after_done} onClick={() => choose({ rrule, after_done: false })}>
            <b className="begins">{sayRule(rrule)}</b>
          </Button>
        ))}
        <Button className="pick" onClick={() => choose({ rrule: "FREQ=DAILY;INTERVAL=3", after_done: true })}>
          <b>{t`3 days after it is done`}</b>
        </Button>
        {task.rrule && (
          <Button className="pick" onClick={() => choose({ rrule: null })}>
            <b>{t`Only this once`}</b>
          </Button>
        )}
      </div>
      <form className="picking" onSubmit={submit} noValidate>
        <Field
          label={t`Or in your words`}
          hint={t`Such as: every second Tuesday`}
          autoComplete="off"
          maxLength={200}
          value={words}
          error={unread ? t`I couldn't read that. Try “every Monday” or “every 3 days”.` : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit" busy={repeat.isPending}>
          <Trans>Take it</Trans>
        </Button>
      </form>
      {repeat.isError && !unread && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </Dialog>
  );
}
