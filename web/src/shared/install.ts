import { useSyncExternalStore } from "react";

/** Chromium's offer to install, which no type library knows yet. */
type InstallOffer = Event & { prompt: () => Promise<unknown> };

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

function change(next: InstallOffer | null) {
  offer = next;
  for (const listener of listeners) listener();
}

// The browser offers once, soon after the page opens: long before anyone looks for the button.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  change(event as InstallOffer);
});
addEventListener("appinstalled", () => change(null));

/** How to install, if this browser can and hasn't yet. */
export function useInstall(): (() => Promise<void>) | null {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
  );
  if (!current) return null;
  return async () => {
    await current.prompt();
    change(null);
  };
}
