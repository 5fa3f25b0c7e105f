import "../../styles/reviews.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMoodWords } from "../../shared/HowAreYou";
import { Area, Field } from "../../shared/ui";
import { Picks } from "../../shared/ui/Picks";
import type { Line, Typed } from "./typed";

type Props = {
  typed: Typed;
  onType: (typed: Typed) => void;
  wrong: { estimate?: string; tags?: string };
};

/** What else a task knows of itself, folded: most need none of it. */
export function MoreFields({ typed, onType, wrong }: Props) {
  const { t } = useLingui();
  const { energies } = useMoodWords();
  const field = (name: Line) => ({
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => onType({ ...typed, [name]: target.value }),
    autoComplete: "off",
  });
  return (
    <details className="fold" open={wrong.estimate || wrong.tags ? true : undefined}>
      <summary>
        <Trans>More</Trans>
      </summary>
      <div className="form mt-4">
        <Field label={t`How long it may take, in minutes`} {...field("estimate")} inputMode="numeric" maxLength={10} error={wrong.estimate} />
        <Picks label={t`How much energy it takes`} names={energies} picked={typed.energy} onPick={(energy) => onType({ ...typed, energy })} />
        <label className="check">
          <input type="checkbox" checked={typed.important} onChange={() => onType({ ...typed, important: !typed.important })} />
          <Trans>It matters, whenever it is for</Trans>
        </label>
        <div className="pair">
          <Field label={t`Where or with what`} {...field("context")} maxLength={100} placeholder={t`home, phone`} />
          <Field label={t`Project`} {...field("project")} maxLength={100} />
        </div>
        <Field label={t`Tags`} {...field("tags")} maxLength={1000} hint={t`With commas between them.`} error={wrong.tags} />
        <Field label={t`Waits for`} {...field("waiting")} maxLength={100} hint={t`Somebody or something. It isn't chosen as the next thing meanwhile.`} />
        <label className="check">
          <input type="checkbox" checked={typed.someday} onChange={() => onType({ ...typed, someday: !typed.someday })} />
          <Trans>For someday, not now</Trans>
        </label>
        <Area label={t`Notes`} {...field("notes")} rows={3} maxLength={10_000} />
      </div>
    </details>
  );
}
