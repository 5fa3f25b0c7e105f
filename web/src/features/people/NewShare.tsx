import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { Button, Choice, Field, toast } from "../../shared/ui";
import { kindsQuery, useShare } from "./api";
import { Kinds } from "./Kinds";
import { Refused } from "./Refused";
import { typed } from "./typed";

const days = [7, 30, 90];
const DAY_MS = 24 * 60 * 60_000;

/** Lets somebody see some kinds of things. */
export function NewShare() {
  const { t } = useLingui();
  const kinds = useQuery(kindsQuery);
  const [chosen, setChosen] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const share = useShare();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = (name: string) => typed(event.currentTarget, name);
    const lasts = Number(said("days"));
    const until = lasts ? new Date(Date.now() + lasts * DAY_MS).toISOString() : null;
    share.mutate(
      { email: said("email"), about: said("about"), kinds: chosen, until },
      {
        onSuccess: () => {
          form.current?.reset();
          setChosen([]);
          toast({ id: "share", text: t`They can look now. You can take it back at any time.` });
        },
      },
    );
  };
  return (
    <section className="sect" aria-labelledby="new-share">
      <h2 id="new-share">
        <Trans>Let somebody look</Trans>
      </h2>
      <form ref={form} className="form" onSubmit={send}>
        <Field name="about" label={t`Who they are to you`} placeholder={t`Rita, my coach`} maxLength={500} required autoComplete="off" />
        <Field
          name="email"
          type="email"
          label={t`Their address`}
          hint={t`They look from their own account here. Whether they have one yet isn't told.`}
          required
          autoComplete="off"
        />
        <Kinds legend={t`What they may see`} kinds={(kinds.data?.kinds ?? []).map((one) => one.kind)} chosen={chosen} onChange={setChosen} />
        <Choice name="days" label={t`For how long`} defaultValue="30">
          {days.map((count) => (
            <option key={count} value={count}>
              {t`${count} days`}
            </option>
          ))}
          <option value="0">{t`Until I take it back`}</option>
        </Choice>
        <Refused error={share.error} />
        <div className="row">
          <Button kind="go" type="submit" disabled={chosen.length === 0} busy={share.isPending}>
            <Trans>Let them look</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}
