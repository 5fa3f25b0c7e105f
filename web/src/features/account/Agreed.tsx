import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { date } from "../../shared/when";
import { Button } from "../../shared/ui";
import { consentsQuery, useAgree, useWithdraw, type Consent } from "./api";

/** What the person agreed to, newest first. Words that changed since are agreed to anew; what nobody needs is taken back. */
export function Agreed() {
  const { data: consents = [] } = useQuery(consentsQuery);
  if (consents.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="agreed">
      <h2 id="agreed">
        <Trans>What you agreed to</Trans>
      </h2>
      <ul className="said">
        {consents.map((consent) => (
          <Line key={consent.id} consent={consent} newest={consents.find((one) => one.document === consent.document) === consent} />
        ))}
      </ul>
    </section>
  );
}

function Line({ consent, newest }: { consent: Consent; newest: boolean }) {
  const { t } = useLingui();
  const agree = useAgree();
  const withdraw = useWithdraw();
  const { document, version, withdrawn_at } = consent;
  const given = date(consent.given_at);
  const taken = withdrawn_at && date(withdrawn_at);
  const name = document === "terms" ? t`What Cairn keeps` : document;
  const outdated = newest && !withdrawn_at && version !== consent.newest;
  return (
    <li>
      <p>
        {document === "terms" ? (
          <Link className="link" to="/terms">
            {name}
          </Link>
        ) : (
          name
        )}{" "}
        <span className="small quiet">{taken ? t`version ${version}, from ${given} to ${taken}` : t`version ${version}, since ${given}`}</span>
      </p>
      {outdated && (
        <Button busy={agree.isPending} onClick={() => agree.mutate({ document, version: consent.newest })}>
          <Trans>Agree to the newer words</Trans>
        </Button>
      )}
      {newest && !withdrawn_at && !consent.needed && (
        <Button kind="line" busy={withdraw.isPending} onClick={() => withdraw.mutate(consent.id)}>
          <Trans>Take it back</Trans>
        </Button>
      )}
      {newest && consent.needed && (
        <p className="small quiet">
          <Trans>An account needs this. To take it back, erase the account.</Trans>
        </p>
      )}
      {(agree.error ?? withdraw.error) && (
        <p className="err-line" role="alert">
          <Trans>That didn't work. Try again in a moment.</Trans>
        </p>
      )}
    </li>
  );
}
