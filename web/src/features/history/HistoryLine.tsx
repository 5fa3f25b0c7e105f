import { Trans, useLingui } from "@lingui/react/macro";
import { Card } from "../../shared/ui";
import { full } from "../../shared/when";
import type { Happened } from "./api";
import { Changed } from "./Changed";

/** One thing that happened, by whom and from where; what changed is folded away. */
export function HistoryLine({ happened }: { happened: Happened }) {
  const { t } = useLingui();
  const by = {
    you: t`You`,
    administrator: t`An administrator`,
    reader: t`Somebody you let look`,
    nobody_known: t`Somebody who wasn't signed in`,
    cairn: t`Cairn`,
  }[happened.by];
  const { times, changes, agent } = happened;
  return (
    <li>
      <Card>
        <p>
          {happened.says}
          {times > 1 && (
            <>
              {" "}
              <span className="quiet">
                <Trans>{times} times within a minute</Trans>
              </span>
            </>
          )}
        </p>
        <p className="small quiet">
          <time className="num" dateTime={happened.at}>
            {full(happened.at)}
          </time>
          {` · ${[by, happened.address].filter(Boolean).join(" · ")}`}
        </p>
        {(changes.length > 0 || agent) && (
          <details className="fold">
            <summary>
              <Trans>More</Trans>
            </summary>
            <ul className="small">
              {changes.map((change) => (
                <Changed key={change.field} change={change} />
              ))}
              {agent && (
                <li className="wrap-break-word">
                  <Trans>With: {agent}</Trans>
                </li>
              )}
            </ul>
          </details>
        )}
      </Card>
    </li>
  );
}
