import { Trans } from "@lingui/react/macro";
import { Button } from "../../shared/ui";
import { clock, full } from "../../shared/when";
import { useDecide, type Review, type Screen, type Thing } from "./api";
import { useChoices } from "./words";

/** What stands on a screen: to be read, or each with what may become of it. */
export function Things({ review, screen }: { review: Review; screen: Screen }) {
  const { things, choices, step, more } = screen;
  if (!things.length) return step === "done" ? <NothingTicked /> : null;
  if (step === "first") return <First thing={things[0]} />;
  if (!choices.length) return <Plain things={things} timeOnly={review.kind !== "week"} />;
  return (
    <>
      <ul className="review-things">
        {things.map((thing) => (
          <Deciding key={thing.id} review={review} thing={thing} choices={choices} waiting={step === "waiting"} />
        ))}
      </ul>
      {more && (
        <p className="small quiet">
          <Trans>There is more. It can wait for another time.</Trans>
        </p>
      )}
    </>
  );
}

function Plain({ things, timeOnly }: { things: readonly Thing[]; timeOnly: boolean }) {
  return (
    <ul className="review-plain">
      {things.map(({ kind, id, title, at, about }) => (
        <li key={`${kind} ${id}`}>
          {at && (
            <time className="quiet num" dateTime={at}>
              {timeOnly ? clock(at) : full(at)}
            </time>
          )}
          <span>
            {title}
            {about && <span className="quiet"> · {about}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function First({ thing }: { thing: Thing | undefined }) {
  if (!thing) return null;
  const { title, about } = thing;
  return (
    <div className="review-thing mb-6">
      <p className="lead title">{title}</p>
      <p>
        <Trans>First: {about}</Trans>
      </p>
    </div>
  );
}

function NothingTicked() {
  return (
    <p className="mb-6">
      <Trans>Nothing was ticked off here. Not everything that counts stands on a list.</Trans>
    </p>
  );
}

type DecidingProps = { review: Review; thing: Thing; choices: Screen["choices"]; waiting: boolean };

function Deciding({ review, thing, choices, waiting }: DecidingProps) {
  const decide = useDecide(review);
  const words = useChoices();
  const { title, about } = thing;
  return (
    <li className="review-thing">
      <p className="title">{title}</p>
      {about && <p className="small quiet">{waiting ? <Trans>From {about}</Trans> : about}</p>}
      <p className="how-row">
        {choices.map((what) => (
          <Button key={what} busy={decide.isPending && decide.variables.what === what} onClick={() => decide.mutate({ thing_id: thing.id, what })}>
            {words[what]}
            <span className="vh"> {title}</span>
          </Button>
        ))}
      </p>
      {decide.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </li>
  );
}
