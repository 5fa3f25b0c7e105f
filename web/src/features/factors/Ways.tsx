import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field } from "../../shared/ui";
import type { Method, Sent, Shown } from "./api";
import { toField } from "./focus";
import { canUsePasskeys } from "./webauthn";

type Props = {
  /** The safest first. */
  methods: readonly Method[];
  busy: boolean;
  error?: string;
  onShow: (shown: Shown) => void;
  /** Has a code sent: a first one by text, or another. */
  onSend: (method: Sent) => void;
  sending: boolean;
  /** The number that a text went to, masked. */
  sentTo?: string | null;
};

/** One way to prove it at a time, and the others a press away. */
export function Ways({ methods, busy, error, onShow, onSend, sending, sentTo }: Props) {
  const usable = methods.filter((method) => method !== "passkey" || canUsePasskeys());
  const [chosen, setChosen] = useState<Method>();
  const [code, setCode] = useState("");
  const method = chosen && usable.includes(chosen) ? chosen : usable[0];
  const names = useNames();
  if (!method) {
    return (
      <p className="err-line" role="alert">
        <Trans>This browser can't use the passkey that your account asks for. Try another browser.</Trans>
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (method === "passkey") onShow({ method });
    else if (method === "sms" && !sentTo) onSend(method);
    else if (code.trim()) onShow({ method, code: code.trim() });
  };
  const choose = (next: Method) => {
    setChosen(next);
    setCode("");
  };
  return (
    <>
      <form className="form" onSubmit={submit} noValidate aria-label={names[method]}>
        {sentTo && method === "sms" && (
          <p role="status" className="quiet">
            <Trans>A text with a code is on its way to {sentTo}.</Trans>
          </p>
        )}
        {method === "passkey" || (method === "sms" && !sentTo) ? (
          error && (
            <p className="err-line" role="alert">
              {error}
            </p>
          )
        ) : (
          <CodeField key={method} method={method} code={code} onChange={setCode} error={error} />
        )}
        <Button kind="go" big type="submit" busy={busy || sending}>
          <Doing method={method} sent={Boolean(sentTo)} />
        </Button>
      </form>
      {(method === "letter" || (method === "sms" && sentTo)) && (
        <p className="aside">
          <button type="button" className="link link-quiet" onClick={() => onSend(method)}>
            {method === "letter" ? <Trans>Send another letter</Trans> : <Trans>Send another text</Trans>}
          </button>
        </p>
      )}
      {usable
        .filter((other) => other !== method)
        .map((other) => (
          <p key={other} className="aside">
            <button type="button" className="link link-quiet" onClick={() => choose(other)}>
              {names[other]}
            </button>
          </p>
        ))}
    </>
  );
}

function Doing({ method, sent }: { method: Method; sent: boolean }) {
  if (method === "passkey") return <Trans>Use my passkey</Trans>;
  if (method === "sms" && !sent) return <Trans>Text me a code</Trans>;
  return <Trans>Go on</Trans>;
}

function useNames(): Record<Method, string> {
  const { t } = useLingui();
  return {
    passkey: t`With a passkey`,
    totp: t`With a code from my app`,
    sms: t`With a code by text`,
    recovery: t`With a recovery code`,
    letter: t`With the code in the letter`,
  };
}

type CodeProps = { method: Exclude<Method, "passkey">; code: string; onChange: (code: string) => void; error?: string };

function CodeField({ method, code, onChange, error }: CodeProps) {
  const { t } = useLingui();
  const paper = method === "recovery";
  const labels = {
    totp: t`Code from your app`,
    sms: t`Code from the text`,
    recovery: t`Recovery code`,
    letter: t`Code from the letter`,
  };
  const hints = {
    totp: t`Six digits. They change every 30 seconds.`,
    sms: t`Six digits.`,
    recovery: t`One of the ten you kept. It works once.`,
    letter: t`We sent it to your address, because this device is new here.`,
  };
  return (
    <Field
      label={labels[method]}
      hint={hints[method]}
      error={error}
      value={code}
      onChange={(event) => onChange(event.target.value)}
      ref={toField}
      autoComplete={paper ? "off" : "one-time-code"}
      inputMode={paper ? "text" : "numeric"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      className="num"
    />
  );
}
