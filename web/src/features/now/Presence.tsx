import { useEffect } from "react";
import { useNow } from "../../shared/useNow";
import { wasHere } from "./absence";

/** Notes on every page that somebody is here: who only talks for days was not away. Shows nothing. */
export function Presence() {
  const now = useNow();
  useEffect(() => wasHere(now), [now]);
  return null;
}
