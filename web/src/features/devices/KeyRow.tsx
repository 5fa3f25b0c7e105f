import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { date, full } from "../../shared/when";
import { Button, LinkButton } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useNow } from "../../shared/useNow";
import { useEndKey, type Key } from "./api";
import { inWords } from "./scopes";

/** One key: what it is for, what it may do, when it was last used, until when it works. */
export function KeyRow({ made }: { made: Key }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const over = new Date(made.expires_at) <= useNow();
  return (
    <li className="device">
      <p className="device-name">{made.name}</p>
      <p className="small quiet">
        <code>{made.prefix}…</code>
      </p>
      <p className="small">{made.scopes.map((name) => inWords({ name, says: name })).join(" · ")}</p>
      <p className="small quiet num">
        {made.last_used_at ? <Trans>Last used {full(made.last_used_at)}</Trans> : <Trans>Not used yet</Trans>}
        {" · "}
        {over ? <Trans>It worked until {date(made.expires_at)}</Trans> : <Trans>Works until {date(made.expires_at)}</Trans>}
      </p>
      <LinkButton aria-label={t`End the key: ${made.name}`} onClick={() => setAsking(true)}>
        <Trans>End it</Trans>
      </LinkButton>
      {asking && <EndKey made={made} onClose={() => setAsking(false)} />}
    </li>
  );
}

function EndKey({ made, onClose }: { made: Key; onClose: () => void }) {
  const { t } = useLingui();
  const end = useEndKey();
  return (
    <Dialog open onOpenChange={onClose} title={t`End this key?`} about={t`The program that uses it is shut out at once. A new one needs a new key.`} sheet>
      <p>{made.name}</p>
      {end.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Try again in a moment.</Trans>
        </p>
      )}
      <div className="row">
        <Button kind="grave" busy={end.isPending} onClick={() => end.mutate(made.id, { onSuccess: onClose })}>
          <Trans>End it</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Keep the key</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
