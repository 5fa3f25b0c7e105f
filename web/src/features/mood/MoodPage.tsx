import "../../styles/reviews.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { HowAreYou, useMoodWords, type Said } from "../../shared/HowAreYou";
import { Button, Field, LinkButton, Page } from "../../shared/ui";
import { clock } from "../../shared/when";
import { latelyQuery, useRemove, useSay, type Entry } from "./api";
import { Earlier } from "./Earlier";
import { Weeks } from "./Weeks";

/** How are you: two taps, and what the last weeks show. */
export function MoodPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Mood and energy`}>
      <div className="head">
        <h1>
          <Trans>How are you?</Trans>
        </h1>
        <p className="quiet">
          <Trans>Two taps; one is enough. Only you see it.</Trans>
        </p>
      </div>
      <Now />
      <Weeks />
      <Earlier />
    </Page>
  );
}

function Now() {
  const { t } = useLingui();
  const [entry, setEntry] = useState<Entry>();
  const [said, setSaid] = useState<Said>({});
  const [note, setNote] = useState("");
  const say = useSay();
  const remove = useRemove();
  const wanted = useRef<Said>({});
  // A tap made while the one before is still on its way goes after it, into the same entry.
  const send = (to: Entry | undefined, what: Said) =>
    say.mutate(
      { entry: to, said: what },
      {
        onSuccess: (kept) => {
          setEntry(kept);
          if (wanted.current !== what) send(kept, wanted.current);
        },
      },
    );
  const keep = (next: Said) => {
    wanted.current = next;
    setSaid(next);
    if (!say.isPending) send(entry, next);
  };
  const undo = () => {
    if (entry) remove.mutate(entry);
    setEntry(undefined);
    setSaid({});
    setNote("");
  };
  return (
    <>
      <HowAreYou said={said} onSay={keep} />
      <div role="status" className="last">
        {entry && !say.isError && <Noted entry={entry} onUndo={undo} />}
        {say.isError && (
          <p className="err-line">
            <Trans>That didn't go through just now. Tap once more.</Trans>
          </p>
        )}
      </div>
      {entry && (
        <form
          className="mt-4 grid justify-items-start gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            say.mutate({ entry, note }, { onSuccess: setEntry });
          }}
        >
          <Field label={t`A few words, if you like`} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          <Button type="submit" busy={say.isPending}>
            <Trans>Keep the words</Trans>
          </Button>
        </form>
      )}
      <Counts />
    </>
  );
}

function Noted({ entry, onUndo }: { entry: Entry; onUndo: () => void }) {
  const words = useEntryWords()(entry);
  return (
    <p className="quiet">
      <Trans>Noted: {words}.</Trans>{" "}
      <LinkButton onClick={onUndo}>
        <Trans>Undo</Trans>
      </LinkButton>
    </p>
  );
}

/** What the machine goes by, it shows. */
function Counts() {
  const { data } = useQuery(latelyQuery);
  const { energies } = useMoodWords();
  if (!data?.energy || !data.until) return null;
  const energy = energies[data.energy].toLowerCase();
  const until = clock(data.until);
  return (
    <p className="quiet mt-4">
      <Trans>
        Until {until}, what comes next goes by this energy: {energy}.
      </Trans>
    </p>
  );
}

export function useEntryWords(): (entry: Pick<Entry, "mood" | "energy">) => string {
  const { t } = useLingui();
  const { moods, energies } = useMoodWords();
  return ({ mood, energy }) => {
    const level = energy && energies[energy].toLowerCase();
    return [mood && moods[mood], level && t`energy: ${level}`].filter(Boolean).join(", ");
  };
}
