import { Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useState } from "react";
import { Quoted } from "../../shared/Quoted";
import { Button } from "../../shared/ui";
import type { Memory } from "./api";
import { ForgetMany } from "./ForgetMany";
import { Source } from "./Source";

/** Several memories to tick, and a way to let them go together. */
export function Choosing({ memories, onClose }: { memories: readonly Memory[]; onClose: () => void }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const those = memories.filter((memory) => chosen.has(memory.id));
  const count = those.length;
  const flip = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <p className="quiet">
        <Trans>Tick what should go. Nothing goes before you said so twice.</Trans>
      </p>
      <div className="chosen">
        <p className="small quiet" role="status">
          {t`${plural(count, { 0: "Nothing is ticked.", one: "# is ticked.", other: "# are ticked." })}`}
        </p>
        <div className="row">
          <Button onClick={() => setAsking(true)}>
            <Trans>Go on</Trans>
          </Button>
          <Button kind="soft" onClick={onClose}>
            <Trans>Forget nothing</Trans>
          </Button>
        </div>
      </div>
      <ul className="choosing" aria-label={t`What can go`}>
        {memories.map((memory) => (
          <li key={memory.id}>
            <label className="tick">
              <input type="checkbox" checked={chosen.has(memory.id)} onChange={() => flip(memory.id)} />
              <span>
                <Quoted words={memory.text} />
                <span className="src small quiet">
                  <Source memory={memory} />
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {asking && <ForgetMany chosen={those} onClose={() => setAsking(false)} onDone={onClose} />}
    </>
  );
}
