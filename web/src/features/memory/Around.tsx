import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Quoted } from "../../shared/Quoted";
import { Bone, Skeleton } from "../../shared/ui";
import { full } from "../../shared/when";
import { aroundQuery } from "./api";
import { Who } from "./Source";

/** What was said before and after a memory in its thread, in order. */
export function Around({ memoryId, level: Heading = "h3" }: { memoryId: string; level?: "h2" | "h3" }) {
  const { t } = useLingui();
  const id = useId();
  const { data, isPending, isError } = useQuery(aroundQuery(memoryId));
  return (
    <section className="aside-part" aria-labelledby={id}>
      <Heading id={id} className="text-16">
        <Trans>What was said around it</Trans>
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
      {data?.length === 0 && (
        <p className="small quiet">
          <Trans>Nothing else, as far as I know.</Trans>
        </p>
      )}
      <ul className="around">
        {data?.map((memory) => (
          <li key={memory.id}>
            <p>
              <Quoted words={memory.text} />
            </p>
            <p className="small quiet num">
              <Who memory={memory} />, <time dateTime={memory.occurred_at}>{full(memory.occurred_at, { year: true })}</time>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
