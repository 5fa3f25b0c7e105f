import { Trans } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Quoted } from "../../shared/Quoted";
import { LinkButton } from "../../shared/ui";
import { dateOf, full } from "../../shared/when";
import { useRemove, type Review } from "./api";
import { DecidedList } from "./Decided";
import { useNames } from "./words";

/** What is kept of a review. */
export function Over({ review }: { review: Review }) {
  const names = useNames();
  const navigate = useNavigate();
  const remove = useRemove();
  const { summary, decided } = review;
  const ended = review.ended_at && full(review.ended_at, { year: true });
  const nothing = !summary?.done.length && !summary?.chosen.length && !decided.length && !summary?.note;
  return (
    <>
      <div className="head">
        <h1>{names[review.kind]}</h1>
        <p className="quiet num">{ended && <time dateTime={dateOf(review.ended_at ?? "")}>{ended}</time>}</p>
      </div>
      {nothing && (
        <p>
          <Trans>That's it. Nothing more is needed.</Trans>
        </p>
      )}
      {summary?.note && (
        <p className="lead mb-6">
          <Quoted words={summary.note} />
        </p>
      )}
      {summary?.mood && <p className="mb-6">{summary.mood}</p>}
      <Named items={summary?.chosen} heading={<Trans>Chosen for the day</Trans>} id="chosen" />
      <Named items={summary?.done} heading={<Trans>Done</Trans>} id="done" />
      {decided.length > 0 && (
        <section className="sect" aria-labelledby="decided">
          <h2 id="decided">
            <Trans>Decided</Trans>
          </h2>
          <DecidedList review={review} decided={decided} />
        </section>
      )}
      <div className="review-acts">
        <Link className="btn btn-go btn-big" to="/now">
          <Trans>Go to Now</Trans>
        </Link>
        <Link className="btn btn-soft" to="/reviews">
          <Trans>All reviews</Trans>
        </Link>
        <LinkButton quiet onClick={() => remove.mutate(review.id, { onSuccess: () => void navigate({ to: "/reviews" }) })}>
          <Trans>Remove this record</Trans>
        </LinkButton>
      </div>
    </>
  );
}

function Named({ items, heading, id }: { items?: readonly string[] | undefined; heading: ReactNode; id: string }) {
  if (!items?.length) return null;
  return (
    <section className="sect" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className="said">
        {items.map((title, index) => (
          <li key={`${index} ${title}`}>{title}</li>
        ))}
      </ul>
    </section>
  );
}
