import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { useMe } from "../../api/session";
import { Button, Field } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useLeave } from "./api";
import { sayWhy } from "./words";

/** Leaves for good, once the address was typed; a week to take it back. */
export function Leave() {
  const { t } = useLingui();
  const { email } = useMe();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const leave = useLeave();
  const close = () => {
    setAsking(false);
    setTyped("");
    leave.reset();
  };
  const go = async () => {
    try {
      // Awaited rather than left to a callback, which doesn't come once this is gone from the page.
      const until = await leave.mutateAsync(typed.trim());
      // A fresh page: nothing of the person is left in this one's memory.
      location.assign(`/left?until=${encodeURIComponent(until)}`);
    } catch (error) {
      if (!(error instanceof Error)) throw error; // it is said beside the field
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMine(typed, email)) return;
    void go();
  };
  return (
    <section className="sect" aria-labelledby="leave">
      <h2 id="leave">
        <Trans>Leave</Trans>
      </h2>
      <p>
        <Trans>Your account goes after seven days, with everything in it. Until then, signing in brings it back.</Trans>
      </p>
      <div className="mt-4">
        <Button onClick={() => setAsking(true)}>
          <Trans>Leave for good</Trans>
        </Button>
      </div>
      <Dialog
        open={asking}
        onOpenChange={(open) => (open ? setAsking(true) : close())}
        title={t`Leave for good?`}
        about={t`This signs you out everywhere. After seven days everything you keep here is removed; then nobody can bring it back.`}
        sheet
      >
        <form className="form" onSubmit={submit} noValidate aria-label={t`Leave for good`}>
          <Field
            label={t`Type ${email} to go on`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          {leave.error && (
            <p className="err-line" role="alert">
              {sayWhy(leave.error)}
            </p>
          )}
          <div className="row">
            <Button kind="grave" type="submit" disabled={!isMine(typed, email)} busy={leave.isPending}>
              <Trans>Leave in seven days</Trans>
            </Button>
            <Button onClick={close}>
              <Trans>Stay</Trans>
            </Button>
          </div>
        </form>
      </Dialog>
    </section>
  );
}

function isMine(typed: string, email: string): boolean {
  return typed.trim().toLowerCase() === email.toLowerCase();
}
