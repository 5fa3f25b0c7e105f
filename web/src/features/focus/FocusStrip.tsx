import { useLingui } from "@lingui/react/macro";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useCurrent } from "./api";
import { useStillHere } from "./here";
import { parkId } from "./Park";
import { Timer } from "./Timer";

/** A session that is on, on every page: what for and how much is left. On the page of its own it says so itself. */
export function FocusStrip() {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const { data } = useCurrent();
  const session = data?.session ?? undefined;
  useStillHere();
  useParkKey(session !== undefined);
  if (!session || pathname === "/focus") return null;
  return (
    <section aria-label={t`What is on now`}>
      <Link to="/focus" className="focus-strip">
        <span className="focus-strip-title">{session.title || t`Focus`}</span>
        <Timer session={session} ahead={data?.ahead ?? 0} small />
      </Link>
    </section>
  );
}

/** While a session is on, `p` leads to the place for what comes to mind. */
function useParkKey(on: boolean) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "p" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))) return;
      if (document.querySelector("[data-modal]")) return;
      event.preventDefault();
      const field = document.getElementById(parkId);
      if (field) field.focus();
      else void navigate({ to: "/focus", hash: parkId });
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, navigate]);
}
