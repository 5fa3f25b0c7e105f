import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Button, Choice, Field } from "../../shared/ui";
import { kindsQuery, useAskToLook, type PersonOut } from "./api";
import { Kinds } from "./Kinds";
import { Refused } from "./Refused";
import { typed } from "./typed";

const hours = [1, 2, 4, 8, 24];

/** Asks somebody whether one may look at some of their things, to help them. They decide. */
export function AskToLook({ person }: { person: PersonOut }) {
  const { t } = useLingui();
  const kinds = useQuery(kindsQuery);
  const [chosen, setChosen] = useState<string[]>([]);
  const ask = useAskToLook(person.id);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = typed(event.currentTarget, "reason");
    const lasts = Number(typed(event.currentTarget, "hours"));
    if (reason && chosen.length > 0) ask.mutate({ reason, hours: lasts, kinds: chosen });
  };
  if (person.status !== "active") return null;
  return (
    <section className="sect" aria-labelledby="look">
      <h2 id="look">
        <Trans>Ask to look</Trans>
      </h2>
      <p className="quiet">
        <Trans>You see nothing of theirs unless they say yes, and they see every look.</Trans>
      </p>
      {ask.isSuccess ? (
        <p role="status">
          <Trans>Asked. They find it under You, and answer when they like.</Trans>
        </p>
      ) : (
        <form className="form" onSubmit={send}>
          <Field name="reason" label={t`What for`} maxLength={500} required autoComplete="off" />
          <Kinds legend={t`What you need to see`} kinds={(kinds.data?.kinds ?? []).map((one) => one.kind)} chosen={chosen} onChange={setChosen} />
          <Choice name="hours" label={t`For how long`} defaultValue={2}>
            {hours.map((count) => (
              <option key={count} value={count}>
                {t`${count} h`}
              </option>
            ))}
          </Choice>
          <Refused error={ask.error} />
          <div className="row">
            <Button type="submit" disabled={chosen.length === 0} busy={ask.isPending}>
              <Trans>Ask them</Trans>
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
