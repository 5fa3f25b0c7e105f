import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";

/** Two places of the frame that a page may fill with its own: the side on a desk, and the dock at the lower edge. */
export type SlotName = "side" | "dock";

type Slot = { element: HTMLElement | null; claims: number; claim: () => () => void };

export const SlotContext = createContext<Record<SlotName, Slot> | null>(null);

/** Puts its children into the frame's slot, instead of what stands there by default, for as long as it is mounted. */
export function Fill({ slot, children }: { slot: SlotName; children: ReactNode }) {
  const own = useContext(SlotContext)?.[slot];
  const claim = own?.claim;
  useEffect(() => claim?.(), [claim]);
  return own?.element ? createPortal(children, own.element) : null;
}

/** The state of one slot, for the frame, and what takes its element. */
export function useSlot(): [slot: Slot, attach: (element: HTMLElement | null) => void] {
  const [element, attach] = useState<HTMLElement | null>(null);
  const [claims, setClaims] = useState(0);
  const [claim] = useState(() => () => {
    setClaims((count) => count + 1);
    return () => setClaims((count) => count - 1);
  });
  return [{ element, claims, claim }, attach];
}
