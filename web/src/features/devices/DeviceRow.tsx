import { Trans, useLingui } from "@lingui/react/macro";
import { full, relative } from "../../shared/when";
import { LinkButton } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { useEndSession, type Session } from "./api";

/** One device: what it is, where it came from, when it was last used, and its way out. */
export function DeviceRow({ session }: { session: Session }) {
  const { t } = useLingui();
  const end = useEndSession();
  const now = useNow();
  const name = useName(session);
  return (
    <li className="device">
      <p className="device-name">{name}</p>
      <p className="small quiet num">{[session.place, session.address].filter(Boolean).join(" · ")}</p>
      <p className="small quiet num">
        {session.current ? (
          <Trans>In use now</Trans>
        ) : (
          <time dateTime={session.last_seen_at}>
            <Trans>
              Last used {full(session.last_seen_at)} ({relative(session.last_seen_at, now)})
            </Trans>
          </time>
        )}
      </p>
      {session.factors > 1 && (
        <p className="small quiet">
          <Trans>Signed in with a second factor</Trans>
        </p>
      )}
      {!session.current && (
        <LinkButton aria-label={t`Sign out: ${name}`} aria-disabled={end.isPending || undefined} onClick={() => end.mutate(session.id)}>
          <Trans>Sign out</Trans>
        </LinkButton>
      )}
      {end.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Try again in a moment.</Trans>
        </p>
      )}
    </li>
  );
}

function useName({ browser, system, kind }: Session): string {
  const { t } = useLingui();
  if (browser && system) return t`${browser} on ${system}`;
  return browser || system || (kind === "page" ? t`A browser that doesn't say its name` : t`A program that doesn't say its name`);
}
