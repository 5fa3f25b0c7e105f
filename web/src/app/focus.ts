import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** After going to another page, focus stands at its beginning, so that a screen reader and the Tab key start there. */
export function useFocusOnArrival() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) document.getElementById("main")?.focus({ preventScroll: true });
      }),
    [router],
  );
}
