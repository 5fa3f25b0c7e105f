import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { afterwards } from "../../shared/inPlace";
import { Button, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useForgetMany, type Many, type Memory } from "./api";
import { WhatGoes } from "./Forget";

type Way = { name: string; many: Many };
type Props = { chosen: readonly Memory[]; onClose: () => void; onDone: () => void };

/** Two steps: how much goes, then the question that can't be taken back. */
export function ForgetMany({ chosen, onClose, onDone }: Props) {
  const { t } = useLingui();
  const ways = useWays(chosen);
  const [at, setAt] = useState(0);
  const [sure, setSure] = useState(false);
  const way = ways[at];
  if (!way) return null;
  if (sure) return <Sure way={way} onClose={onClose} onDone={onDone} />;
  return (
    <Dialog open onOpenChange={onClose} title={t`How much should go?`} about={t`Nothing goes yet.`} sheet>
      <fieldset className="options options-tall">
        <legend className="vh">
          <Trans>How much should go?</Trans>
        </legend>
        {ways.map(({ name }, index) => (
          <label key={name} className="option">
            <input type="radio" name="how-much" checked={index === at} onChange={() => setAt(index)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="row">
        <Button onClick={() => setSure(true)}>
          <Trans>Go on</Trans>
        </Button>
        <Button kind="soft" onClick={onClose}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </Dialog>
  );
}

function Sure({ way: { name, many }, onClose, onDone }: { way: Way; onClose: () => void; onDone: () => void }) {
  const { t } = useLingui();
  const forget = useForgetMany();
  const gone = ({ forgotten }: { forgotten: number }) => {
    toast({ id: "forgotten", text: t`${plural(forgotten, { 0: "There was nothing left to forget.", one: "# memory is forgotten.", other: "# memories are forgotten." })}` });
    onDone();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t`Forget this for good?`} about={t`It goes from here and from every search. This can't be undone.`} sheet>
      <p>{name}</p>
      <WhatGoes />
      {forget.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. All of it is still kept.</Trans>
        </p>
      )}
      <div className="row">
        <Button kind="grave" busy={forget.isPending} onClick={() => void afterwards(forget.mutateAsync(many), gone)}>
          <Trans>Forget all of it</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Keep it</Trans>
        </Button>
      </div>
    </Dialog>
  );
}

/** The ticked ones; all that came the same way; everything. */
function useWays(chosen: readonly Memory[]): Way[] {
  const { t } = useLingui();
  const count = chosen.length;
  const ways: Way[] = [];
  if (count > 0) {
    const name = t`${plural(count, { one: "The one you ticked", other: "The # you ticked" })}`;
    ways.push({ name, many: { ids: chosen.map(({ id }) => id) } });
  }
  const conversation = shared(chosen.map((memory) => memory.conversation));
  if (conversation) ways.push({ name: t`All of the conversation it was said in`, many: { conversation } });
  const source = shared(chosen.map((memory) => beginningOf(memory.source_ref)));
  if (source === "message:") ways.push({ name: t`Everything you said in the chat`, many: { source } });
  else if (source) {
    const from = source.slice(0, -1);
    ways.push({ name: t`Everything that came from “${from}”`, many: { source } });
  }
  ways.push({ name: t`Everything I remember`, many: { everything: true } });
  return ways;
}

/** What all have, if all have the same. */
function shared(values: readonly (string | null | undefined)[]): string | undefined {
  const [first] = values;
  return first && values.every((value) => value === first) ? first : undefined;
}

/** "message:0190…" begins with "message:". */
function beginningOf(source: string | null): string | undefined {
  const end = source?.indexOf(":") ?? -1;
  return end > 0 ? source?.slice(0, end + 1) : undefined;
}
