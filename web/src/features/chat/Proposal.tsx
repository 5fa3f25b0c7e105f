import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Fragment } from "react";
import { api, ask } from "../../api/client";
import { Button, LinkButton } from "../../shared/ui";
import type { Message } from "./api";

export type Proposed = NonNullable<Message["proposals"]>[number];

/** Says yes or no to what was proposed. What is done on a yes can show on every page. */
function useDecision({ id }: Proposed) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (yes: boolean) => {
      const params = { params: { path: { proposal_id: id } } };
      if (yes) await ask(api.POST("/api/v1/proposals/{proposal_id}/confirm", params));
      else await ask(api.POST("/api/v1/proposals/{proposal_id}/refuse", params));
    },
    onSettled: () => queries.invalidateQueries(),
  });
}

/** A change that waits for a yes, with everything that it would be made with. */
export function Proposal({ proposal }: { proposal: Proposed }) {
  const { title, details, state } = proposal;
  const { mutate: decide, isPending, isError } = useDecision(proposal);
  if (state === "done") return null; // its receipt stands beside it
  return (
    <div className="card proposal">
      <h2>{title}</h2>
      <dl className="facts">
        {details.map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {state === "refused" && (
        <p className="quiet">
          <Trans>Left as it is.</Trans>
        </p>
      )}
      {state === "expired" && (
        <p className="quiet">
          {proposal.why === "unattended" ? (
            <Trans>This waited for a day and was not done.</Trans>
          ) : (
            <Trans>This waited for half an hour and was not done. Say it again, and you are asked again.</Trans>
          )}
        </p>
      )}
      {state === "waiting" && (
        <div className="acts">
          <Button busy={isPending} onClick={() => decide(true)}>
            <Trans>Do it</Trans>
            <span className="vh">: {title}</span>
          </Button>
          <LinkButton onClick={() => decide(false)}>
            <Trans>Leave it</Trans>
            <span className="vh">: {title}</span>
          </LinkButton>
        </div>
      )}
      {isError && (
        <p role="alert">
          <Trans>That didn't work just now. Nothing was changed.</Trans>
        </p>
      )}
    </div>
  );
}
