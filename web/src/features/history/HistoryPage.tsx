import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Empty, Page } from "../../shared/ui";
import { historyQuery, type About } from "./api";
import { HistoryLine } from "./HistoryLine";
import { Loading } from "./Loading";

/** What happened to the person's own account, newest first. */
export function HistoryPage() {
  const { t } = useLingui();
  const [about, setAbout] = useState<About>("account");
  const history = useInfiniteQuery(historyQuery(about));
  const all = history.data?.pages.flatMap((page) => page.items);
  const choices: [About, string][] = [
    ["account", t`My account`],
    ["everything", t`Everything I did`],
  ];
  return (
    <Page title={t`What happened`}>
      <div className="head">
        <h1>
          <Trans>What happened to your account</Trans>
        </h1>
        <p className="quiet">
          <Trans>Only you can read this. If something here wasn't you, choose a new password.</Trans>
        </p>
      </div>
      <div className="chips" role="group" aria-label={t`What to show`}>
        {choices.map(([one, name]) => (
          <button key={one} type="button" className="chip chip-line" aria-pressed={one === about} onClick={() => setAbout(one)}>
            {name}
          </button>
        ))}
      </div>
      <Loading query={history} waiting={t`Loading what happened`} failed={t`Your history didn't load`} />
      {all?.length === 0 && (
        <Empty>
          <Trans>Nothing yet.</Trans>
        </Empty>
      )}
      <ul className="grid gap-4 mt-4">
        {all?.map((one) => (
          <HistoryLine key={one.id} happened={one} />
        ))}
      </ul>
      {history.hasNextPage && (
        <Button className="mt-4" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          <Trans>Earlier</Trans>
        </Button>
      )}
    </Page>
  );
}
