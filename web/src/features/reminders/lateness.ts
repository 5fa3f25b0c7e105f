import { msg } from "@lingui/core/macro";
import { i18n } from "../../shared/i18n";
import { clock, dateOf, full, relative } from "../../shared/when";

/** Within this many minutes it counts as on time. */
const grace = 2;

/** For when it was, and how that stands to now, without blame: "This was for 14:00. It's 14:25 now." */
export function forWhen(due: string, now: Date): string {
  const late = (now.getTime() - Date.parse(due)) / 60_000;
  const away = relative(due, now);
  if (late < -grace) {
    const moment = full(due);
    return i18n._(msg`${moment} (${away})`);
  }
  const today = dateOf(due) === dateOf(now);
  const time = today ? clock(due) : full(due);
  if (late < grace) return i18n._(msg`It's ${time}.`);
  // An hour and a day take different words in other languages.
  if (today) {
    const present = clock(now);
    return i18n._(msg`This was for ${time}. It's ${present} now.`);
  }
  const [moment, present] = [full(due), full(now)];
  return i18n._(msg`This was for ${moment}. It's ${present} now.`);
}
