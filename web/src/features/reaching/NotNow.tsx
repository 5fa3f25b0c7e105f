import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { PickTime } from "../../shared/PickTime";
import { Button } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { clock, full } from "../../shared/when";
import { useQuiet, type Preferences } from "./api";

/** Do not disturb: for an hour, for two, or until when the person picks. */
export function NotNow({ told }: { told: Preferences }) {
  const { t } = useLingui();
  const now = useNow();
  const quiet = useQuiet();
  const [picking, setPicking] = useState(false);
  const until = told.do_not_disturb_until && Date.parse(told.do_not_disturb_until) > now.getTime() ? told.do_not_disturb_until : undefined;
  const keep = (moment: Date | null) => quiet.mutate(moment, { onSuccess: () => setPicking(false) });
  const inHours = (hours: number) => new Date(now.getTime() + hours * 60 * 60_000);
  const moment = until && full(until);
  return (
    <section className="sect" aria-labelledby="not-now">
      <h2 id="not-now">
        <Trans>Do not disturb</Trans>
      </h2>
      <p role="status">{moment ? <Trans>Nothing makes a noise until {moment}.</Trans> : <Trans>You can be reached just now.</Trans>}</p>
      {until ? (
        <Button className="mt-2" busy={quiet.isPending} onClick={() => keep(null)}>
          <Trans>You can reach me again</Trans>
        </Button>
      ) : (
        <div className="picks" role="group" aria-label={t`Do not disturb`}>
          <Button className="pick" onClick={() => keep(inHours(1))}>
            {t`1 h`}
            <span>{clock(inHours(1))}</span>
          </Button>
          <Button className="pick" onClick={() => keep(inHours(2))}>
            {t`2 h`}
            <span>{clock(inHours(2))}</span>
          </Button>
          <Button className="pick" aria-expanded={picking} onClick={() => setPicking(!picking)}>
            {t`Pick`}
            <span>{t`a day and time`}</span>
          </Button>
        </div>
      )}
      {picking && !until && <PickTime label={t`Until when?`} take={t`Keep quiet until then`} onPick={keep} />}
      {quiet.isError && (
        <p className="err-line mt-2" role="alert">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </section>
  );
}
