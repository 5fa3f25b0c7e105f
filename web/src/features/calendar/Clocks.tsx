import { useLingui } from "@lingui/react/macro";
import { sayRule } from "../../shared/rule";
import { Choice } from "../../shared/ui";
import { zones } from "../../shared/zone";
import type { Event } from "./api";
import { AS_SAID, type Typed } from "./typed";

type Props = { typed: Typed; onType: (typed: Typed) => void };

const rules = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"];

/** How an event comes again: the usual ways, and whichever it has. */
export function HowOften({ typed, onType, event }: Props & { event?: Event }) {
  const { t } = useLingui();
  const own = event?.rrule;
  return (
    <Choice label={t`How often?`} value={typed.often} onChange={({ target }) => onType({ ...typed, often: target.value })}>
      {event ? <option value="">{t`Once`}</option> : <option value={AS_SAID}>{t`As I say it under “When”`}</option>}
      {own && !rules.includes(own) && <option value={own}>{sayRule(own)}</option>}
      {rules.map((rule) => (
        <option key={rule} value={rule}>
          {sayRule(rule)}
        </option>
      ))}
    </Choice>
  );
}

/** Whether it stays on the clock of its place, and which that is, or moves along. */
export function WhoseClock({ typed, onType }: Props) {
  const { t } = useLingui();
  const floats = typed.clock === "floats";
  return (
    <>
      <Choice
        label={t`Whose clock?`}
        hint={floats ? t`Three o'clock is three o'clock wherever you are, like a habit.` : t`It stays where it is when you travel, like a dentist.`}
        value={typed.clock}
        onChange={({ target }) => onType({ ...typed, clock: target.value })}
      >
        <option value="stays">{t`The clock of its place`}</option>
        <option value="floats">{t`Mine, wherever I am`}</option>
      </Choice>
      {!floats && (
        <Choice label={t`Time zone of its place`} value={typed.zone} onChange={({ target }) => onType({ ...typed, zone: target.value })}>
          {zones(typed.zone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Choice>
      )}
    </>
  );
}
