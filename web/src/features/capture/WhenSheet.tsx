import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMe } from "../../api/session";
import { partsOf } from "../../shared/parts";
import { PickTime } from "../../shared/PickTime";
import { Button } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useNow } from "../../shared/useNow";
import { inWords, usualTimes } from "./times";

type Props = { title: string; onPick: (words: string) => void; onClose: () => void };

/** Another time for what stands in the line: three usual ones, or any. It goes into the line as words. */
export function WhenSheet({ title, onPick, onClose }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const parts = partsOf(useMe().settings);
  const [picking, setPicking] = useState(false);
  return (
    <Dialog open onOpenChange={onClose} title={t`When?`} about={title} sheet>
      <div className="picks when-picks">
        {usualTimes(now, parts).map(({ words, comes }) => (
          <Button key={words} className="pick" onClick={() => onPick(words)}>
            <b className="begins">{words}</b>
            <span>{comes}</span>
          </Button>
        ))}
        <Button className="pick" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          <b>{t`Pick`}</b>
          <span>{t`a day and time`}</span>
        </Button>
      </div>
      {picking && <PickTime label={t`A day and time`} take={t`Take this time`} onPick={(moment) => onPick(inWords(moment, now))} />}
    </Dialog>
  );
}
