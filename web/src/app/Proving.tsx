import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { proveBy, type Wanted } from "../api/proof";

const StepUp = lazy(() => import("../features/factors/StepUp").then((found) => ({ default: found.StepUp })));

type Asked = { wanted: Wanted; answer: (proven: boolean) => void };

/** Asks for a proof when the server wants one before what a page is about to do or show, and says how it ended. */
export function Proving() {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  useEffect(
    () =>
      proveBy(async (wanted) => {
        if (wanted === "second") {
          const { hasSecondStep } = await import("../features/factors/api");
          // Who has none is told so by the page: there is nothing here that they could show.
          if (!(await hasSecondStep(queries))) return false;
        }
        return new Promise<boolean>((answer) => setAsked({ wanted, answer }));
      }),
    [queries],
  );
  if (!asked) return null;
  const end = (proven: boolean) => {
    setAsked(undefined);
    asked.answer(proven);
  };
  return (
    <Suspense>
      <StepUp wanted={asked.wanted} onEnd={end} />
    </Suspense>
  );
}
