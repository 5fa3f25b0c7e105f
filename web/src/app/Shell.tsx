import { useLingui } from "@lingui/react/macro";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { onEvent } from "../api/events";
import { meQuery } from "../api/session";
import { CaptureLine } from "../features/capture/CaptureLine";
import { FocusStrip } from "../features/focus/FocusStrip";
import { Presence } from "../features/now/Presence";
import { DaySide } from "../features/today/DaySide";
import { localeOf, speak } from "../shared/i18n";
import { keepTelling } from "../shared/push";
import { liveIn } from "../shared/zone";
import { SlotContext, useSlot } from "../shared/slots";
import { followTheme } from "../shared/theme";
import { ConnectionState } from "./ConnectionState";
import { connectEvents } from "./events";
import { Brand, Rail, Tabs } from "./Navigation";
import { Waiting } from "./fallbacks";
import { useFocusOnArrival } from "./focus";
import { useKeys } from "./keys";
import { keepCurrent } from "./live";
import { Proving } from "./Proving";

const loadPalette = () => import("./Palette");
const Palette = lazy(loadPalette);
const KeysSheet = lazy(() => import("./KeysSheet"));

/** The frame around every page behind the sign-in: places, the page, the day at the side, the capture line at the lower edge. */
export function Shell() {
  const { t } = useLingui();
  const [side, attachSide] = useSlot();
  const [dock, attachDock] = useSlot();
  const slots = useMemo(() => ({ side, dock }), [side, dock]);
  const { open, setOpen } = useKeys();
  useFocusOnArrival();
  const signedIn = useSession();
  usePaletteAtHand();
  // On the way to the sign-in page there is nobody whose things could be shown.
  if (!signedIn) return <Waiting />;
  return (
    <SlotContext value={slots}>
      <Presence />
      <Proving />
      <a className="skip" href="#main">{t`Skip to the page`}</a>
      <div className="frame">
        <header className="top">
          <Brand size={28} />
          <ConnectionState />
        </header>
        <nav className="rail" aria-label={t`Places`}>
          <Brand size={32} />
          <Rail />
          <ConnectionState />
        </nav>
        <Outlet />
        <aside className="side" aria-label={t`Beside the page`} ref={attachSide}>
          {side.claims === 0 && (
            <Suspense>
              <DaySide />
            </Suspense>
          )}
        </aside>
        <div className="dock">
          <FocusStrip />
          <div ref={attachDock}>{dock.claims === 0 && <CaptureLine />}</div>
          <nav className="tabs" aria-label={t`Main places`}>
            <Tabs />
          </nav>
        </div>
      </div>
      <Suspense>
        {open === "palette" && <Palette onClose={() => setOpen(null)} />}
        {open === "keys" && <KeysSheet onClose={() => setOpen(null)} />}
      </Suspense>
    </SlotContext>
  );
}

/** Hears live events while somebody is signed in, speaks their language, and leads out when the session ends. */
function useSession() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const locale = localeOf(me?.locale);
  const signedIn = me !== null;
  // Before anything is drawn in it: the zone is no state of a component.
  if (me) liveIn(me.time_zone);
  useEffect(() => keepCurrent(queries), [queries]);
  useEffect(() => (signedIn ? connectEvents(queries) : undefined), [signedIn, queries]);
  // Not of other sessions: the change that ends them may be about to renew the cookie that this question would go out with.
  useEffect(() => onEvent("session.", ({ data }) => void (data["here"] && queries.invalidateQueries(meQuery))), [queries]);
  // The sign-in that is here now takes over what was turned on in this browser.
  const who = me?.id;
  useEffect(() => void (who && keepTelling(who).catch(() => undefined)), [who]);
  const chosenTheme = me?.settings["theme"];
  useEffect(() => followTheme(chosenTheme), [chosenTheme]);
  useEffect(() => {
    if (locale) void speak(locale, { keep: true });
  }, [locale]);
  useEffect(() => {
    if (!signedIn) void navigate({ to: "/sign-in", search: { next: location.pathname + location.search } });
  }, [signedIn, navigate]);
  return signedIn;
}

/** Loads the palette once the page has settled, so that the first letters typed after Ctrl K land in it. */
function usePaletteAtHand() {
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1_500);
    return () => clearTimeout(timer);
  }, []);
}
