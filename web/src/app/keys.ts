import { useNavigate } from "@tanstack/react-router";
import { startTransition, useEffect, useState } from "react";

export type Overlay = "palette" | "keys" | null;

/** The capture line's input carries this id, whichever feature draws it. */
const captureId = "capture";

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

/** The keys that work everywhere: c, n, /, ?, Ctrl K. Plain letters stay letters while someone types. */
export function useKeys() {
  const navigate = useNavigate();
  const [open, setOpen] = useState<Overlay>(null);
  useEffect(() => {
    // As a transition: React would keep an empty fallback up for 300 ms, and the first letters typed would miss the box.
    const show = (overlay: Overlay) => startTransition(() => setOpen(overlay));
    const act = (key: string): boolean => {
      if (key === "c") document.getElementById(captureId)?.focus();
      else if (key === "n") void navigate({ to: "/now" });
      else if (key === "/") show("palette");
      else if (key === "?") show("keys");
      else return false;
      return true;
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const find = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (find) {
        event.preventDefault();
        show("palette");
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !document.querySelector("[data-modal]")) {
        if (act(event.key)) event.preventDefault();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [navigate]);
  return { open, setOpen };
}
