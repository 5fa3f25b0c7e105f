import { Trans, useLingui } from "@lingui/react/macro";
import { Quoted } from "../../shared/Quoted";
import { Button, Trouble } from "../../shared/ui";
import { outbox, useUnsent } from "./useOutbox";

/** Something the server would not take. It is kept until the person chooses; one is shown at a time. */
export function Refused({ onChange }: { onChange: (words: string) => void }) {
  const { t } = useLingui();
  const row = useUnsent().find(({ state, unwanted }) => state === "refused" && !unwanted);
  if (!row) return null;
  return (
    <div className="refused">
      <Trouble
        level={2}
        title={t`This one wasn't taken`}
        acts={
          <>
            <Button
              onClick={() => {
                onChange(row.text);
                void outbox.discard(row.id);
              }}
            >
              <Trans>Change it</Trans>
            </Button>
            <Button kind="soft" onClick={() => void outbox.retry(row.id)}>
              <Trans>Try again</Trans>
            </Button>
            <Button kind="soft" onClick={() => void outbox.discard(row.id)}>
              <Trans>Let it go</Trans>
            </Button>
          </>
        }
      >
        <Quoted words={row.text} /> <span className="quiet">{row.reason}</span>
      </Trouble>
    </div>
  );
}
