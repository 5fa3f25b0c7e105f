import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../shared/ui";
import { parkedQuery, useSettle } from "./api";

/** So many at a time: a long list is a wall. */
const few = 5;

/** What was parked, to be looked at now: each goes on the list, into memory, or away. */
export function Parked() {
  const { t } = useLingui();
  const { data: thoughts = [] } = useQuery(parkedQuery);
  const settle = useSettle();
  if (thoughts.length === 0) return null;
  return (
    <section className="focus-parked" aria-labelledby="parked">
      <h2 id="parked" className="text-18">
        <Trans>You parked this</Trans>
      </h2>
      <ul>
        {thoughts.slice(0, few).map((thought) => (
          <li key={thought.id}>
            <p id={`parked-${thought.id}`}>{thought.text}</p>
            <p className="step-ways">
              <LinkButton aria-describedby={`parked-${thought.id}`} onClick={() => settle.mutate({ id: thought.id, becomes: "task" })}>
                <Trans>Onto my list</Trans>
              </LinkButton>
              <LinkButton aria-describedby={`parked-${thought.id}`} onClick={() => settle.mutate({ id: thought.id, becomes: "note" })}>
                <Trans>Keep as a note</Trans>
              </LinkButton>
              <LinkButton quiet aria-describedby={`parked-${thought.id}`} onClick={() => settle.mutate({ id: thought.id, becomes: "gone" })}>
                <Trans>Let it go</Trans>
              </LinkButton>
            </p>
          </li>
        ))}
      </ul>
      {settle.isError && (
        <p role="alert" className="err-line">
          {t`That didn't go through just now. It is as it was.`}
        </p>
      )}
    </section>
  );
}
