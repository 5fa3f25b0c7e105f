import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sayRule } from "../../shared/rule";
import { Button, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { full } from "../../shared/when";
import { automationsQuery, type Automation } from "./api";
import { Editor } from "./Editor";

/** What happens by itself, in the order it was made; each one's history is one tap away. */
export function AutomationsPage() {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const found = useInfiniteQuery(automationsQuery);
  const all = found.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Automations`}>
      <div className="head">
        <h1>
          <Trans>Automations</Trans>
        </h1>
        <p className="quiet">
          <Trans>What happens by itself, at your times, on the clock where you are. Pause any of it whenever you like.</Trans>
        </p>
      </div>
      {making ? (
        <Editor onDone={() => setMaking(false)} />
      ) : (
        <Button kind="go" big onClick={() => setMaking(true)}>
          <Trans>New automation</Trans>
        </Button>
      )}
      {found.isPending && <Skeleton label={t`Loading your automations`} />}
      {found.isError && !all && (
        <Trouble level={2} title={t`Your automations didn't open`} acts={<Button onClick={() => void found.refetch()}>{t`Try again`}</Button>}>
          <Trans>They are safe, and run when they should.</Trans>
        </Trouble>
      )}
      {all?.length === 0 && !making && (
        <Empty>
          <Trans>Nothing happens by itself. You can also say it: “every morning at 8 tell me my day”.</Trans>
        </Empty>
      )}
      <ul className="said timed mt-4">
        {all?.map((automation) => (
          <Line key={automation.id} automation={automation} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button className="mt-4" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </Page>
  );
}

function Line({ automation }: { automation: Automation }) {
  return (
    <li>
      <Link className="link" to="/automations/$automationId" params={{ automationId: automation.id }}>
        {automation.name}
      </Link>
      <div className="small quiet num">
        <Coming automation={automation} />
      </div>
    </li>
  );
}

/** How it repeats, and when it comes next. */
export function Coming({ automation }: { automation: Automation }) {
  const rule = sayRule(automation.rrule);
  if (automation.paused_at) return <Trans>{rule}, paused</Trans>;
  if (!automation.due_at) return <Trans>{rule}, over</Trans>;
  const next = full(automation.due_at);
  return (
    <Trans>
      {rule}, next {next}
    </Trans>
  );
}
