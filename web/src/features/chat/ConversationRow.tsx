import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useId, useState, type FormEvent } from "react";
import { Button, Field, LinkButton, toast } from "../../shared/ui";
import { day } from "../../shared/when";
import { useArrange, useDelete, type Conversation } from "./api";

/** One conversation: opened, and what can be done with it behind a tap. */
export function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const name = useId();
  const { id, title, main, created_at } = conversation;
  return (
    <li>
      <Link id={name} className="link" to="/chat" search={main ? {} : { thread: id }}>
        {main ? t`The main one` : title || t`Without a name`}
      </Link>
      <div className="small quiet num">
        {day(created_at, { year: true })}{" "}
        {!main && (
          <LinkButton quiet aria-expanded={open} aria-describedby={name} onClick={() => setOpen(!open)}>
            <Trans>Change</Trans>
          </LinkButton>
        )}
      </div>
      {open && <Acts conversation={conversation} onEnd={() => setOpen(false)} />}
    </li>
  );
}

function Acts({ conversation, onEnd }: { conversation: Conversation; onEnd: () => void }) {
  const { t } = useLingui();
  const { id, title } = conversation;
  const arrange = useArrange(conversation);
  const remove = useDelete();
  const [typed, setTyped] = useState(title);
  const [sure, setSure] = useState(false);
  const away = conversation.archived_at !== null;
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() && typed.trim() !== title) arrange.mutate({ title: typed.trim() }, { onSuccess: onEnd });
    else onEnd();
  };
  const put = () =>
    arrange.mutate(
      { archived: !away },
      { onSuccess: () => toast({ text: away ? t`At hand again: ${title}.` : t`Put away: ${title}.`, act: { label: t`Undo`, run: () => arrange.mutate({ archived: away }) } }) },
    );
  return (
    <form className="form mt-2" onSubmit={rename} aria-label={t`Change ${title}`}>
      <Field label={t`Its name`} autoComplete="off" maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="row">
        <Button type="submit" busy={arrange.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button busy={arrange.isPending} onClick={put}>
          {away ? <Trans>Bring it back</Trans> : <Trans>Put it away</Trans>}
        </Button>
        {sure ? (
          <Button kind="grave" busy={remove.isPending} onClick={() => remove.mutate(id)}>
            <Trans>Delete it</Trans>
          </Button>
        ) : (
          <LinkButton quiet onClick={() => setSure(true)}>
            <Trans>Delete</Trans>
          </LinkButton>
        )}
      </div>
      {sure && (
        <p className="small quiet" role="status">
          <Trans>Everything said in it goes for good. What memory keeps, and what was done, stays.</Trans>
        </p>
      )}
      {(arrange.isError || remove.isError) && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. It is as it was.</Trans>
        </p>
      )}
    </form>
  );
}
