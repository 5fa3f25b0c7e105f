import { lazy, Suspense, useEffect, useState } from "react";
import { proveBy } from "../api/proof";

const StepUp = lazy(() => import("../features/factors/StepUp").then((found) => ({ default: found.StepUp })));

/** Asks for a proof when the server wants one before what a page is about to do, and says how it ended. */
export function Proving() {
  const [answer, setAnswer] = useState<(proven: boolean) => void>();
  useEffect(() => proveBy(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  const end = (proven: boolean) => {
    setAnswer(undefined);
    answer(proven);
  };
  return (
    <Suspense>
      <StepUp onEnd={end} />
    </Suspense>
  );
}
