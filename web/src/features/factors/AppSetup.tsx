import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, type FormEvent } from "react";
import { Button, Field, Skeleton } from "../../shared/ui";
import { useBeginApp, useConfirmApp } from "./api";
import { sayWhy } from "./words";

type Props = { onAdded: (codes: readonly string[]) => void; onBack: () => void };

/** Scan or type, then prove: the app counts only once a code of it was right. */
export function AppSetup({ onAdded, onBack }: Props) {
  const { t } = useLingui();
  const begin = useBeginApp();
  const confirm = useConfirmApp();
  const [code, setCode] = useState("");
  const { mutate } = begin;
  const name = t`Authenticator app`;
  useEffect(() => mutate(name), [mutate, name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) confirm.mutate(code.trim(), { onSuccess: (added) => onAdded(added.recovery_codes) });
  };
  const setup = begin.data;
  return (
    <section className="sect" aria-labelledby="app">
      <h2 id="app">
        <Trans>Scan this with your app</Trans>
      </h2>
      {begin.error && (
        <p className="err-line" role="alert">
          {sayWhy(begin.error)}
        </p>
      )}
      {begin.isPending && <Skeleton label={t`Making a code for your app`} />}
      {setup && (
        <>
          <p className="quiet">
            <Trans>Any authenticator app will do. On this phone itself, open the app from here or type the key.</Trans>
          </p>
          <img className="qr" src={setup.qr} alt={t`A square code that holds the key below`} />
          <p>
            <a className="link" href={setup.uri}>
              <Trans>Open my app</Trans>
            </a>
          </p>
          <p className="small quiet" id="key-name">
            <Trans>Or type this key:</Trans>
          </p>
          <p>
            <code className="key num" aria-labelledby="key-name">
              {setup.secret.match(/.{1,4}/g)?.join(" ")}
            </code>
          </p>
          <form className="form" onSubmit={submit} noValidate aria-label={t`Prove that it works`}>
            <Field
              label={t`Code from your app`}
              hint={t`Six digits. They change every 30 seconds.`}
              error={confirm.error ? sayWhy(confirm.error) : undefined}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={40}
              className="num"
            />
            <Button kind="go" big type="submit" busy={confirm.isPending}>
              <Trans>Prove that it works</Trans>
            </Button>
          </form>
        </>
      )}
      <Button kind="soft" onClick={onBack}>
        <Trans>Not now</Trans>
      </Button>
    </section>
  );
}
