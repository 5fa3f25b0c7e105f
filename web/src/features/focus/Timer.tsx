import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { clock, length } from "../../shared/when";
import type { Session } from "./api";
import { leftOf, minutesLeft, useServerNow } from "./left";

/** What is left of a session, as a shape that shrinks. */
export function Timer({ session, ahead, small }: { session: Session; ahead: number; small?: boolean }) {
  const { t } = useLingui();
  const { left, share, up } = leftOf(session, useServerNow(ahead));
  useLookWhenUp(up && session.state === "running");
  const rest = length(minutesLeft(left));
  const until = clock(session.ends_at);
  const label = up ? t`Time is up` : session.state === "paused" ? t`Paused, ${rest} left` : t`${rest} left, until ${until}`;
  return (
    <div className={small ? "timer timer-small" : "timer"}>
      <div className="timer-shape" role="img" aria-label={label}>
        <i style={{ "--share": share }} className={session.state === "paused" ? "still" : undefined} />
      </div>
      {!small && (
        <p className="timer-words num" aria-hidden="true">
          <strong>{up ? <Trans>Time is up</Trans> : <Trans>{rest} left</Trans>}</strong>
          {!up && <span className="quiet">{session.state === "paused" ? <Trans>Paused</Trans> : <Trans>until {until}</Trans>}</span>}
        </p>
      )}
    </div>
  );
}

/** The server ends it in the same moment; the page looks soon after, whether or not it hears of it. */
function useLookWhenUp(up: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!up) return undefined;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ["focus"] }), 2_000);
    return () => clearInterval(timer);
  }, [up, queries]);
}
