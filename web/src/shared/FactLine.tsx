import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { factQuery, type Fact } from "../api/facts";
import { Quoted } from "./Quoted";
import { about } from "./relations";
import { Bone, LinkButton, Skeleton } from "./ui";
import { date, full } from "./when";

type Interval = { valid_from?: string | null; valid_to?: string | null };

/** "True from 3 Mar 2024 to 24 Nov 2026": from when to when something holds, as far as it is known. */
export function Validity({ valid_from, valid_to }: Interval) {
  const from = valid_from && date(valid_from);
  const to = valid_to && date(valid_to);
  if (from && to) return <Trans>True from {from} to {to}</Trans>;
  if (from) return <Trans>True from {from}</Trans>;
  return to ? <Trans>True until {to}</Trans> : null;
}

/** What became of a fact, or from when to when it was true. */
export function Standing({ fact }: { fact: Fact }) {
  if (fact.closed === "wrong") return <Trans>You said that this isn't right.</Trans>;
  if (fact.closed === "outweighed") return <Trans>I know something surer about that time.</Trans>;
  return <Validity {...fact} />;
}

/** One thing that is known: what, the time in which it holds, and its history when asked for. */
export function FactLine({ fact }: { fact: Fact }) {
  const [open, setOpen] = useState(false);
  const { value } = fact;
  return (
    <li className={fact.closed ? "known was" : "known"}>
      <p>
        <span className="quiet">{about(fact)}:</span> {value}
      </p>
      <p className="small quiet">
        <Standing fact={fact} />
      </p>
      <LinkButton className="act" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Trans>History</Trans>
        <span className="vh"> {value}</span>
      </LinkButton>
      {open && <History factId={fact.id} />}
    </li>
  );
}

/** What was true of the same before and after, and every time that somebody said so. */
export function History({ factId }: { factId: string }) {
  const { data, isPending, isError } = useQuery(factQuery(factId));
  if (isPending) {
    return (
      <Skeleton label="" className="mt-2">
        <Bone shape="short" />
      </Skeleton>
    );
  }
  if (isError) {
    return (
      <p className="small quiet" role="status">
        <Trans>The history didn't open just now. It is safe.</Trans>
      </p>
    );
  }
  const spoken = data.tellings.filter((telling) => telling.source !== "hand" || telling.quote);
  const others = data.history.filter((fact) => fact.closed !== "mark");
  return (
    <div className="history small">
      {others.length > 0 && (
        <ol>
          {others.map((fact) => (
            <li key={fact.id} className={fact.closed ? "quiet" : undefined}>
              {fact.value} · <Standing fact={fact} />
            </li>
          ))}
        </ol>
      )}
      <ul>
        {spoken.map((telling) => (
          <li key={`${telling.memory_id} ${telling.said_at}`}>
            {telling.quote && (
              <>
                <Quoted words={telling.quote} />,{" "}
              </>
            )}
            <time dateTime={telling.said_at} className="quiet">
              {full(telling.said_at, { year: true })}
            </time>
          </li>
        ))}
        {data.fact.source === "hand" && (
          <li className="quiet">
            <Trans>You wrote this by hand.</Trans>
          </li>
        )}
      </ul>
    </div>
  );
}
