import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Empty, LinkButton, Page, Skeleton, Trouble, toast } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { full } from "../../shared/when";
import { plansQuery, useAnswer, useNewAddress, usePause, useRemove, useResume, useTry, type Made, type Plan } from "./api";
import { Address } from "./Address";
import { Editor } from "./Editor";

const FRESH_FOR = 12 * 60 * 60 * 1000;

/** What follows what, in the order it was made. Times that passed without an answer are nobody's business. */
export function PlansPage() {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const [address, setAddress] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const found = useInfiniteQuery(plansQuery);
  const all = found.data?.pages.flatMap((page) => page.items);
  const kept = (made?: Made) => {
    setMaking(false);
    if (made?.hook_url) setAddress(made.hook_url);
  };
  return (
    <Page title={t`Plans`}>
      <div className="head">
        <h1>
          <Trans>If-then plans</Trans>
        </h1>
        <p className="quiet">
          <Trans>When something happens, you are told the one small thing you wanted to do then. Leaving it out costs nothing.</Trans>
        </p>
      </div>
      {address && <Address url={address} onDone={() => setAddress(undefined)} />}
      {making && <Editor onDone={kept} />}
      {!making && !editing && !address && (
        <Button kind="go" big onClick={() => setMaking(true)}>
          <Trans>New plan</Trans>
        </Button>
      )}
      {found.isPending && <Skeleton label={t`Loading your plans`} />}
      {found.isError && !all && (
        <Trouble level={2} title={t`Your plans didn't open`} acts={<Button onClick={() => void found.refetch()}>{t`Try again`}</Button>}>
          <Trans>They are safe, and begin when they should.</Trans>
        </Trouble>
      )}
      {all?.length === 0 && !making && (
        <Empty>
          <Trans>Nothing here yet. You can also say it: “when I get home, I put the keys in the bowl”.</Trans>
        </Empty>
      )}
      <ul className="said timed mt-4">
        {all?.map((plan) => (
          <Line key={plan.id} plan={plan} editing={editing === plan.id} onEdit={setEditing} onAddress={setAddress} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button className="mt-4" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </Page>
  );
}

type LineProps = { plan: Plan; editing: boolean; onEdit: (planId?: string) => void; onAddress: (url: string) => void };

function Line({ plan, editing, onEdit, onAddress }: LineProps) {
  const [open, setOpen] = useState(false);
  if (editing) {
    return (
      <li>
        <Editor
          plan={plan}
          onDone={(made) => {
            onEdit();
            if (made?.hook_url) onAddress(made.hook_url);
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="link text-left" aria-expanded={open} onClick={() => setOpen(!open)}>
        {plan.deed}
      </button>
      <div className="small quiet num">
        <Cue plan={plan} />
      </div>
      <Asked plan={plan} />
      {open && <Acts plan={plan} onEdit={() => onEdit(plan.id)} onAddress={onAddress} />}
    </li>
  );
}

function Cue({ plan: { cue, cue_words: words, due_at, paused_at, heard_at } }: { plan: Plan }) {
  if (paused_at) return <Trans>{words}, paused</Trans>;
  if (due_at) {
    const next = full(due_at);
    return (
      <Trans>
        {words}, next {next}
      </Trans>
    );
  }
  if (cue.kind === "arrival" && !heard_at) return <Trans>{words}. Your phone hasn't called yet.</Trans>;
  return <>{words}</>;
}

/** Asked once, of the latest time alone, and only while it is fresh. */
function Asked({ plan: { id: planId, deed, last } }: { plan: Plan }) {
  const answer = useAnswer();
  const now = useNow();
  if (!last || last.answer || now.getTime() - Date.parse(last.began_at) > FRESH_FOR) return null;
  const say = (said: "did" | "not_this_time") => answer.mutate({ plan_id: planId, id: last.id, answer: said });
  return (
    <div className="row mt-2">
      <Button kind="line" busy={answer.isPending} onClick={() => say("did")}>
        <Trans>Did it</Trans>
        <span className="vh"> {deed}</span>
      </Button>
      <LinkButton quiet onClick={() => say("not_this_time")}>
        <Trans>Not this time</Trans>
        <span className="vh"> {deed}</span>
      </LinkButton>
    </div>
  );
}

function Acts({ plan: { id, cue, deed, paused_at }, onEdit, onAddress }: { plan: Plan; onEdit: () => void; onAddress: (url: string) => void }) {
  const { t } = useLingui();
  const [sure, setSure] = useState(false);
  const pause = usePause();
  const resume = useResume();
  const trying = useTry();
  const renew = useNewAddress();
  const remove = useRemove();
  const failed = [pause, resume, trying, renew, remove].some((one) => one.isError);
  return (
    <>
      <div className="row mt-2">
        <Button kind="line" onClick={onEdit}>
          <Trans>Change</Trans>
        </Button>
        {paused_at ? (
          <Button kind="line" busy={resume.isPending} onClick={() => resume.mutate(id)}>
            <Trans>Resume</Trans>
          </Button>
        ) : (
          <Button
            kind="line"
            busy={pause.isPending}
            onClick={() => pause.mutate(id, { onSuccess: () => toast({ text: t`Paused: ${deed}.`, act: { label: t`Undo`, run: () => resume.mutate(id) } }) })}
          >
            <Trans>Pause</Trans>
          </Button>
        )}
        <Button kind="line" busy={trying.isPending} onClick={() => trying.mutate(id)}>
          <Trans>Try it now</Trans>
        </Button>
        {cue.kind === "arrival" && (
          <Button kind="line" busy={renew.isPending} onClick={() => renew.mutate(id, { onSuccess: (made) => made.hook_url && onAddress(made.hook_url) })}>
            <Trans>New address for the phone</Trans>
          </Button>
        )}
        {sure ? (
          <Button kind="line" busy={remove.isPending} onClick={() => remove.mutate(id)}>
            <Trans>Delete it</Trans>
          </Button>
        ) : (
          <LinkButton quiet onClick={() => setSure(true)}>
            <Trans>Delete</Trans>
          </LinkButton>
        )}
      </div>
      {failed && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Try once more.</Trans>
        </p>
      )}
    </>
  );
}
