import "../../styles/memory.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Offline } from "../../shared/Offline";
import { Input, Page } from "../../shared/ui";
import type { Asked } from "./asked";
import { Everything } from "./Everything";
import { Narrow } from "./Narrow";
import { Question } from "./Question";
import { Reading } from "./Reading";
import { Results } from "./Results";

/** How long the person may pause before what they typed so far is looked up, in milliseconds. */
const pause = 300;

/** One box to search in; under it what was found, or else everything that was said. */
export function MemoryPage() {
  const { t } = useLingui();
  const asked = useSearch({ from: "/inside/memory" });
  const { q = "" } = asked;
  const navigate = useNavigate();
  const [words, setWords] = useState(q);
  const looked = useRef(q);
  useEffect(() => {
    // An address that came from elsewhere, the palette or the back button; our own is behind what is being typed.
    if (q !== looked.current) setWords(q);
    looked.current = q;
  }, [q]);
  const narrow = (change: Partial<Asked>) => void navigate({ to: "/memory", search: { ...asked, ...change }, replace: true });
  const look = (query: string) => {
    looked.current = query;
    narrow({ q: query || undefined });
  };
  useEffect(() => {
    const timer = setTimeout(() => words.trim() !== q && look(words.trim()), pause);
    return () => clearTimeout(timer);
  });
  return (
    <Page title={t`Memory`}>
      <div className="head">
        <h1>
          <Trans>Memory</Trans>
        </h1>
        <p>
          <Link className="link link-quiet" to="/memory/profile">
            <Trans>What I know about you</Trans>
          </Link>
        </p>
      </div>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          look(words.trim());
        }}
      >
        <label className="vh" htmlFor="memory-search">
          <Trans>Search your memory</Trans>
        </label>
        <Input
          id="memory-search"
          className="search"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          placeholder={t`What do you want to find again?`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
      <Narrow asked={asked} onChange={narrow} />
      <Offline />
      <Reading />
      {!q && <Question />}
      {q ? <Results asked={asked} /> : <Everything asked={asked} />}
    </Page>
  );
}
