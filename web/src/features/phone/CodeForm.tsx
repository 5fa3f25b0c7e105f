import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button, Field, LinkButton, toast } from "../../shared/ui";
import { useConfirmPhone, useGivePhone, type WaitingPhone } from "./api";
import { refusal } from "./refusals";

type Props = {
  waiting: WaitingPhone;
  /** The number as it was typed, if that was on this page: another code can then be sent without typing it again. */
  typed?: string;
  /** Texts don't reach phones here. */
  kept: boolean;
  onOther: () => void;
};

/** Asks for the code that was texted; phones offer it by themselves. */
export function CodeForm({ waiting, typed, kept, onOther }: Props) {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  // Whoever has just given the number goes on here; a page that was opened keeps its own place.
  useEffect(() => {
    if (typed) field.current?.focus();
  }, [typed]);
  const confirm = useConfirmPhone();
  const again = useGivePhone();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    again.reset();
    confirm.mutate(code.replace(/\s/g, ""), { onSuccess: () => toast({ id: "phone", text: t`Your number is confirmed.` }) });
  };
  const resend = () => {
    confirm.reset();
    if (typed) again.mutate(typed, { onSuccess: () => setCode("") });
  };
  const wrong = confirm.error ?? again.error;
  return (
    <section className="grid gap-4">
      <div>
        <p className="lead" role="status">
          <Sent waiting={waiting} />
        </p>
        {kept && (
          <p className="quiet">
            <Trans>No carrier of texts is set up here, so the code stands in Cairn's log.</Trans>
          </p>
        )}
      </div>
      <form className="form" onSubmit={submit} noValidate aria-label={t`Confirm your number`}>
        <Field
          ref={field}
          label={t`Code from the text`}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          hint={t`Six digits. They work once, for ten minutes.`}
          error={wrong && refusal(wrong)}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <div className="row">
          <Button kind="go" type="submit" busy={confirm.isPending}>
            <Trans>Confirm this number</Trans>
          </Button>
          {typed && (
            <Button kind="soft" busy={again.isPending} onClick={resend}>
              <Trans>Send another code</Trans>
            </Button>
          )}
        </div>
      </form>
      <p className="aside">
        <LinkButton quiet onClick={onOther}>
          {typed ? <Trans>Use another number</Trans> : <Trans>No text? Give the number again</Trans>}
        </LinkButton>
      </p>
    </section>
  );
}

/** Only what is known of the text: handed over, arrived, or not. */
function Sent({ waiting: { number, text } }: { waiting: WaitingPhone }) {
  if (text === "failed") return <Trans>The text to {number} didn't get through. Check the number, or use another.</Trans>;
  if (text === "delivered") return <Trans>A code arrived at {number}.</Trans>;
  if (text === "queued" || text === "sent") return <Trans>We sent a code to {number}.</Trans>;
  return <Trans>A code is on its way to {number}.</Trans>;
}
