import { useLingui } from "@lingui/react/macro";
import { LinkButton } from "../../shared/ui";
import type { Given } from "./api";

type Props = { given: Given; onChange: (given: Given) => void };

/** Says what there is, time or energy; pressed again, it no longer counts. */
export function Have({ given, onChange }: Props) {
  const { t } = useLingui();
  const choices: [string, Given, boolean][] = [
    [t`I have 15 min`, { minutes: 15 }, given.minutes === 15],
    [t`Low energy`, { energy: "low" }, given.energy === "low"],
  ];
  return choices.map(([name, one, on]) => (
    <LinkButton key={name} quiet aria-pressed={on} onClick={() => onChange(on ? {} : one)}>
      {name}
    </LinkButton>
  ));
}
