import { Trans, useLingui } from "@lingui/react/macro";
import { Card, Facts } from "../../shared/ui";
import { full } from "../../shared/when";
import type { Entry } from "./api";

/** One entry of the trail; all that it says is folded away. */
export function TrailLine({ entry }: { entry: Entry }) {
  const { t } = useLingui();
  const { times } = entry;
  const credential = {
    page: t`a page`,
    session: t`a program`,
    key: t`an API key`,
    person: t`Cairn, for a person`,
    system: t`nobody signed in`,
  }[entry.credential];
  const facts: [string, string | null][] = [
    [t`Whose account`, entry.user_id],
    [t`Who did it`, entry.actor_id],
    [t`By`, [credential, entry.credential_id].filter(Boolean).join(" ")],
    [t`What it was done to`, [entry.subject_kind, entry.subject_id].filter(Boolean).join(" ")],
    [t`Changed`, Object.entries(entry.changes).map(([field, kept]) => `${field}: ${said(kept)}`).join("; ")],
    [t`Detail`, Object.keys(entry.detail).length > 0 ? JSON.stringify(entry.detail) : null],
    [t`Program`, entry.agent],
    [t`Request`, entry.request_id],
  ];
  return (
    <li>
      <Card>
        <p>
          {entry.says} <code className="small quiet">{entry.action}</code>
        </p>
        <p className="small quiet">
          <time className="num" dateTime={entry.at}>
            {full(entry.at)}
          </time>
          {entry.address && ` · ${entry.address}`}
          {entry.outcome === "refused" && ` · ${times > 1 ? t`refused ${times} times within a minute` : t`refused`}`}
        </p>
        <details className="fold">
          <summary>
            <Trans>Detail</Trans>
          </summary>
          <div className="small wrap-anywhere">
            <Facts facts={facts.filter((one): one is [string, string] => Boolean(one[1]))} />
          </div>
        </details>
      </Card>
    </li>
  );
}

function said(kept: unknown): string {
  if (typeof kept === "string") return kept;
  const { before, after } = kept as { before: unknown; after: unknown };
  return `${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}
