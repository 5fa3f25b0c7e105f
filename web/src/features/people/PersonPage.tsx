import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMe } from "../../api/session";
import { full } from "../../shared/when";
import { Button, Facts, Page, Skeleton, Trouble } from "../../shared/ui";
import { personQuery, type PersonOut } from "./api";
import { AskToLook } from "./AskToLook";
import { GiveRole } from "./GiveRole";
import { Remove } from "./Remove";
import { Standing } from "./Standing";
import { nameOfRole, sayRefusal, statusNames } from "./words";

/** One account: who it is and how it stands, and what can be done about that. */
export function PersonPage() {
  const { t } = useLingui();
  const { userId } = useParams({ from: "/inside/admin/people/$userId" });
  const person = useQuery(personQuery(userId));
  return (
    <Page title={t`A person`}>
      <p>
        <Link className="link" to="/admin/people">
          <Trans>Everybody</Trans>
        </Link>
      </p>
      {person.isPending && <Skeleton label={t`Loading this person`} />}
      {person.isError && (
        <>
          <h1 className="vh">
            <Trans>A person</Trans>
          </h1>
          <Trouble
            level={2}
            title={t`This person didn't open`}
            acts={
              <Button onClick={() => void person.refetch()}>
                <Trans>Try again</Trans>
              </Button>
            }
          >
            {sayRefusal(person.error)}
          </Trouble>
        </>
      )}
      {person.data && <One person={person.data} />}
    </Page>
  );
}

function One({ person }: { person: PersonOut }) {
  const { t, i18n } = useLingui();
  const me = useMe();
  const facts: [string, string][] = [
    [t`Role`, nameOfRole(person.role)],
    [t`Standing`, i18n._(statusNames[person.status])],
    [t`Here since`, full(person.created_at, { year: true })],
  ];
  if (person.last_seen_at) facts.push([t`Last here`, full(person.last_seen_at, { year: true })]);
  if (person.suspended_at) facts.push([t`Suspended`, full(person.suspended_at, { year: true })]);
  if (person.why) facts.push([t`Why`, person.why]);
  return (
    <>
      <div className="head">
        <h1 className="break-all">{person.email}</h1>
      </div>
      <Facts facts={facts} />
      <GiveRole person={person} />
      {person.id === me.id ? (
        <p className="quiet mt-6">
          <Trans>This is you. Your own account is looked after under You.</Trans>
        </p>
      ) : (
        <>
          <Standing person={person} />
          <AskToLook person={person} />
          <Remove person={person} />
        </>
      )}
    </>
  );
}
