import { Trans, useLingui } from "@lingui/react/macro";
import { CopyOnce } from "../../shared/CopyOnce";

/** Where a phone says that it has arrived. */
export function Address({ url, onDone }: { url: string; onDone: () => void }) {
  const { t } = useLingui();
  return (
    <CopyOnce
      title={<Trans>Let your phone say when you are there</Trans>}
      label={t`The address to call`}
      value={url}
      byHand={<Trans>Your browser didn't let me copy. Select the address and copy it yourself.</Trans>}
      onDone={onDone}
    >
      <Trans>
        Copy this address now: it is shown this once. In your phone's automations (Shortcuts, Tasker …) choose “when I arrive”, and let it send a POST
        request to it. It sends nothing about you, and whoever has it can do no more than begin this plan.
      </Trans>
    </CopyOnce>
  );
}
