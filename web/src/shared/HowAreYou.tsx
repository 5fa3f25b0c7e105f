import { useLingui } from "@lingui/react/macro";
import { Picks } from "./ui/Picks";

export type Mood = "great" | "good" | "okay" | "flat" | "rough";
export type Energy = "low" | "medium" | "high";
export type Said = { mood?: Mood | undefined; energy?: Energy | undefined };

export function useMoodWords(): { moods: Record<Mood, string>; energies: Record<Energy, string> } {
  const { t } = useLingui();
  return {
    moods: { great: t`Great`, good: t`Good`, okay: t`Okay`, flat: t`Flat`, rough: t`Rough` },
    energies: { low: t`Low`, medium: t`Some`, high: t`Lots` },
  };
}

type Props = { said: Said; onSay: (said: Said) => void };

/** Two taps: how much energy, which mood. Either alone is enough, and each counts at once. */
export function HowAreYou({ said, onSay }: Props) {
  const { t } = useLingui();
  const { moods, energies } = useMoodWords();
  return (
    <div className="how">
      <Picks label={t`Energy`} names={energies} picked={said.energy} onPick={(energy) => onSay({ ...said, energy })} />
      <Picks label={t`Mood`} names={moods} picked={said.mood} onPick={(mood) => onSay({ ...said, mood })} />
    </div>
  );
}
