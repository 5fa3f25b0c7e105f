import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { HowAreYou, type Said } from "../../shared/HowAreYou";
import { Area, Button, LinkButton } from "../../shared/ui";
import { length } from "../../shared/when";
import { useAnswer, useBack, useEnough, type Given, type Review, type Screen } from "./api";
import { Choosing } from "./Choosing";
import { DecidedHere } from "./Decided";
import { Things } from "./Things";
import { useNames, useQuestions } from "./words";

/** One question on a screen, with one way on. Leaving at any time costs nothing. */
export function Walk({ review }: { review: Review }) {
  const { screen } = review;
  const heading = useFocusOnChange(screen?.step);
  const question = useQuestions()[screen?.step ?? "energy"];
  if (!screen) return null;
  return (
    <>
      <div className="review-head">
        <Way review={review} />
        <h1 ref={heading} tabIndex={-1}>
          {question.question}
        </h1>
        {question.hint && <p className="quiet">{question.hint}</p>}
        {screen.sentence && <p className="lead">{screen.sentence}</p>}
      </div>
      <Question key={screen.step} review={review} screen={screen} />
    </>
  );
}

/** Who reads with their ears or moves by keys goes on at the new question. */
function useFocusOnChange(step: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return heading;
}

/** Where one is, and how much time there is for it: a length, no clock that runs. */
function Way({ review }: { review: Review }) {
  const { t } = useLingui();
  const names = useNames();
  const name = names[review.kind];
  const place = review.steps.findIndex((step) => step.name === review.step);
  const minutes = (from: number, to?: number) => length(Math.max(1, Math.round(review.steps.slice(from, to).reduce((sum, step) => sum + step.seconds, 0) / 60)));
  const here = minutes(place, place + 1);
  const left = minutes(place);
  const at = place + 1;
  const all = review.steps.length;
  return (
    <>
      <p className="quiet">{name}</p>
      <div className="review-way" role="img" aria-label={t`Step ${at} of ${all}`}>
        {review.steps.map((step, index) => (
          <i key={step.name} className={index <= place ? "on" : undefined} />
        ))}
      </div>
      <p className="small quiet num">
        {at < all ? (
          <Trans>
            About {here} here, {left} to the end
          </Trans>
        ) : (
          <Trans>About {here}, then it is done</Trans>
        )}
      </p>
    </>
  );
}

function Question({ review, screen }: { review: Review; screen: Screen }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const answer = useAnswer(review);
  const back = useBack(review);
  const enough = useEnough(review);
  const [said, setSaid] = useState<Said>({});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [text, setText] = useState("");
  const { step } = screen;
  const writes = step === "thought" || step === "close";
  const go = (more: Partial<Given> = {}) => {
    const given = { step, text: writes ? text : "", task_ids: step === "choose" ? [...chosen] : [], all_wait: false, ...(step === "energy" ? said : {}), ...more };
    answer.mutate(given, { onSuccess: () => void (step === "first" && navigate({ to: "/now" })) });
  };
  const failed = answer.isError || back.isError || enough.isError;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {step === "energy" && <HowAreYou said={said} onSay={setSaid} />}
      {step === "choose" && <Choosing things={screen.things} chosen={chosen} onChoose={setChosen} />}
      {writes && <Area label={step === "thought" ? t`A thought` : t`A line`} labelHidden rows={3} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />}
      {step !== "choose" && <Things review={review} screen={screen} />}
      <DecidedHere review={review} step={step} />
      {failed && (
        <p className="err-line" role="alert">
          <Trans>That didn't go through just now. What you decided before holds.</Trans>
        </p>
      )}
      <div className="review-acts">
        <Button kind="go" big type="submit" busy={answer.isPending}>
          <Onward step={step} last={review.steps.at(-1)?.name === step} />
        </Button>
        {step === "stays" && screen.things.length > 0 && (
          <Button onClick={() => go({ all_wait: true })}>
            <Trans>Let it all wait until tomorrow</Trans>
          </Button>
        )}
        {review.steps[0]?.name !== step && (
          <LinkButton quiet onClick={() => back.mutate(undefined)}>
            <Trans>Back</Trans>
          </LinkButton>
        )}
        <LinkButton quiet onClick={() => enough.mutate(undefined)}>
          <Trans>That's enough</Trans>
        </LinkButton>
      </div>
    </form>
  );
}

function Onward({ step, last }: { step: Screen["step"]; last: boolean }) {
  if (step === "first") return <Trans>Start with this</Trans>;
  return last ? <Trans>Finish</Trans> : <Trans>Go on</Trans>;
}
