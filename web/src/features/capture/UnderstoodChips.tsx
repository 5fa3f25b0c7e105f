import { useLingui } from "@lingui/react/macro";
import { Chip, Chips } from "../../shared/ui";
import type { Understood } from "./useUnderstood";

type Props = {
  found: readonly Understood[];
  /** Puts the cursor on these words in the line, to type others. */
  onSelect: (words: string) => void;
  /** Asks for another time for this one. */
  onWhen: (thing: Understood) => void;
};

const most = 3;

/** What was understood, quietly above the line: nobody is told while typing, and everything can be changed. */
export function UnderstoodChips({ found, onSelect, onWhen }: Props) {
  const { t } = useLingui();
  const [only, ...others] = found;
  if (!only) return null;
  return (
    <div id="understood" className="understood" aria-live="off">
      <Chips label={t`Understood so far`}>
        {others.length === 0 ? (
          <OneThing thing={only} onSelect={onSelect} onWhen={onWhen} />
        ) : (
          found.slice(0, most).map((thing, place) => <OfSeveral key={place} thing={thing} onSelect={onSelect} onWhen={onWhen} />)
        )}
      </Chips>
    </div>
  );
}

type One = Omit<Props, "found"> & { thing: Understood };

/** What, when in full, how often. */
function OneThing({ thing, onSelect, onWhen }: One) {
  const { t } = useLingui();
  const { title, when_words: when, rule_words: rule } = thing;
  return (
    <>
      <Chip about={thing.kind === "memory" ? t`For memory:` : t`What:`} onClick={() => onSelect(title)}>
        <span className="cut">{title}</span>
      </Chip>
      {canHaveTime(thing) && (
        <Chip kind={when ? look(thing) : "example"} about={thing.sure ? t`When:` : t`When, if I read it right:`} aria-haspopup="dialog" onClick={() => onWhen(thing)}>
          {when ?? t`Any time`}
        </Chip>
      )}
      {thing.place && (
        <Chip about={t`Where:`} onClick={() => onSelect(thing.place ?? "")}>
          <span className="cut">{thing.place}</span>
        </Chip>
      )}
      {thing.bring && (
        <Chip about={t`Take with you:`} onClick={() => onSelect(thing.bring ?? "")}>
          <span className="cut">{thing.bring}</span>
        </Chip>
      )}
      {(thing.kind === "reminder" || thing.kind === "event") && (
        <Chip about={t`How often:`} onClick={() => onSelect(thing.heard)}>
          <span className="begins">{rule ?? t`Once`}</span>
        </Chip>
      )}
    </>
  );
}

/** One chip for each of several things. */
function OfSeveral({ thing, onSelect, onWhen }: One) {
  const { title, when_words: when, rule_words: rule } = thing;
  const timed = when !== null && thing.heard !== "";
  return (
    <Chip kind={look(thing)} aria-haspopup={timed ? "dialog" : undefined} onClick={() => (timed ? onWhen(thing) : onSelect(title))}>
      <span className="cut">{title}</span>
      {when && <span className="k">{when}</span>}
      {rule && <span className="k">{rule}</span>}
    </Chip>
  );
}

const look = ({ sure }: Understood) => (sure ? "understood" : "ask");
const canHaveTime = ({ kind }: Understood) => kind === "reminder" || kind === "event" || kind === "task";
