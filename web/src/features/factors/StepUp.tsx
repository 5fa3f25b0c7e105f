import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Wanted } from "../../api/proof";
import { Button, PasswordField, Skeleton } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { stepUpQuery, useSendHere, useStepUp } from "./api";
import { toField } from "./focus";
import { Ways } from "./Ways";
import { sayWhy } from "./words";

/** Asks the person to prove that it's them, by what they have; by the password where they have nothing else. */
export function StepUp({ wanted, onEnd }: { wanted: Wanted; onEnd: (proven: boolean) => void }) {
  const { t } = useLingui();
  const asked = useQuery(stepUpQuery);
  const stepUp = useStepUp();
  const send = useSendHere();
  const prove = (shown: Parameters<typeof stepUp.mutate>[0]) => stepUp.mutate(shown, { onSuccess: () => onEnd(true) });
  const failed = stepUp.error ?? send.error;
  const error = failed ? sayWhy(failed) : undefined;
  const methods = asked.data?.methods;
  return (
    <Dialog
      open
      onOpenChange={() => onEnd(false)}
      title={t`Is it you?`}
      about={
        wanted === "second" ? (
          <Trans>This looks after others, and you signed in here with one step. Show your second one, and it goes on.</Trans>
        ) : (
          <Trans>What you are about to do can open the door to others, so show it once more. It holds for 15 minutes.</Trans>
        )
      }
    >
      {asked.isPending && <Skeleton label={t`Looking up how`} />}
      {asked.isError && (
        <p className="err-line" role="alert">
          {sayWhy(asked.error)}
        </p>
      )}
      {methods?.length === 0 && !asked.data?.password && (
        <p>
          <Trans>You have no password here. Sign out and in again as you always do, then do this within 15 minutes.</Trans>
        </p>
      )}
      {asked.data?.password && <Password busy={stepUp.isPending} error={error} onShow={(password) => prove({ password })} />}
      {methods && methods.length > 0 && (
        <Ways
          methods={methods}
          busy={stepUp.isPending}
          error={error}
          onShow={prove}
          onSend={() => send.mutate()}
          sending={send.isPending}
          sentTo={send.data?.sent_to}
        />
      )}
      <Button kind="soft" onClick={() => onEnd(false)}>
        <Trans>Not now</Trans>
      </Button>
    </Dialog>
  );
}

type PasswordProps = { busy: boolean; error?: string; onShow: (password: string) => void };

function Password({ busy, error, onShow }: PasswordProps) {
  const { t } = useLingui();
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password) onShow(password);
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={t`With my password`}>
      <PasswordField
        label={t`Your password`}
        autoComplete="current-password"
        ref={toField}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={error}
      />
      <Button kind="go" type="submit" busy={busy}>
        <Trans>Go on</Trans>
      </Button>
    </form>
  );
}
