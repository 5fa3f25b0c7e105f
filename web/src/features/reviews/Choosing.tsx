import { Trans, useLingui } from "@lingui/react/macro";
import type { Thing } from "./api";

const most = 3;

type Props = { things: readonly Thing[]; chosen: readonly string[]; onChoose: (chosen: readonly string[]) => void };

/** At most three things for the day, each with the reason it is proposed. */
export function Choosing({ things, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const full = chosen.length >= most;
  return (
    <>
      <div className="review-choose" role="group" aria-label={t`Things for today`}>
        {things.map(({ id, title, about }) => {
          const on = chosen.includes(id);
          return (
            <button
              key={id}
              type="button"
              className="how-word"
              aria-pressed={on}
              aria-disabled={full && !on}
              onClick={() => {
                if (on) onChoose(chosen.filter((one) => one !== id));
                else if (!full) onChoose([...chosen, id]);
              }}
            >
              <span>{title}</span>
              <small>{about}</small>
            </button>
          );
        })}
      </div>
      <p className="small quiet" role="status">
        {full && <Trans>Three it is. Tap one again to choose another.</Trans>}
      </p>
    </>
  );
}
