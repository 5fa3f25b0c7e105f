import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Problem } from "../../api/problem";
import { Button, Field, LinkButton, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { day, full } from "../../shared/when";
import { awayFromHome } from "../../shared/zone";
import { useEdit, useSkip, useUnskip, type Task } from "./api";
import { MoreFields } from "./MoreFields";
import { changeOf, minutesAreWrong, tagsAreWrong, typedOf, type Line } from "./typed";

/** The way to change a task: what it says, when it is for, and folded, what else is known of it. */
export function ChangeTask({ task }: { task: Task }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <LinkButton quiet onClick={() => setOpen(true)}>
        <Trans>Change it</Trans>
      </LinkButton>
      {open && (
        <Dialog open onOpenChange={close} title={t`Change it`} about={task.title} sheet>
          <Form task={task} onClose={close} />
        </Dialog>
      )}
    </>
  );
}

function Form({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useLingui();
  const edit = useEdit(task);
  const [typed, setTyped] = useState(() => typedOf(task));
  const [tried, setTried] = useState(false);
  const again = task.rrule !== null;
  const place = awayFromHome();
  const field = (name: Line) => ({ value: typed[name], onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }) });
  const wrongDay = edit.error instanceof Problem && ["not-on-that-day", "needs-a-day"].includes(edit.error.kind) ? edit.error.message : undefined;
  const noDay = tried && !typed.date && (typed.time !== "" || again) ? t`For which day?` : undefined;
  const wrong = {
    estimate: tried && minutesAreWrong(typed) ? t`A number of minutes, up to a week.` : undefined,
    tags: tried && tagsAreWrong(typed) ? t`At most 20, each of at most 50 letters.` : undefined,
  };
  const save = (only_this: boolean) => {
    setTried(true);
    if (!typed.title.trim() || (!typed.date && (typed.time !== "" || again)) || minutesAreWrong(typed) || tagsAreWrong(typed)) return;
    const change = changeOf(task, typed);
    if (Object.keys(change).length === 0) return onClose();
    edit.mutate(
      { ...change, only_this },
      {
        onSuccess: (changed) => {
          const { title } = changed;
          // Out of sight from now on, so the way back is here.
          if ((changed.waiting_for && !task.waiting_for) || (changed.someday && !task.someday)) {
            const { waiting_for, someday } = task;
            const back = () => edit.mutateAsync({ waiting_for, someday, only_this }).catch(() => toast({ text: t`That didn't go through just now.` }));
            toast({ text: t`Out of the way for now: ${title}.`, act: { label: t`Undo`, run: back } });
            return onClose();
          }
          const moment = changed.due_at && (changed.due_date_only ? day(changed.due_at) : full(changed.due_at));
          toast({ text: moment ? t`Changed: ${title}. ${moment}.` : t`Changed: ${title}.` });
          onClose();
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(false);
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={t`Change it`}>
      <Field label={t`What`} {...field("title")} autoComplete="off" maxLength={500} error={tried && !typed.title.trim() ? t`What is it?` : undefined} />
      <div className="pair">
        <Field label={t`For which day`} type="date" {...field("date")} error={noDay ?? wrongDay} hint={again ? undefined : t`Empty for no day.`} />
        <Field label={t`At what time`} type="time" {...field("time")} hint={place ? t`By the clock in ${place}, where you are now.` : t`Empty for any time that day.`} />
      </div>
      <MoreFields typed={typed} onType={setTyped} wrong={wrong} />
      {again && (
        <p className="small quiet">
          <Trans>It comes again and again. Is the change from now on, or only for this time?</Trans>
        </p>
      )}
      {edit.isError && !wrongDay && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now. What you typed is still here.</Trans>
        </p>
      )}
      <div className="row">
        <Button kind="go" type="submit" busy={edit.isPending}>
          {again ? <Trans>Save from now on</Trans> : <Trans>Save</Trans>}
        </Button>
        {again && (
          <Button kind="line" busy={edit.isPending} onClick={() => save(true)}>
            <Trans>Save for this time</Trans>
          </Button>
        )}
        {again && <NotThisTime task={task} onClose={onClose} />}
      </div>
    </form>
  );
}

/** Leaves this time out; what was a slip is brought back from what is said of it. */
function NotThisTime({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useLingui();
  const skip = useSkip();
  const unskip = useUnskip();
  const { title } = task;
  const back = () => unskip.mutate(task, { onError: () => toast({ text: t`It has changed since, so it stays as it is.` }) });
  const leaveOut = () =>
    skip.mutate(task, {
      onSuccess: () => {
        toast({ text: t`Not this time: ${title}.`, act: { label: t`Undo`, run: back } });
        onClose();
      },
    });
  const last = skip.error instanceof Problem && skip.error.kind === "nothing-follows";
  return (
    <>
      <Button busy={skip.isPending} onClick={leaveOut}>
        <Trans>Not this time</Trans>
      </Button>
      {skip.isError && (
        <p role="alert" className="err-line">
          {last ? skip.error.message : <Trans>That didn't go through just now. It is as it was.</Trans>}
        </p>
      )}
    </>
  );
}
