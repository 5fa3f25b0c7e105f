import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { deliveriesQuery, useSeen, type Reminder } from "./api";

/**
 * Says "seen" of a reminder's delivery to the page once its card was really on a visible screen: a tab in the
 * background has shown nothing to anybody.
 */
export function useShown(reminder: Reminder) {
  const { data: deliveries = [] } = useQuery(deliveriesQuery(reminder.id));
  const { mutate } = useSeen();
  const [element, shown] = useState<HTMLElement | null>(null);
  const told = useRef(new Set<string>());
  const visible = useVisible(element);
  const unseen = deliveries.find(({ channel, state }) => channel === "page" && (state === "queued" || state === "sent"))?.id;
  useEffect(() => {
    if (!visible || !unseen || told.current.has(unseen)) return;
    told.current.add(unseen);
    mutate(unseen, { onError: () => told.current.delete(unseen) });
  }, [visible, unseen, mutate]);
  return shown;
}

function useVisible(element: HTMLElement | null): boolean {
  const [inView, setInView] = useState(false);
  const [onScreen, setOnScreen] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setOnScreen(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  useEffect(() => {
    if (!element) return undefined;
    const watch = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? false));
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return inView && onScreen;
}
