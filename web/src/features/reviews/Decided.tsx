import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "../../shared/ui";
import { useTakeBack, type Decided, type Review, type Step } from "./api";
import { useOutcomes } from "./words";

/** What was decided on this screen, each with its way back. */
export function DecidedHere({ review, step }: { review: Review; step: Step }) {
  const here = review.decided.filter((one) => one.step === step && one.what !== "today");
  return (
    <div role="status">
      <DecidedList review={review} decided={here} />
    </div>
  );
}

export function DecidedList({ review, decided }: { review: Review; decided: readonly Decided[] }) {
  const { t } = useLingui();
  if (!decided.length) return null;
  return (
    <ul className="review-plain" aria-label={t`Decided`}>
      {decided.map((one) => (
        <Line key={one.thing_id} review={review} one={one} />
      ))}
    </ul>
  );
}

function Line({ review, one }: { review: Review; one: Decided }) {
  const back = useTakeBack(review);
  const outcomes = useOutcomes();
  const { title } = one;
  const outcome = outcomes[one.what];
  return (
    <li className="quiet">
      <span>
        <Trans>
          {title}: {outcome}
        </Trans>
        {back.isError && (
          <>
            . <Trans>It has changed since, so it stays so.</Trans>
          </>
        )}
      </span>
      {!back.isError && (
        <LinkButton onClick={() => back.mutate(one.thing_id)}>
          <Trans>Undo</Trans>
          <span className="vh"> {title}</span>
        </LinkButton>
      )}
    </li>
  );
}
