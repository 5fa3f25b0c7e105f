import { Trans, useLingui } from "@lingui/react/macro";
import { Card } from "../../shared/ui";
import { full } from "../../shared/when";
import type { Happened } from "./api";

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

function Changed({ change }: { change: Happened["changes"][number] }) {
  const { t } = useLingui();
  const names: Record<string, string> = {
    name: t`Name`,
    time_zone: t`Time zone`,
    locale: t`Language`,
    password: t`Password`,
    email: t`E-mail address`,
    phone: t`Phone number`,
    role: t`Role`,
    "settings.theme": t`Theme`,
  };
  const field = names[change.field] ?? change.field;
  const before = told(change.before) || t`nothing`;
  const after = told(change.after) || t`nothing`;
  return <li className="wrap-break-word">{change.shown ? t`${field}: ${before}, then ${after}` : t`${field}: changed`}</li>;
}

function told(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
