import { Trans } from "@lingui/react/macro";
import { useEffect, useState, type ReactNode } from "react";
import type { Strength } from "./strength";

const load = () => import("./strength");
/** Long enough to type on without the words below changing at every key. */
const PAUSE_MS = 400;

const steps: Record<Strength, number> = { short: 1, easy: 1, good: 2, strong: 3 };

/** Says in words how hard a password is to guess. What measures it comes only once somebody types. */
export function StrengthLine({ password, about }: { password: string; about: string[] }) {
  const strength = useStrength(password, about);
  const words: Record<Strength, ReactNode> = {
    short: <Trans>A little longer: eight characters or more.</Trans>,
    easy: <Trans>Still easy to guess. Another word helps most.</Trans>,
    good: <Trans>Good.</Trans>,
    strong: <Trans>Very hard to guess.</Trans>,
  };
  return (
    <p className="strength" role="status">
      {strength && (
        <>
          <span className="strength-steps" data-steps={steps[strength]} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {words[strength]}
        </>
      )}
    </p>
  );
}

function useStrength(password: string, about: string[]): Strength | undefined {
  const [strength, setStrength] = useState<Strength>();
  const known = about.join("\n");
  useEffect(() => {
    if (!password) return undefined;
    let gone = false;
    const pause = setTimeout(() => {
      void load()
        .then(({ strengthOf }) => gone || setStrength(strengthOf(password, known.split("\n"))))
        // The server measures it in any case.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(pause);
    };
  }, [password, known]);
  return password ? strength : undefined;
}
