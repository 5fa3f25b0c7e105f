import { Trans, useLingui } from "@lingui/react/macro";
import type { SubmitEvent } from "react";
import { Button, Choice, Field, LinkButton } from "../../shared/ui";
import { wanted as read, type Wanted } from "./wanted";

type Props = { wanted: Wanted; onChange: (wanted: Wanted) => void };

/** One line to search by; the finer filters are folded away unless one holds. */
export function TrailFilters({ wanted, onChange }: Props) {
  const { t } = useLingui();
  const { q, ...finer } = wanted;
  const narrowed = Object.values(finer).some(Boolean);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(read(Object.fromEntries(new FormData(event.currentTarget))));
  };
  return (
    <form role="search" onSubmit={submit} className="grid gap-4">
      <Field name="q" label={t`Words in the action or its detail`} defaultValue={q} autoComplete="off" maxLength={200} />
      <details className="fold" open={narrowed}>
        <summary>
          <Trans>Filters</Trans>
        </summary>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="action" label={t`Action`} defaultValue={wanted.action} autoComplete="off" placeholder="session.opened" maxLength={200} />
          <Choice name="outcome" label={t`Outcome`} defaultValue={wanted.outcome ?? ""}>
            <option value="">{t`Any`}</option>
            <option value="done">{t`Done`}</option>
            <option value="refused">{t`Refused`}</option>
          </Choice>
          <Field name="from" type="date" label={t`From`} defaultValue={wanted.from} />
          <Field name="to" type="date" label={t`To`} defaultValue={wanted.to} />
          <Field name="actor" label={t`Who did it (id)`} defaultValue={wanted.actor} autoComplete="off" />
          <Field name="person" label={t`Whose account (id)`} defaultValue={wanted.person} autoComplete="off" />
          <Field name="subject" label={t`What it was done to (id)`} defaultValue={wanted.subject} autoComplete="off" />
          <Field name="address" label={t`Network address`} defaultValue={wanted.address} autoComplete="off" maxLength={200} />
        </div>
      </details>
      <p className="chips">
        <Button type="submit">
          <Trans>Search</Trans>
        </Button>
        {(narrowed || q) && (
          <LinkButton quiet onClick={() => onChange({})}>
            <Trans>Show everything again</Trans>
          </LinkButton>
        )}
      </p>
    </form>
  );
}
