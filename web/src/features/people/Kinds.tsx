import { nameOfKind } from "./words";

type Props = { legend: string; kinds: readonly string[]; chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** Which kinds of things somebody may see. */
export function Kinds({ legend, kinds, chosen, onChange }: Props) {
  const flip = (kind: string, yes: boolean) => onChange(yes ? [...chosen, kind] : chosen.filter((other) => other !== kind));
  return (
    <fieldset className="options">
      <legend>{legend}</legend>
      {kinds.map((kind) => (
        <label key={kind} className="option">
          <input type="checkbox" checked={chosen.includes(kind)} onChange={(event) => flip(kind, event.target.checked)} />
          {nameOfKind(kind)}
        </label>
      ))}
    </fieldset>
  );
}
