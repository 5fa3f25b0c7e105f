import { useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field } from "./ui";
import { useNow } from "./useNow";
import { awayFromHome, instantOf, wallClock, zoneHere } from "./zone";

type Props = {
  label: string;
  /** What the button says. */
  take: string;
  onPick: (moment: Date) => void;
};

/** Any moment that lies ahead, on the clock that all times on the page are told by. */
export function PickTime({ label, take, onPick }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const zone = zoneHere();
  const [local, setLocal] = useState(wallClock(new Date(now.getTime() + 2 * 60 * 60_000), zone));
  const [past, setPast] = useState(false);
  const place = awayFromHome();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const moment = instantOf(local, zone);
    const ahead = moment.getTime() > now.getTime();
    setPast(!ahead);
    if (ahead) onPick(moment);
  };
  return (
    <form className="picking" onSubmit={submit} noValidate>
      <Field
        label={label}
        type="datetime-local"
        required
        value={local}
        min={wallClock(now, zone)}
        hint={place && t`By the clock in ${place}, where you are now.`}
        error={past ? t`That time has gone by. A later one?` : undefined}
        onChange={(event) => setLocal(event.target.value)}
      />
      <Button type="submit">{take}</Button>
    </form>
  );
}
