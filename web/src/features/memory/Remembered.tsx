import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { afterwards, useFocusAgain } from "../../shared/inPlace";
import { Quoted } from "../../shared/Quoted";
import { LinkButton, Quote, toast } from "../../shared/ui";
import { date } from "../../shared/when";
import { usePatch, type Memory } from "./api";
import { Around } from "./Around";
import { Correct } from "./Correct";
import { Forget } from "./Forget";
import { Known } from "./Known";
import { Source } from "./Source";

type Props = {
  memory: Memory;
  /** From when to when it is true, why it was found, what it replaced. */
  about?: ReactNode;
  /** What is known from it and was said around it already stands under it. */
  whole?: boolean;
};

/** One memory in its own words, with who said it and when, and everything that can be done with it. */
export function Remembered({ memory, about, whole }: Props) {
  const [doing, setDoing] = useState<"correct" | "corrected" | "forget">();
  const [why, setWhy] = useState(false);
  const until = memory.closed_at && date(memory.closed_at);
  if (doing === "correct") return <Correct memory={memory} onClose={() => setDoing("corrected")} />;
  return (
    <>
      <Quote
        source={<Source memory={memory} />}
        valid={about ?? (until && <Trans>True until {until}</Trans>)}
        pinned={memory.pinned_at !== null}
        past={memory.closed_at !== null || memory.set_aside_at !== null}
        acts={
          <>
            <Acts memory={memory} back={doing === "corrected"} onCorrect={() => setDoing("correct")} onForget={() => setDoing("forget")} />
            {!whole && (
              <LinkButton className="act" aria-expanded={why} onClick={() => setWhy(!why)}>
                <Trans>Why</Trans>
                <span className="vh">
                  {" "}
                  <Quoted words={memory.text} />
                </span>
              </LinkButton>
            )}
          </>
        }
      >
        <Quoted words={memory.text} />
      </Quote>
      {why && (
        <div className="why-part">
          <Known memoryId={memory.id} />
          <Around memoryId={memory.id} />
        </div>
      )}
      {doing === "forget" && <Forget memory={memory} onClose={() => setDoing(undefined)} />}
    </>
  );
}

type ActsProps = {
  memory: Memory;
  /** Somebody comes back from correcting: what they pressed has the focus again. */
  back: boolean;
  onCorrect: () => void;
  onForget: () => void;
};

function Acts({ memory, back, onCorrect, onForget }: ActsProps) {
  const { t } = useLingui();
  const patch = usePatch(memory.id);
  // What was asked for shows at once; a refusal turns it back and says so.
  const asked = patch.isPending ? patch.variables : undefined;
  const pinned = asked?.pinned ?? memory.pinned_at !== null;
  const aside = asked?.set_aside ?? memory.set_aside_at !== null;
  const name = (
    <span className="vh">
      {" "}
      <Quoted words={memory.text} />
    </span>
  );
  const correct = useFocusAgain(back);
  const setAside = () => {
    const undo = () => patch.mutate({ set_aside: false });
    const told = t`Set aside. It is kept, and left out of what I find.`;
    void afterwards(patch.mutateAsync({ set_aside: true }), () => toast({ id: memory.id, text: told, act: { label: t`Undo`, run: undo } }));
  };
  return (
    <>
      <LinkButton className="act" onClick={() => patch.mutate({ pinned: !pinned })}>
        {pinned ? <Trans>Unpin</Trans> : <Trans>Pin</Trans>}
        {name}
      </LinkButton>
      <LinkButton className="act" ref={correct} onClick={onCorrect}>
        <Trans>Correct</Trans>
        {name}
      </LinkButton>
      <LinkButton className="act" onClick={aside ? () => patch.mutate({ set_aside: false }) : setAside}>
        {aside ? <Trans>Use again</Trans> : <Trans>Set aside</Trans>}
        {name}
      </LinkButton>
      <LinkButton className="act" onClick={onForget}>
        <Trans>Forget</Trans>
        {name}
      </LinkButton>
      {patch.isError && (
        <p className="err-line small" role="alert">
          <Trans>That didn't work just now. It is as it was.</Trans>
        </p>
      )}
    </>
  );
}
