import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useNow } from "../../shared/useNow";
import { instantOf, wallClock, zoneHere } from "../../shared/zone";
import { inWords, usualTimes } from "./times";

type Props = { title: string; onPick: (words: string) => void; onClose: () => void };

/** Another time for what stands in the line: three usual ones, or any. It goes into the line as words. */
export function WhenSheet({ title, onPick, onClose }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const [picking, setPicking] = useState(false);
  return (
    <Dialog open onOpenChange={onClose} title={t`When?`} about={title} sheet>
      <div className="picks when-picks">
        {usualTimes(now).map(({ words, comes }) => (
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
      {picking && <Pick now={now} onPick={onPick} />}
    </Dialog>
  );
}

function Pick({ now, onPick }: { now: Date; onPick: (words: string) => void }) {
  const { t } = useLingui();
  const zone = zoneHere();
  const [local, setLocal] = useState(wallClock(new Date(now.getTime() + 2 * 60 * 60_000), zone));
  const [past, setPast] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const moment = instantOf(local, zone);
    const ahead = moment.getTime() > now.getTime();
    setPast(!ahead);
    if (ahead) onPick(inWords(moment, now));
  };
  return (
    <form className="picking" onSubmit={submit} noValidate>
      <Field
        label={t`A day and time`}
        type="datetime-local"
        required
        value={local}
        min={wallClock(now, zone)}
        error={past ? t`That time has gone by. A later one?` : undefined}
        onChange={(event) => setLocal(event.target.value)}
      />
      <Button type="submit">
        <Trans>Take this time</Trans>
      </Button>
    </form>
  );
}
