import { useLingui } from "@lingui/react/macro";
import { Field } from "../../shared/ui";
import type { Typed } from "./typed";

export type Wrong = { title?: string; when?: string };

type Props = {
  typed: Typed;
  onType: (typed: Typed) => void;
  wrong: Wrong;
  /** When it is now, of an event that is there already. */
  stands?: string;
};

/** What, when, where, and how long it takes to get there and ready. */
export function EventFields({ typed, onType, wrong, stands }: Props) {
  const { t } = useLingui();
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => onType({ ...typed, [name]: event.target.value }),
    autoComplete: "off",
  });
  return (
    <>
      <Field label={t`What`} {...field("title")} required maxLength={500} error={wrong.title} />
      <Field
        label={t`When`}
        {...field("when")}
        required={!stands}
        maxLength={200}
        placeholder={t`Tomorrow 3pm to 4pm`}
        hint={stands ? t`Now ${stands}. Leave it empty to keep that.` : t`In your own words: a beginning, and an end or a length.`}
        error={wrong.when}
      />
      <Field label={t`Where`} {...field("place")} maxLength={200} />
      <div className="pair">
        <Field label={t`Getting there, in minutes`} {...field("travel")} inputMode="numeric" hint={t`You are told when to leave.`} />
        <Field label={t`Getting ready, in minutes`} {...field("ready")} inputMode="numeric" hint={t`You are told when to begin.`} />
      </div>
    </>
  );
}
