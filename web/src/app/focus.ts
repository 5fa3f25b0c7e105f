import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * After going to another page, focus stands at its beginning, so that a screen reader and the Tab key start there; or at
 * the part of it that was asked for. Who has begun to write while the page came keeps the place: no letter is lost.
 */
export function useFocusOnArrival() {
  const router = useRouter();
  useEffect(() => {
    let before = document.activeElement;
    const left = router.subscribe("onBeforeNavigate", () => void (before = document.activeElement));
    const came = router.subscribe("onRendered", ({ fromLocation, toLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged || (isWriting() && document.activeElement !== before)) return;
      const part = toLocation.hash ? document.getElementById(toLocation.hash) : null;
      if (part) part.focus();
      else document.getElementById("main")?.focus({ preventScroll: true });
    });
    return () => {
      left();
      came();
    };
  }, [router]);
}

const isWriting = () => document.activeElement?.matches("input, textarea") ?? false;
