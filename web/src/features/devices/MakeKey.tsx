import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";
import { Button, Choice, Field } from "../../shared/ui";
import { scopesQuery, useMakeKey, type Key } from "./api";
import { inWords } from "./scopes";

const spans = [7, 30, 90, 180, 365];

type Props = { onClose: () => void; onMade: (key: Key & { key: string }) => void };

/** A form of three questions: for what, what may it do, for how long. */
export function MakeKey({ onClose, onMade }: Props) {
  const { t } = useLingui();
  const scopes = useQuery(scopesQuery);
  const make = useMakeKey();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState("");
  const [days, setDays] = useState(90);
  const [tried, setTried] = useState(false);
  const toggle = (scope: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(scope)) after.add(scope);
      return after;
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && chosen.size > 0) make.mutate({ name: name.trim(), scopes: [...chosen], expires_in_days: days }, { onSuccess: onMade });
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={t`A new key`}>
      <Field
        label={t`What is it for?`}
        hint={t`The program's name, so that you know it again.`}
        value={name}
        maxLength={100}
        autoComplete="off"
        error={tried && !name.trim() ? t`A name, any will do.` : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset className="options">
        <legend>
          <Trans>What may it do?</Trans>
        </legend>
        {scopes.isError && (
          <p className="err-line" role="alert">
            <Trans>The choices didn't load. Try again in a moment.</Trans>
          </p>
        )}
        {scopes.data?.map((scope) => (
          <label key={scope.name} className="option">
            <input type="checkbox" checked={chosen.has(scope.name)} onChange={() => toggle(scope.name)} />
            {inWords(scope)}
          </label>
        ))}
        {tried && chosen.size === 0 && (
          <p className="err" role="alert">
            <Trans>Choose at least one thing.</Trans>
          </p>
        )}
      </fieldset>
      <Choice label={t`For how long?`} hint={t`Afterwards it stops by itself.`} value={days} onChange={(event) => setDays(Number(event.target.value))}>
        {spans.map((span) => (
          <option key={span} value={span}>
            {t`${span} days`}
          </option>
        ))}
      </Choice>
      {make.isError && (
        <p className="err-line" role="alert">
          {whatHappened(make.error)}
        </p>
      )}
      <div className="row">
        <Button kind="go" type="submit" busy={make.isPending}>
          <Trans>Make the key</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </form>
  );
}

function whatHappened(error: Error): string {
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. What you chose is still here, try again in a moment.`);
  if (error instanceof Problem && error.kind === "proof-needed") return i18n._(msg`Nothing was changed: it needs you to confirm that it's you.`);
  if (error instanceof Problem && error.kind === "too-many-keys") return i18n._(msg`There are 50 keys already. End one that you no longer use.`);
  return i18n._(msg`That didn't work. What you chose is still here, try again.`);
}
