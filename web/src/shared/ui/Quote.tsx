import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  /** Who or where, and the full date. */
  source: ReactNode;
  /** "True from 3 Mar 2024 to 24 Nov 2026". */
  valid?: ReactNode;
  pinned?: boolean;
  /** No longer true; kept readable. */
  past?: boolean;
  acts?: ReactNode;
};

/** Somebody's words, with where they come from. */
export function Quote({ children, source, valid, pinned, past, acts }: Props) {
  return (
    <figure className={`quote ${pinned ? "pin" : ""} ${past ? "was" : ""}`}>
      {pinned && (
        <p className="pinned">
          <Trans>Pinned</Trans>
        </p>
      )}
      <blockquote>{children}</blockquote>
      <figcaption className="src">
        {source}
        {valid && <span className="valid">{valid}</span>}
      </figcaption>
      {acts && <div className="acts">{acts}</div>}
    </figure>
  );
}
