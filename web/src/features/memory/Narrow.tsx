import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "../../shared/ui";
import type { Asked, Kind, Time } from "./asked";

type Props = { asked: Asked; onChange: (change: Partial<Asked>) => void };

/** Less than everything: a kind, a time. Folded away, its line says what holds now. */
export function Narrow({ asked, onChange }: Props) {
  const { t } = useLingui();
  const kinds: [Kind, string][] = [
    ["episode", t`Told`],
    ["note", t`Notes`],
    ["thought", t`Thoughts`],
    ["question", t`Questions`],
    ["pinned", t`Pinned`],
  ];
  if (!asked.q) kinds.push(["aside", t`Set aside`]);
  const times: [Time, string][] = [
    ["week", t`Last 7 days`],
    ["month", t`Last 30 days`],
    ["year", t`Last year`],
  ];
  const kind = kinds.find(([one]) => one === asked.kind)?.[1];
  const time = times.find(([one]) => one === asked.time)?.[1];
  const past = asked.past && t`also what is no longer true`;
  const narrowed = Boolean(kind ?? time ?? past);
  const told = [kind ?? t`Everything`, time ?? (narrowed ? undefined : t`from any time`), past].filter(Boolean).join(", ");
  return (
    <details className="fold narrow">
      <summary>{told}</summary>
      <div className="narrow-choices">
        <Choices label={t`Kind`} all={t`Everything`} choices={kinds} at={asked.kind} onChoose={(one) => onChange({ kind: one })} />
        <Choices label={t`Time`} all={t`Any time`} choices={times} at={asked.time} onChoose={(one) => onChange({ time: one })} />
        {asked.q && (
          <label className="check">
            <input type="checkbox" checked={asked.past ?? false} onChange={(event) => onChange({ past: event.target.checked || undefined })} />
            <Trans>Also what is no longer true</Trans>
          </label>
        )}
        {narrowed && (
          <LinkButton quiet onClick={() => onChange({ kind: undefined, time: undefined, past: undefined })}>
            <Trans>Show everything again</Trans>
          </LinkButton>
        )}
      </div>
    </details>
  );
}

type ChoicesProps<One extends string> = {
  label: string;
  /** What no choice means. */
  all: string;
  choices: [One, string][];
  at: One | undefined;
  onChoose: (one: One | undefined) => void;
};

function Choices<One extends string>({ label, all, choices, at, onChoose }: ChoicesProps<One>) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {([[undefined, all], ...choices] as [One | undefined, string][]).map(([one, name]) => (
        <button key={name} type="button" className="chip chip-line" aria-pressed={one === at} onClick={() => onChoose(one)}>
          {name}
        </button>
      ))}
    </div>
  );
}
