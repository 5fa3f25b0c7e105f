import { useLingui } from "@lingui/react/macro";
import { sayRule } from "./rule";
import { Choice } from "./ui";

const weekdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
const weekend = "FREQ=WEEKLY;BYDAY=SA,SU";

/** On which days something comes round: the usual ones, and whatever it is already. Empty is every day. */
export function DaysChoice({ days, onChange }: { days: string; onChange: (days: string) => void }) {
  const { t } = useLingui();
  return (
    <Choice label={t`On which days?`} value={days} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t`Any day`}</option>
      <option value={weekdays}>{sayRule(weekdays)}</option>
      <option value={weekend}>{sayRule(weekend)}</option>
      {!["", weekdays, weekend].includes(days) && <option value={days}>{sayRule(days)}</option>}
    </Choice>
  );
}
