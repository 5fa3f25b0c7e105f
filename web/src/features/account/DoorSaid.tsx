import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Page, Scene } from "../../shared/ui";

type Said = {
  title: string;
  /** What happened, where the title doesn't say it all. */
  lead?: ReactNode;
  quiet: ReactNode;
  to: "/sign-in" | "/forgot" | "/you";
  way: ReactNode;
  /** Whether the way is what to do next, or only open. */
  next?: boolean;
  /** What else can be done. */
  aside?: ReactNode;
};

/** What a page before the sign-in says once something is done, and the way on from there. */
export function DoorSaid({ title, lead, quiet, to, way, next = false, aside }: Said) {
  return (
    <Page title={title} className="door">
      <Scene />
      <div className="head" role="status">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        <p className="quiet">{quiet}</p>
      </div>
      <Link className={next ? "btn btn-go btn-big" : "btn btn-line"} to={to}>
        {way}
      </Link>
      {aside && <div className="aside">{aside}</div>}
    </Page>
  );
}
