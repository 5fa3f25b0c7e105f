import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { afterwards, useInPlace } from "../../shared/inPlace";
import { Area, Button, toast } from "../../shared/ui";
import { usePatch, type Memory } from "./api";

/** Puts the words of a memory right, in its place; Escape leaves them as they were. */
export function Correct({ memory, onClose }: { memory: Memory; onClose: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState(memory.text);
  const patch = usePatch(memory.id);
  const form = useInPlace(onClose);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (!words || words === memory.text) return onClose();
    const undo = () => patch.mutate({ text: memory.text });
    const done = () => {
      toast({ id: memory.id, text: t`Corrected. I go by the new words now.`, act: { label: t`Undo`, run: undo } });
      onClose();
    };
    void afterwards(patch.mutateAsync({ text: words }), done);
  };
  return (
    <form ref={form} className="correct" onSubmit={save}>
      <Area
        label={t`What should it say?`}
        rows={3}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={patch.isError && t`That didn't work just now. Your words are still here.`}
      />
      <div className="row">
        <Button kind="go" type="submit" busy={patch.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button kind="soft" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  );
}
