import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { factsOfQuery } from "../../api/facts";
import { FactLine } from "../../shared/FactLine";
import { Bone, Skeleton } from "../../shared/ui";

/** What is known from a memory, each with the time in which it holds. */
export function Known({ memoryId, level: Heading = "h3" }: { memoryId: string; level?: "h2" | "h3" }) {
  const { t } = useLingui();
  const id = useId();
  const { data, isPending, isError } = useQuery(factsOfQuery(memoryId));
  const facts = data?.filter((fact) => fact.closed !== "mark") ?? [];
  return (
    <section className="aside-part" aria-labelledby={id}>
      <Heading id={id} className="text-16">
        <Trans>What I know from it</Trans>
      </Heading>
      {isPending && (
        <Skeleton label={t`Looking`} className="mt-2">
          <Bone shape="short" />
        </Skeleton>
      )}
      {isError && (
        <p className="small quiet">
          <Trans>That didn't open just now. It is safe.</Trans>
        </p>
      )}
      {data && facts.length === 0 && (
        <p className="small quiet">
          <Trans>Nothing but the words themselves.</Trans>
        </p>
      )}
      <ul>
        {facts.map((fact) => (
          <FactLine key={fact.id} fact={fact} />
        ))}
      </ul>
    </section>
  );
}
