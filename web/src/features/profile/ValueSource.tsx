import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { History } from "../../shared/FactLine";
import { afterwards } from "../../shared/inPlace";
import { Quoted } from "../../shared/Quoted";
import { relationName } from "../../shared/relations";
import { LinkButton, toast } from "../../shared/ui";
import { day } from "../../shared/when";
import { useBringBack, useDeny, useEnd, type Field, type Value } from "./api";

type Props = { field: Field; value: Value; factId: string };

/** Where a value comes from and how sure it is; opened, what can be said against it and what was true before. */
export function ValueSource({ field, value, factId }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const deny = useDeny();
  const end = useEnd();
  const back = useBringBack();
  const words = value.value;
  const say = (text: string) => toast({ id: factId, text, act: { label: t`Undo`, run: () => back.mutate(value) } });
  const name = <span className="vh"> {words}</span>;
  return (
    <details className="fold source" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          {field.values.length > 1 && (
            <b>
              {field.relations.length > 1 && value.relation ? `${relationName(value.relation)}, ${words}` : words}
              {": "}
            </b>
          )}
          <Origin value={value} /> <span className="nb">· <Sureness value={value} /></span>
        </span>
      </summary>
      <div className="acts">
        <LinkButton className="act" onClick={() => void afterwards(deny.mutateAsync(factId), () => say(t`Taken out. I won't learn “${words}” again from what you said.`))}>
          <Trans>That's not right</Trans>
          {name}
        </LinkButton>
        <LinkButton className="act" onClick={() => void afterwards(end.mutateAsync(factId), () => say(t`Noted: “${words}” is no longer so.`))}>
          <Trans>No longer</Trans>
          {name}
        </LinkButton>
        {value.memory_id && (
          <Link className="link act" to="/memory/$memoryId" params={{ memoryId: value.memory_id }}>
            <Trans>Open the memory</Trans>
            {name}
          </Link>
        )}
      </div>
      {(deny.isError || end.isError) && (
        <p className="err-line small" role="alert">
          <Trans>That didn't work just now. It is as it was.</Trans>
        </p>
      )}
      {open && (
        <>
          <p className="small quiet">
            <Trans>History</Trans>
          </p>
          <History factId={factId} />
        </>
      )}
    </details>
  );
}

/** "“I live in Lisbon”, Tue 24 Nov 2026", or the person's own hand. */
function Origin({ value: { quote, said_at: at, source } }: { value: Value }) {
  const said = at && <time dateTime={at}>{day(at, { year: true })}</time>;
  if (source === "hand") return <Trans>You wrote this, {said}</Trans>;
  if (!quote) return <Trans>You told me, {said}</Trans>;
  return (
    <>
      <Quoted words={quote} />, {said}
    </>
  );
}

/** From 0 to 1, in words. */
function Sureness({ value: { source, confidence } }: { value: Value }) {
  if (source === "hand") return <Trans>certain</Trans>;
  if (confidence >= 0.85) return <Trans>sure</Trans>;
  return confidence >= 0.7 ? <Trans>fairly sure</Trans> : <Trans>not sure</Trans>;
}
