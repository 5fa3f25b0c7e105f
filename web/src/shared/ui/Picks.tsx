import { useId } from "react";

type Props<Name extends string> = {
  label: string;
  /** In order, each with its word. */
  names: Record<Name, string>;
  picked: Name | undefined;
  onPick: (name: Name) => void;
};

/** A few words in a row, of which one is so. */
export function Picks<Name extends string>({ label, names, picked, onPick }: Props<Name>) {
  const id = useId();
  return (
    <div className="how-group" role="group" aria-labelledby={id}>
      <p id={id} className="how-label">
        {label}
      </p>
      <div className="how-row">
        {(Object.entries(names) as [Name, string][]).map(([name, word]) => (
          <button key={name} type="button" className="how-word" aria-pressed={name === picked} onClick={() => onPick(name)}>
            {word}
          </button>
        ))}
      </div>
    </div>
  );
}
