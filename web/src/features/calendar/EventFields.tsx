import { Trans, useLingui } from "@lingui/react/macro";
import { Area, Field } from "../../shared/ui";
import type { Event } from "./api";
import { HowOften, WhoseClock } from "./Clocks";
import type { Length, Typed } from "./typed";

export type Wrong = { title?: string; when?: string } & Partial<Record<Length, string>>;

type Props = {
  typed: Typed;
  onType: (typed: Typed) => void;
  wrong: Wrong;
  /** When it is now, of an event that is there already. */
  stands?: string;
  event?: Event;
};

/** What, when, where, how long it takes to get there and ready; the rest stands folded. */
export function EventFields({ typed, onType, wrong, stands, event }: Props) {
  const { t } = useLingui();
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => onType({ ...typed, [name]: target.value }),
    autoComplete: "off",
  });
  const length = (name: Length) => ({ ...field(name), inputMode: "numeric" as const, maxLength: 10, error: wrong[name] });
  return (
    <>
      <Field label={t`What`} {...field("title")} required maxLength={500} error={wrong.title} />
      <Field
        label={t`When`}
        {...field("when")}
        required={!stands}
        maxLength={200}
        placeholder={t`Tomorrow 3pm to 4pm`}
        hint={stands ? t`Now ${stands}. Leave it empty to keep that.` : t`In your own words: a beginning, and an end or a length. A date alone is the whole day.`}
        error={wrong.when}
      />
      <Field label={t`Where`} {...field("place")} maxLength={200} />
      <div className="pair">
        <Field label={t`Getting there, in minutes`} {...length("travel")} hint={t`You are told when to leave.`} />
        <Field label={t`Getting ready, in minutes`} {...length("ready")} hint={t`You are told when to begin.`} />
      </div>
      <Area label={t`Take with you`} {...field("bring")} rows={2} maxLength={500} hint={t`It stands on the day, where you leave for it.`} />
      <details className="fold" open={wrong.remind || wrong.after ? true : undefined}>
        <summary>
          <Trans>Reminder, time afterwards, notes</Trans>
        </summary>
        <div className="form mt-4">
          <div className="pair">
            <Field label={t`Told before, in minutes`} {...length("remind")} hint={t`Without a way to it. Empty is not at all.`} />
            <Field label={t`Landing afterwards, in minutes`} {...length("after")} hint={t`Nothing is put there.`} />
          </div>
          <Area label={t`Notes`} {...field("notes")} rows={3} maxLength={10_000} />
        </div>
      </details>
      <details className="fold">
        <summary>
          <Trans>How often, and whose clock</Trans>
        </summary>
        <div className="form mt-4">
          {!event?.series_id && <HowOften typed={typed} onType={onType} event={event} />}
          <WhoseClock typed={typed} onType={onType} />
        </div>
      </details>
    </>
  );
}
