import "../../styles/reviews.css";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LinkButton } from "../../shared/ui";
import { offerQuery, useBegin, useDecline } from "./api";
import { useNames } from "./words";

/** What the person asked to be offered, as one quiet line; declined, it is gone until its next day. */
export function Offer() {
  const { data } = useQuery(offerQuery);
  const names = useNames();
  const begin = useBegin();
  const decline = useDecline();
  const navigate = useNavigate();
  const kind = data?.kind;
  if (!kind) return null;
  const name = names[kind];
  return (
    <p className="review-offer">
      <LinkButton onClick={() => begin.mutate(kind, { onSuccess: ({ id }) => void navigate({ to: "/reviews/$reviewId", params: { reviewId: id } }) })}>{name}</LinkButton>
      <LinkButton quiet onClick={() => decline.mutate(kind)}>
        <Trans>Not this time</Trans>
        <span className="vh"> {name}</span>
      </LinkButton>
    </p>
  );
}
