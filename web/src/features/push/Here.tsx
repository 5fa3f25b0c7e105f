import { Trans, useLingui } from "@lingui/react/macro";
import { Problem } from "../../api/problem";
import { useMe } from "../../api/session";
import { NotTold } from "../../shared/push";
import { Button } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { full } from "../../shared/when";
import { useDiscreet, useTellHere, useTellNot, useTryOut, type Told } from "./api";
import { Unable } from "./Unable";

const day = 86_400_000;

/** One switch for this device; what it says of itself is what is true. */
export function Here({ on }: { on?: Told }) {
  const me = useMe();
  const tellHere = useTellHere();
  const tellNot = useTellNot();
  const busy = tellHere.isPending || tellNot.isPending;
  const turn = () => {
    tellHere.reset();
    tellNot.reset();
    if (on) tellNot.mutate({ id: on.id, here: true });
    else tellHere.mutate(me.id);
  };
  const trouble = tellHere.error ?? tellNot.error;
  if (trouble instanceof NotTold && trouble.why === "blocked") return <Unable why="blocked" />;
  return (
    <section className="grid justify-items-start gap-4" aria-labelledby="here">
      <h2 id="here">
        <Trans>This device</Trans>
      </h2>
      <label className="option">
        <input type="checkbox" role="switch" checked={on !== undefined} aria-checked={on !== undefined} aria-busy={busy || undefined} onChange={() => !busy && turn()} />
        <Trans>Tell me on this device</Trans>
      </label>
      <div aria-live="polite">{busy && <p className="quiet">{on ? <Trans>Turning it off</Trans> : <Trans>Asking your browser</Trans>}</p>}</div>
      {trouble && !busy && (
        <p className="err-line" role="alert">
          <Why trouble={trouble} />
        </p>
      )}
      {on && <Chosen on={on} />}
    </section>
  );
}

function Chosen({ on }: { on: Told }) {
  const discreet = useDiscreet();
  const tryOut = useTryOut();
  const until = on.until;
  const now = useNow();
  // Somebody who didn't ask to stay signed in is signed out within the day, and told nothing here after that.
  const short = Date.parse(until) - now.getTime() < 2 * day;
  return (
    <>
      <label className="option">
        <input
          type="checkbox"
          className="shrink-0"
          checked={discreet.isPending ? discreet.variables.discreet : on.discreet}
          onChange={(event) => discreet.mutate({ id: on.id, discreet: event.target.checked })}
        />
        <Trans>Say only “Something for now”, for eyes that aren't yours</Trans>
      </label>
      {discreet.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Try again in a moment.</Trans>
        </p>
      )}
      <p className="small quiet">
        {short ? (
          <Trans>It works while you are signed in here. Choose “Keep me signed in on this device” when you sign in, and it lasts.</Trans>
        ) : (
          <Trans>It works while you are signed in here, until {full(until)}.</Trans>
        )}
      </p>
      <Button busy={tryOut.isPending} onClick={() => tryOut.mutate(on.id)}>
        <Trans>Try it</Trans>
      </Button>
      <div aria-live="polite">
        {tryOut.isSuccess && (
          <p className="quiet">
            <Trans>It's on its way. If nothing shows, look whether this device keeps notifications back: quiet hours, or a setting of the browser.</Trans>
          </p>
        )}
        {tryOut.isError && (
          <p className="err-line" role="alert">
            <Why trouble={tryOut.error} />
          </p>
        )}
      </div>
    </>
  );
}

/** What went wrong, and what helps. */
function Why({ trouble }: { trouble: Error }) {
  const { t } = useLingui();
  if (trouble instanceof NotTold) {
    if (trouble.why === "asked") return t`Your browser wasn't allowed to tell you things, so nothing was turned on.`;
    if (trouble.why === "worker") return t`Cairn isn't ready here yet. Load the page again, then try once more.`;
    return t`Your browser's own service for notices didn't answer. Try again in a moment.`;
  }
  if (trouble instanceof Problem) {
    if (trouble.kind === "device-gone") return t`This browser takes no notices any more. Turn it on again.`;
    if (trouble.kind === "too-many-devices") return t`You are told on twenty devices already. Turn one of them off first.`;
    if (trouble.status === 429) return t`That was often. Wait a minute, then try again.`;
  }
  return t`That didn't work just now. Try again in a moment.`;
}
