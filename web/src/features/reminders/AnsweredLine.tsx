import { Trans } from "@lingui/react/macro";
import { LinkButton } from "../../shared/ui";
import type { Answered } from "./Answers";
import { useReopen } from "./api";

/** What the last answer did, and the way back from "done". Always there, so that it is read out when it fills. */
export function AnsweredLine({ answered, onUndone }: { answered?: Answered; onUndone: () => void }) {
  const reopen = useReopen();
  const id = answered?.undo;
  return (
    <p className="answered quiet" role="status">
      {answered && (
        <>
          {answered.words}{" "}
          {id && (
            <LinkButton onClick={() => reopen.mutate(id, { onSuccess: onUndone })}>
              <Trans>Undo</Trans>
            </LinkButton>
          )}
        </>
      )}
    </p>
  );
}
