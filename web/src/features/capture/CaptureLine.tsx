import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from "react";
import { Button, Input, LinkButton } from "../../shared/ui";
import { hearWords } from "../../shared/words";
import { zoneHere } from "../../shared/zone";
import { Refused } from "./Refused";
import { SaidBar, type Said } from "./SaidBar";
import { withTime } from "./times";
import { UnderstoodChips } from "./UnderstoodChips";
import { outbox, useSending } from "./useOutbox";
import { useUnderstood, type Understood } from "./useUnderstood";
import { WhenSheet } from "./WhenSheet";

/** The one line that is always in reach. Enter saves; what became of it stands in its place until the next word. */
export function CaptureLine() {
  const { t } = useLingui();
  const talking = useLocation().pathname === "/chat";
  const { thread } = useSearch({ strict: false });
  const [text, setText] = useState("");
  const [said, setSaid] = useState<Said>();
  const [trouble, setTrouble] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [timing, setTiming] = useState<Understood>();
  const found = useUnderstood(text).filter(worthShowing);
  useSending();
  useInSight(input, found.length);
  const [insteadOf, setInsteadOf] = useState<string>();
  const write = useCallback((words: string) => {
    setSaid(undefined);
    setText(words);
    input.current?.focus();
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (!words) return input.current?.focus();
    setText("");
    setInsteadOf(undefined);
    await send(words, insteadOf);
  };
  const send = async (words: string, instead_of?: string) => {
    setTrouble(false);
    const id = crypto.randomUUID();
    setSaid({ id, text: words });
    try {
      await outbox.say({ id, text: words, time_zone: zoneHere(), conversation_id: talking ? thread : undefined, instead_of });
    } catch {
      // Storage is full or forbidden: nothing is lost as long as the words stand in the line.
      setSaid(undefined);
      setText(words);
      setInsteadOf(instead_of);
      setTrouble(true);
    }
  };
  useEffect(() =>
    hearWords(({ words, insteadOf: place, atOnce }) => {
      if (atOnce) {
        void send(words, place);
        return;
      }
      setInsteadOf(place);
      write(words);
    }),
  );
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    setSaid(undefined);
    input.current?.blur();
  };
  const select = (words: string) => {
    const line = input.current;
    const at = words ? text.toLowerCase().indexOf(words.toLowerCase()) : -1;
    line?.focus();
    if (at >= 0) line?.setSelectionRange(at, at + words.length);
  };
  const askWhen = (thing: Understood) => {
    // The sheet gives focus back to where it was: the line, whose chips may be others by then.
    input.current?.focus();
    setTiming(thing);
  };
  const take = (words: string) => {
    if (timing) write(withTime(text, timing, words));
    setTiming(undefined);
  };
  const described = [trouble && "capture-trouble", found.length > 0 && "understood"].filter(Boolean).join(" ");
  const covered = said !== undefined && !talking && text === "";

  return (
    <>
      <form className="capture" aria-label={t`Capture`} onSubmit={(event) => void submit(event)}>
        <Refused onChange={write} />
        {trouble && (
          <p className="err-line" role="alert" id="capture-trouble">
            <Trans>Not saved: this browser has no room for it. Your words are still in the line.</Trans>
          </p>
        )}
        {insteadOf && (
          <p className="small quiet">
            <Trans>This is said in place of what you said before. What that did is taken back.</Trans>{" "}
            <LinkButton
              quiet
              onClick={() => {
                setInsteadOf(undefined);
                write("");
              }}
            >
              <Trans>Leave it as it was</Trans>
            </LinkButton>
          </p>
        )}
        <UnderstoodChips found={found} onSelect={select} onWhen={askWhen} />
        <div className={`box ${covered ? "covered" : ""}`}>
          <label className="vh" htmlFor="capture">
            {talking ? t`Write to Cairn` : t`Tell me anything`}
          </label>
          <Input
            id="capture"
            ref={input}
            autoComplete="off"
            enterKeyHint="done"
            maxLength={10_000}
            placeholder={talking ? t`Ask, or say it once` : t`Say it once`}
            aria-describedby={described || undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={leave}
          />
          {!covered && (
            <Button kind="soft" type="submit">
              {talking ? t`Send` : t`Save`}
            </Button>
          )}
          {said && !talking && <SaidBar key={said.id} said={said} hidden={!covered} onChange={write} onClose={() => setSaid(undefined)} />}
        </div>
        <p className="keys small quiet">
          <kbd>Enter</kbd> <Trans>saves</Trans> &nbsp; <kbd>c</kbd> <Trans>from anywhere</Trans> &nbsp; <kbd>Ctrl K</kbd> <Trans>find</Trans>
        </p>
      </form>
      {timing && <WhenSheet title={timing.title} onPick={take} onClose={() => setTiming(undefined)} />}
    </>
  );
}

/** A thought is kept as it is, and a question is answered: there is nothing in them to put right beforehand. */
const worthShowing = ({ kind }: Understood, _: number, all: readonly Understood[]) =>
  kind === "reminder" || kind === "event" || kind === "task" || kind === "memory" || (kind === "thought" && all.length > 1);

/** Magnified, the line stands in the page: what was understood comes above it and would push it out of sight. */
function useInSight(line: RefObject<HTMLInputElement | null>, chips: number) {
  useEffect(() => {
    if (chips === 0) return;
    const { current } = line;
    const room = document.documentElement.clientHeight;
    if (current && current === document.activeElement && current.getBoundingClientRect().bottom > room) current.scrollIntoView({ block: "nearest" });
  }, [line, chips]);
}
