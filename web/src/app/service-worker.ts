import { msg } from "@lingui/core/macro";
import { i18n } from "../shared/i18n";
import { toast } from "../shared/ui/toasts";

/** Registers the service worker. A new version waits until the person says so; nothing reloads under their hands. */
export async function registerServiceWorker() {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // It fetches the whole shell: only once the first screen has what it needs.
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && navigator.serviceWorker.controller) offer(fresh);
    });
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => undefined); // Offline: next time.
  });
}

function offer(worker: ServiceWorker) {
  toast({
    id: "new-version",
    text: i18n._(msg`New version ready.`),
    act: {
      label: i18n._(msg`Reload`),
      run: () => {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        worker.postMessage("skip-waiting");
      },
    },
  });
}
