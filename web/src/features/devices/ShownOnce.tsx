import { Trans, useLingui } from "@lingui/react/macro";
import { CopyOnce } from "../../shared/CopyOnce";
import type { Key } from "./api";

/** The key itself. */
export function ShownOnce({ made, onDone }: { made: Key & { key: string }; onDone: () => void }) {
  const { t } = useLingui();
  return (
    <CopyOnce
      title={<Trans>Copy your key now</Trans>}
      label={t`Your key`}
      value={made.key}
      byHand={<Trans>Your browser didn't let me copy. Select the key and copy it yourself.</Trans>}
      onDone={onDone}
    >
      <Trans>It is shown this once. Put it where “{made.name}” asks for it, in no address and no note.</Trans>
    </CopyOnce>
  );
}
