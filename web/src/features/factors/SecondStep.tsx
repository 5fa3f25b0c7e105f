import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { Button, Page, Scene, toast } from "../../shared/ui";
import { useSecondStep, useSend, type Half, type Sent, type Shown } from "./api";
import { Ways } from "./Ways";
import { sayWhy } from "./words";

type Props = { half: Half; onDone: () => void; onAgain: () => void };

/** The password was right; one more thing, and the person is in. */
export function SecondStep({ half: first, onDone, onAgain }: Props) {
  const { t } = useLingui();
  const [half, setHalf] = useState(first);
  const second = useSecondStep();
  const send = useSend();
  const byLetter = half.methods.includes("letter");
  const over = second.error instanceof Problem && second.error.kind === "sign-in-over";
  const show = (shown: Shown) =>
    second.mutate(
      { token: half.mfa_token, shown },
      {
        onSuccess: (missing) => {
          if (missing) setHalf(missing);
          else onDone();
        },
      },
    );
  const ask = (method: Sent) =>
    send.mutate(
      { token: half.mfa_token, method },
      {
        onSuccess: () => method === "letter" && toast({ id: "sent", text: t`Another letter is on its way. Only its code works now.` }),
        onError: (error) => toast({ id: "sent", text: sayWhy(error) }),
      },
    );
  return (
    <Page title={t`Sign in`} className="door">
      <Scene />
      <div className="head">
        <h1>{byLetter ? <Trans>Look into your mail</Trans> : <Trans>One more thing</Trans>}</h1>
        <p className="quiet">
          {byLetter ? (
            <Trans>Cairn doesn't know this device yet. A letter with a code is on its way.</Trans>
          ) : (
            <Trans>Your password is right. Show that it's really you.</Trans>
          )}
        </p>
      </div>
      {over ? (
        <p className="err-line" role="alert">
          {second.error && sayWhy(second.error)}
        </p>
      ) : (
        <Ways
          key={half.methods.join()}
          methods={half.methods}
          busy={second.isPending}
          error={second.error ? sayWhy(second.error) : undefined}
          onShow={show}
          onSend={ask}
          sending={send.isPending}
          sentTo={send.data?.sent_to}
        />
      )}
      <p className="aside">
        <Button kind={over ? "go" : "soft"} onClick={onAgain}>
          <Trans>Begin again</Trans>
        </Button>
      </p>
    </Page>
  );
}
