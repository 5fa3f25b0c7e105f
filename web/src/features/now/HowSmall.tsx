import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, LinkButton } from "../../shared/ui";
import { useBreakDown, useSetSteps, type Breakdown, type Grain, type Step, type Task } from "./api";

/** How small the steps are to be: what is open makes room for them, and comes back with Undo. */
export function HowSmall({ task }: { task: Task }) {
  const { t } = useLingui();
  const breakDown = useBreakDown(task);
  const restore = useSetSteps(task);
  const [made, setMade] = useState<{ found: Breakdown; grain: Grain; before: Step[] }>();
  const grains: [Grain, string][] = [
    [1, t`A few large steps`],
    [2, t`A small start`],
    [3, t`No long ones`],
    [4, t`All small`],
    [5, t`Tiny`],
  ];
  const choose = (grain: Grain, library = true) => {
    const before = task.steps;
    breakDown.mutate({ grain, library }, { onSuccess: (found) => setMade({ found, grain, before: made?.before ?? before }) });
  };
  return (
    <fieldset className="options">
      <legend>{task.steps.length > 0 ? t`Other steps` : t`Steps, made for you`}</legend>
      {grains.map(([grain, name]) => (
        <Button key={grain} busy={breakDown.isPending && breakDown.variables.grain === grain} onClick={() => choose(grain)}>
          {name}
        </Button>
      ))}
      <p role="status" className="how-small">
        {made && !breakDown.isPending && (
          <>
            {told(made.found)}{" "}
            {made.found.procedure && (
              <>
                <LinkButton quiet onClick={() => choose(made.grain, false)}>
                  <Trans>Not that</Trans>
                </LinkButton>{" "}
              </>
            )}
            <LinkButton onClick={() => restore.mutate(made.before, { onSuccess: () => setMade(undefined) })}>
              <Trans>Undo</Trans>
            </LinkButton>
          </>
        )}
      </p>
      {(breakDown.isError || restore.isError) && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </fieldset>
  );

  function told(found: Breakdown): string {
    if (found.source === "model") return t`Written by the language model.`;
    return found.procedure ? t`As one does it: ${found.procedure}.` : t`Steps that fit anything.`;
  }
}
