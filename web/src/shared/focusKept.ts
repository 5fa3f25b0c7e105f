import { useEffect, useRef } from "react";

/**
 * For the place in which it stands: when what had the focus goes away, the heading of what it stood in takes it.
 * Otherwise somebody without a mouse, or who listens, is thrown back to the beginning of everything by their own press.
 */
export function useFocusKept<Place extends HTMLElement>() {
  const place = useRef<Place>(null);
  useEffect(() => {
    const here = place.current;
    if (!here) return undefined;
    let line: Element[] = [];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = (event: FocusEvent) => {
      line = event.target instanceof Element ? upwards(event.target, here) : [];
    };
    const watch = new MutationObserver(() => {
      if (line[0]?.isConnected !== false) return;
      const left = line.filter((one) => one.isConnected);
      line = [];
      // What comes in its place may ask for the focus itself, and is heard first.
      waiting = setTimeout(() => {
        if (document.activeElement === document.body) focusHeading(left);
      });
    });
    here.addEventListener("focusin", remember);
    watch.observe(here, { childList: true, subtree: true });
    return () => {
      here.removeEventListener("focusin", remember);
      watch.disconnect();
      clearTimeout(waiting);
    };
  }, []);
  return place;
}

function upwards(from: Element, to: Element): Element[] {
  const line = [];
  for (let one: Element | null = from; one && one !== to.parentElement; one = one.parentElement) line.push(one);
  return line;
}

function focusHeading(places: readonly Element[]) {
  const heading = places.map((one) => one.querySelector<HTMLElement>("h1, h2, h3")).find((one) => one !== null);
  if (!heading) return;
  // It stays: a dialog that opens now gives the focus back to it.
  heading.tabIndex = -1;
  heading.focus();
}
