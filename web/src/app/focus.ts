import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * After going to another page, focus stands at its beginning, so that a screen reader and the Tab key start there; or at
 * the part of it that was asked for.
 */
export function useFocusOnArrival() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, toLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const part = toLocation.hash ? document.getElementById(toLocation.hash) : null;
        if (part) part.focus();
        else document.getElementById("main")?.focus({ preventScroll: true });
      }),
    [router],
  );
}
