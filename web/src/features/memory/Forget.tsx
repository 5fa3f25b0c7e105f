import { Trans, useLingui } from "@lingui/react/macro";
import { Quoted } from "../../shared/Quoted";
import { Button } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useForget, type Memory } from "./api";

/** Asks once before a memory goes for good. */
export function Forget({ memory, onClose }: { memory: Memory; onClose: () => void }) {
  const { t } = useLingui();
  const forget = useForget();
  return (
    <Dialog open onOpenChange={onClose} title={t`Forget this for good?`} about={t`It goes from here and from every search. This can't be undone.`} sheet>
      <p className="forgotten-words">
        <Quoted words={memory.text} />
      </p>
      <WhatGoes />
      {forget.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. It is still kept.</Trans>
        </p>
      )}
      <div className="row">
        <Button kind="grave" busy={forget.isPending} onClick={() => forget.mutate(memory.id, { onSuccess: onClose })}>
          <Trans>Forget it</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Keep it</Trans>
        </Button>
      </div>
    </Dialog>
  );
}

/** The same for one and for many. */
export function WhatGoes() {
  return (
    <ul className="small quiet goes">
      <li>
        <Trans>What goes: the words, their copies in the conversation, and what I know from them alone.</Trans>
      </li>
      <li>
        <Trans>What stays: your reminders, your list, and what you wrote yourself about you.</Trans>
      </li>
    </ul>
  );
}
