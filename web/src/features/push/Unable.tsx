import { Trans } from "@lingui/react/macro";
import type { Ability } from "../../shared/push";
import { Empty } from "../../shared/ui";

/** Why this device can't tell, and what the person could do about it. */
export function Unable({ why }: { why: Exclude<Ability, "can"> }) {
  return (
    <Empty>
      {why === "blocked" && <Trans>Notifications from Cairn are blocked in this browser. Allow them in its settings for this page, then come back.</Trans>}
      {why === "install" && (
        <Trans>On an iPhone or iPad, put Cairn on your home screen first: Share, then “Add to Home Screen”. Open it from there and come back to this page.</Trans>
      )}
      {why === "none" && <Trans>This browser can't tell you things while Cairn is closed. Mail still comes.</Trans>}
    </Empty>
  );
}
