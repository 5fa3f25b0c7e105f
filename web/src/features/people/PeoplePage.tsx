import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { day } from "../../shared/when";
import { Button, Choice, Empty, Field, Page, Skeleton, Trouble } from "../../shared/ui";
import { peopleQuery, type Asked, type PersonOut, type Role, type Status } from "./api";
import { typed } from "./typed";
import { nameOfRole, roleNames, sayRefusal, statusNames } from "./words";

/** Who has an account here, for who looks after it. What people keep is not theirs to see. */
export function PeoplePage() {
  const { t } = useLingui();
  const [asked, setAsked] = useState<Asked>({});
  const people = useInfiniteQuery(peopleQuery(asked));
  const all = people.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`People`}>
      <div className="head">
        <h1>
          <Trans>People</Trans>
        </h1>
        <p className="quiet">
          <Trans>Who has an account. What they keep is theirs alone, and shown to nobody here.</Trans>
        </p>
        <ul className="said">
          <li>
            <Link className="link" to="/admin/roles">
              <Trans>What each role may do</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/admin/limits">
              <Trans>Limits, and where they were reached</Trans>
            </Link>
          </li>
        </ul>
      </div>
      <Search onAsk={setAsked} />
      {people.isPending && <Skeleton label={t`Loading people`} />}
      {people.isError && (
        <Trouble
          level={2}
          title={t`This list didn't open`}
          acts={
            <Button onClick={() => void people.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {sayRefusal(people.error)}
        </Trouble>
      )}
      {all?.length === 0 && (
        <Empty>
          <Trans>Nobody matches that.</Trans>
        </Empty>
      )}
      <ul className="said mt-6">
        {all?.map((person) => (
          <li key={person.id}>
            <Row person={person} />
          </li>
        ))}
      </ul>
      {people.hasNextPage && (
        <Button className="mt-4" busy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          <Trans>More people</Trans>
        </Button>
      )}
    </Page>
  );
}

function Search({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const { t, i18n } = useLingui();
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = (name: string) => typed(form, name) || undefined;
    onAsk({ email: said("email"), role: said("role") as Role | undefined, status: said("status") as Status | undefined });
  };
  return (
    <form className="form" role="search" aria-label={t`Find somebody`} onSubmit={ask}>
      <Field name="email" type="search" label={t`Address`} hint={t`The whole address; a part of one finds nobody.`} autoComplete="off" />
      <Choice name="role" label={t`Role`}>
        <option value="">{t`Any role`}</option>
        {Object.entries(roleNames).map(([id, name]) => (
          <option key={id} value={id}>
            {i18n._(name)}
          </option>
        ))}
      </Choice>
      <Choice name="status" label={t`Standing`}>
        <option value="">{t`Any standing`}</option>
        {Object.entries(statusNames).map(([id, name]) => (
          <option key={id} value={id}>
            {i18n._(name)}
          </option>
        ))}
      </Choice>
      <div className="row">
        <Button kind="go" type="submit">
          <Trans>Find</Trans>
        </Button>
      </div>
    </form>
  );
}

function Row({ person }: { person: PersonOut }) {
  const { i18n } = useLingui();
  const seen = person.last_seen_at && day(person.last_seen_at, { year: true });
  return (
    <div>
      <Link className="link wrap-anywhere" to="/admin/people/$userId" params={{ userId: person.id }}>
        {person.email}
      </Link>
      <p className="small quiet">
        {nameOfRole(person.role)} · {i18n._(statusNames[person.status])}
        {seen && (
          <>
            {" "}
            · <Trans>last here {seen}</Trans>
          </>
        )}
      </p>
    </div>
  );
}
