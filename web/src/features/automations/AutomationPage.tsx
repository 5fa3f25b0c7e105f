import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState, type ComponentType } from "react";
import { Quoted } from "../../shared/Quoted";
import { Button, LinkButton, Page, Skeleton, Trouble, toast } from "../../shared/ui";
import { automationQuery, usePause, useRemove, useResume, useRunNow, type Automation } from "./api";
import { Coming } from "./AutomationsPage";
import { Editor } from "./Editor";
import { Runs } from "./Runs";

type Shown = { automation: Automation };

/** One automation: when it comes next, what came of it and what that cost. `Answers` shows what it was answered. */
export function AutomationPage({ Answers }: { Answers: ComponentType<Shown> }) {
  const { t } = useLingui();
  const { automationId } = useParams({ from: "/inside/automations/$automationId" });
  const { data, isPending, error, refetch } = useQuery(automationQuery(automationId));
  return (
    <Page title={data?.name ?? t`Automations`}>
      {isPending && <Skeleton label={t`Loading the automation`} />}
      {error && !data && (
        <Trouble level={1} title={t`This automation didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>
            It may have been deleted. <Link to="/automations">All automations</Link>
          </Trans>
        </Trouble>
      )}
      {data && <One automation={data} Answers={Answers} />}
    </Page>
  );
}

function One({ automation, Answers }: Shown & { Answers: ComponentType<Shown> }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <div className="head">
        <h1>{automation.name}</h1>
        <p className="quiet num">
          <Coming automation={automation} />
        </p>
      </div>
      {automation.prompt && automation.prompt !== automation.name && (
        <p className="mb-6">
          <Quoted words={automation.prompt} />
        </p>
      )}
      {!automation.ready && (
        <p className="mb-6" role="status">
          <Trans>This asks a language model, and this Cairn has none. Until it does, nothing is asked.</Trans>
        </p>
      )}
      {editing ? <Editor automation={automation} onDone={() => setEditing(false)} /> : <Acts automation={automation} onEdit={() => setEditing(true)} />}
      <Answers automation={automation} />
      <Runs automation={automation} />
    </>
  );
}

function Acts({ automation, onEdit }: { automation: Automation; onEdit: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const pause = usePause();
  const resume = useResume();
  const runNow = useRunNow();
  const remove = useRemove();
  const { id, name, paused_at } = automation;
  const failed = [pause, resume, runNow, remove].some((one) => one.isError);
  return (
    <>
      <div className="row">
        {paused_at ? (
          <Button kind="go" busy={resume.isPending} onClick={() => resume.mutate(id)}>
            <Trans>Resume</Trans>
          </Button>
        ) : (
          <Button
            kind="line"
            busy={pause.isPending}
            onClick={() => pause.mutate(id, { onSuccess: () => toast({ text: t`Paused: ${name}.`, act: { label: t`Undo`, run: () => resume.mutate(id) } }) })}
          >
            <Trans>Pause</Trans>
          </Button>
        )}
        <Button kind="line" busy={runNow.isPending} onClick={() => runNow.mutate(id)}>
          <Trans>Run it now</Trans>
        </Button>
        <Button kind="line" onClick={onEdit}>
          <Trans>Change</Trans>
        </Button>
        {sure ? (
          <Button kind="line" busy={remove.isPending} onClick={() => remove.mutate(id, { onSuccess: () => void navigate({ to: "/automations" }) })}>
            <Trans>Delete it with its history</Trans>
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
