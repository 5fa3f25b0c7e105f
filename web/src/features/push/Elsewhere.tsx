import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "../../shared/ui";
import { full } from "../../shared/when";
import { useTellNot, type Told } from "./api";

/** The other devices, each with its way out. */
export function Elsewhere({ others }: { others: readonly Told[] }) {
  return (
    <section className="sect" aria-labelledby="elsewhere">
      <h2 id="elsewhere">
        <Trans>Other devices</Trans>
      </h2>
      <ul className="said">
        {others.map((one) => (
          <Other key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Other({ one }: { one: Told }) {
  const { t } = useLingui();
  const tellNot = useTellNot();
  const since = full(one.created_at);
  return (
    <li className="grid justify-items-start gap-1">
      <p>
        <Trans>Told since {since}</Trans>
      </p>
      <p className="small quiet">{one.discreet ? t`Says only “Something for now” · ${one.service}` : one.service}</p>
      <LinkButton
        aria-label={t`Turn off: told since ${since}`}
        aria-disabled={tellNot.isPending || undefined}
        onClick={() => tellNot.mutate({ id: one.id, here: false })}
      >
        <Trans>Turn off</Trans>
      </LinkButton>
      {tellNot.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Try again in a moment.</Trans>
        </p>
      )}
    </li>
  );
}
