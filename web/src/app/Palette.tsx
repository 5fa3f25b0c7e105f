import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState, type KeyboardEvent } from "react";
import { Dialog } from "../shared/ui/Dialog";
import { Input } from "../shared/ui/Field";
import { hiddenPlaces, morePlaces, places } from "./places";

type Way = { id: string; name: string; go: () => Promise<void> };

/** Type where to go, or what to look for in memory. A combobox: arrows move, Enter goes. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const wanted = words.trim();
  const ways: Way[] = [...places, ...morePlaces, ...(wanted ? hiddenPlaces : [])]
    .map((place) => ({ id: place.to, name: i18n._(place.name), go: () => navigate({ to: place.to }) }))
    .filter((way) => way.name.toLowerCase().includes(wanted.toLowerCase()));
  if (wanted) {
    ways.push({
      id: "memory-search",
      name: t`Look for “${wanted}” in your memory`,
      go: () => navigate({ to: "/memory", search: { q: wanted } }),
    });
  }
  const current = ways[Math.min(at, ways.length - 1)];
  const take = (way: Way | undefined) => {
    if (!way) return;
    onClose();
    void way.go();
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) setAt((index) => (index + step + ways.length) % ways.length);
    else if (event.key === "Enter") take(current);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t`Find or go`} titleHidden>
      <Input
        role="combobox"
        aria-label={t`Find or go`}
        aria-expanded="true"
        aria-controls="ways"
        aria-activedescendant={current && `way-${current.id}`}
        placeholder={t`Where to, or what to look for`}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <ul className="ways" id="ways" role="listbox" aria-label={t`Ways`}>
        {ways.map((way) => (
          // The keyboard acts through the combobox above; the list itself is only for pointers.
          <li key={way.id} id={`way-${way.id}`} role="option" aria-selected={way === current} onPointerUp={() => take(way)}>
            {way.name}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
