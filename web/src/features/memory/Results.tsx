import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Validity } from "../../shared/FactLine";
import { Button, Skeleton, Trouble } from "../../shared/ui";
import { date } from "../../shared/when";
import { memoryQuery, searchQuery, type Hit } from "./api";
import type { Asked } from "./asked";
import { Remembered } from "./Remembered";

/** What memory holds about a question: quotes with their source, and why each was found. */
export function Results({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const { q: query } = asked;
  const { data, isPending, isError, refetch } = useQuery(searchQuery(asked));
  if (isPending) return <Skeleton label={t`Looking in your memory`} className="card mt-8" />;
  if (isError) {
    return (
      <div className="mt-8">
        <Trouble level={2} title={t`I couldn't look just now`} acts={<Button onClick={() => void refetch()}>{t`Look again`}</Button>}>
          <Trans>Everything you told me is safe.</Trans>
        </Trouble>
      </div>
    );
  }
  const found = data.filter((hit) => !hit.weak);
  return (
    <>
      <p className="small quiet mt-4" role="status">
        {found.length === 0 ? <Trans>I don't have that. Other words may find it.</Trans> : <Trans>What I have about “{query}”:</Trans>}
      </p>
      <div className="stack mt-4">
        {found.map((hit) => (
          <div key={hit.memory.id}>
            <Remembered memory={hit.memory} about={<About hit={hit} />} />
          </div>
        ))}
      </div>
    </>
  );
}

/** From when to when it is true, what it took the place of, and why it was found. */
function About({ hit: { memory, facts, replaces, why } }: { hit: Hit }) {
  const until = memory.closed_at && date(memory.closed_at);
  // Facts of one memory mostly hold for the same time, which is told once.
  const times = new Map(facts.map((fact) => [`${fact.valid_from} ${fact.valid_to}`, fact]));
  return (
    <>
      {[...times.values()].slice(0, 2).map((fact) => (
        <span key={fact.fact_id} className="block">
          <Validity {...fact} />
        </span>
      ))}
      {times.size === 0 && until && (
        <span className="block">
          <Trans>True until {until}</Trans>
        </span>
      )}
      {replaces.slice(0, 2).map((id) => (
        <Before key={id} memoryId={id} />
      ))}
      {why && <span className="block">{why}</span>}
    </>
  );
}

/** What was said before, and is no longer so. */
function Before({ memoryId }: { memoryId: string }) {
  const { data } = useQuery(memoryQuery(memoryId));
  const words = data?.text;
  if (!words) return null;
  return (
    <span className="block">
      <Trans>Before: “{words}”</Trans>
    </span>
  );
}
