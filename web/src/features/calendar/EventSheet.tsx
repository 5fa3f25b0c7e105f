import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Problem } from "../../api/problem";
import { Button, LinkButton, Skeleton, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { sayRule } from "../../shared/rule";
import { clock, day, full } from "../../shared/when";
import { eventQuery, useAdd, useCancel, useChangeOnce, useEdit, useLeaveOut, usePutBack, useRestore, type Event, type Time } from "./api";
import { EventFields, type Wrong } from "./EventFields";
import { empty, newEvent, patchOf, typedOf, unreadable, type Typed } from "./typed";

type Props = {
  /** The time of an event that was opened; a new event when there is none. */
  open?: Time;
  onClose: () => void;
};

/** Adds an event, or changes one. */
export function EventSheet({ open, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog open onOpenChange={onClose} title={open ? t`Event` : t`Add an event`} sheet>
      {open ? <Known open={open} onClose={onClose} /> : <New onClose={onClose} />}
    </Dialog>
  );
}

function useWrong() {
  const { t } = useLingui();
  return (typed: Typed, isNew: boolean, error: unknown): Wrong & { other?: string } => {
    if (!typed.title.trim()) return { title: t`What is it?` };
    if (isNew && !typed.when.trim()) return { when: t`When is it?` };
    const lengths = unreadable(typed);
    if (lengths.length > 0) return Object.fromEntries(lengths.map((name) => [name, t`A number of minutes, such as 20.`]));
    if (!(error instanceof Error)) return {};
    if (error instanceof Problem && error.kind === "too-many-events")
      return { other: t`You have as many events ahead as this Cairn allows. Cancel some that you no longer need.` };
    const aboutTime = error instanceof Problem && ["unreadable-span", "ends-too-early", "cant-repeat"].includes(error.kind);
    return aboutTime ? { when: error.message } : { other: t`That didn't go through just now. What you typed is still here.` };
  };
}

/** When an event is, in words; of one that repeats how often, and the time of it that was opened. */
function told(event: Event, open?: Time): string {
  const { all_day, start, end, rrule } = event;
  if (!rrule) return all_day ? day(start) : `${full(start)} – ${clock(end)}`;
  const rule = sayRule(rrule);
  if (!open) return all_day ? rule : `${clock(start)} – ${clock(end)}, ${rule}`;
  return all_day ? `${day(open.start)}, ${rule}` : `${full(open.start)} – ${clock(endOf(event, open))}, ${rule}`;
}

function endOf({ start, end }: Event, open: Time): string {
  return new Date(Date.parse(open.start) + Date.parse(end) - Date.parse(start)).toISOString();
}

function New({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const add = useAdd();
  const cancel = useCancel();
  const wrongOf = useWrong();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const { other, ...wrong } = tried ? wrongOf(typed, true, add.error) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!typed.title.trim() || !typed.when.trim() || unreadable(typed).length > 0) return;
    add.mutate(newEvent(typed), {
      onSuccess: (added) => {
        const { id, title, note } = added;
        const moment = told(added);
        toast({ text: [t`In your calendar: ${title}. ${moment}.`, note].filter(Boolean).join(" "), act: { label: t`Undo`, run: () => cancel.mutate(id) } });
        onClose();
      },
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={t`Add an event`}>
      <EventFields typed={typed} onType={setTyped} wrong={wrong} />
      <Said>{other}</Said>
      <div className="row">
        <Button kind="go" type="submit" busy={add.isPending}>
          <Trans>Add it</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </form>
  );
}

function Known({ open, onClose }: { open: Time; onClose: () => void }) {
  const { t } = useLingui();
  const { data, isError } = useQuery(eventQuery(open.id));
  if (isError) {
    return (
      <p className="quiet" role="alert">
        <Trans>This event didn't open. It is safe, and its reminders ring as they should.</Trans>
      </p>
    );
  }
  return data ? <Change event={data} open={open} onClose={onClose} /> : <Skeleton label={t`Loading the event`} />;
}

function Change({ event, open, onClose }: { event: Event; open: Time; onClose: () => void }) {
  const { t } = useLingui();
  const edit = useEdit();
  const once = useChangeOnce();
  const wrongOf = useWrong();
  const [typed, setTyped] = useState(() => typedOf(event));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The sheet opened before there was a field to begin with.
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const { other, ...wrong } = tried ? wrongOf(typed, false, edit.error ?? once.error) : {};
  const changed = (now: Event) => {
    const { title, note } = now;
    const moment = told(now);
    toast({ text: [t`Changed: ${title}. ${moment}.`, note].filter(Boolean).join(" ") });
    onClose();
  };
  const change = (only: boolean) => {
    setTried(true);
    if (!typed.title.trim() || unreadable(typed).length > 0) return;
    const patch = patchOf(event, typed, only);
    if (!patch) return onClose();
    if (only) once.mutate({ time: open, patch }, { onSuccess: changed });
    else edit.mutate({ event, patch }, { onSuccess: changed });
  };
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    change(false);
  };
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate aria-label={event.title}>
      <EventFields typed={typed} onType={setTyped} wrong={wrong} stands={told(event, open)} event={event} />
      {event.rrule && (
        <p className="small quiet">
          <Trans>It comes again and again. Is the change for all its times, or only for this one?</Trans>
        </p>
      )}
      <Said>{other}</Said>
      <div className="row">
        <Button kind="go" type="submit" busy={edit.isPending}>
          {event.rrule ? <Trans>Save for all</Trans> : <Trans>Save</Trans>}
        </Button>
        {event.rrule && (
          <Button kind="line" busy={once.isPending} onClick={() => change(true)}>
            <Trans>Save for this time</Trans>
          </Button>
        )}
        <Cancelling event={event} open={open} onClose={onClose} />
      </div>
    </form>
  );
}

/** Takes the event out of the calendar, or only this time of it; either can be taken back. */
function Cancelling({ event, open, onClose }: { event: Event; open: Time; onClose: () => void }) {
  const { t } = useLingui();
  const cancel = useCancel();
  const restore = useRestore();
  const leaveOut = useLeaveOut();
  const putBack = usePutBack();
  const { title } = event;
  const all = () => {
    toast({ text: t`Cancelled: ${title}.`, act: { label: t`Undo`, run: () => restore.mutate(event.id) } });
    onClose();
  };
  const once = () => {
    toast({ text: t`Not this time: ${title}.`, act: { label: t`Undo`, run: () => putBack.mutate(open) } });
    onClose();
  };
  return (
    <>
      {event.rrule && (
        <Button busy={leaveOut.isPending} onClick={() => leaveOut.mutate(open, { onSuccess: once })}>
          <Trans>Not this time</Trans>
        </Button>
      )}
      <LinkButton quiet onClick={() => cancel.mutate(event.id, { onSuccess: all })}>
        {event.rrule ? <Trans>Cancel all its times</Trans> : <Trans>Cancel this event</Trans>}
      </LinkButton>
      {(cancel.isError || leaveOut.isError) && <Said>{t`That didn't go through just now. It is as it was.`}</Said>}
    </>
  );
}

function Said({ children }: { children?: string }) {
  if (!children) return null;
  return (
    <p className="err-line" role="alert">
      {children}
    </p>
  );
}
