import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Button, Field } from "../../shared/ui";
import { useGivePhone } from "./api";
import { refusal } from "./refusals";

/** Asks for a number; a code goes to it at once. `asked`: it was called for by hand, and typing can begin. */
export function NumberForm({ onGiven, asked, children }: { onGiven: (number: string) => void; asked: boolean; children?: ReactNode }) {
  const { t } = useLingui();
  const [number, setNumber] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  const give = useGivePhone();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!number.trim());
    const typed = number.trim();
    if (typed) give.mutate(typed, { onSuccess: () => onGiven(typed) });
  };
  const error = missing ? t`Your phone number goes here.` : give.error && refusal(give.error);
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={t`Phone number`}>
      <Field
        ref={field}
        label={t`Phone number`}
        name="number"
        type="tel"
        autoComplete="tel"
        maxLength={40}
        hint={t`With its country, like +351 912 345 678, or as you write it at home.`}
        error={error}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <div className="row">
        <Button kind="go" type="submit" busy={give.isPending}>
          <Trans>Send me a code</Trans>
        </Button>
        {children}
      </div>
    </form>
  );
}
