import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

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
    const act = (key: string): boolean => {
      if (key === "c") document.getElementById(captureId)?.focus();
      else if (key === "n") void navigate({ to: "/now" });
      else if (key === "/") setOpen("palette");
      else if (key === "?") setOpen("keys");
      else return false;
      return true;
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const find = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (find) {
        event.preventDefault();
        setOpen("palette");
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !document.querySelector("[data-modal]")) {
        if (act(event.key)) event.preventDefault();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [navigate]);
  return { open, setOpen };
}
