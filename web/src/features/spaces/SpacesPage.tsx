import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { Button, Field, Fold, Page, Skeleton, Trouble } from "../../shared/ui";
import { sharedQuery, useMake } from "./api";
import { OneSpace } from "./OneSpace";
import { Refused } from "./Refused";
import { sayRefusal } from "./words";

/** The spaces one shares with others: who is in them, who is invited. */
export function SpacesPage() {
  const { t } = useLingui();
  const spaces = useQuery(sharedQuery);
  const shared = spaces.data ?? [];
  return (
    <Page title={t`Spaces`}>
      <div className="head">
        <h1>
          <Trans>Spaces</Trans>
        </h1>
        <p className="quiet">
          <Trans>A space is for you and whom you invite. It has a quiet room where you sit together, each at your own thing. The others see what you are called, and nothing else of yours.</Trans>
        </p>
      </div>
      {spaces.isPending && <Skeleton label={t`Loading your spaces`} />}
      {spaces.isError && (
        <Trouble
          title={t`Your spaces didn't open`}
          acts={
            <Button onClick={() => void spaces.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {sayRefusal(spaces.error)}
        </Trouble>
      )}
      {shared.length > 0 && (
        <p>
          <Link className="link" to="/focus">
            <Trans>Sit in a room, on the page Focus</Trans>
          </Link>
        </p>
      )}
      {shared.map((space) => (
        <OneSpace key={space.id} space={space} only={shared.length === 1} />
      ))}
      {spaces.isSuccess &&
        (shared.length === 0 ? (
          <Make first />
        ) : (
          <section className="sect">
            <Fold summary={<Trans>Make another space</Trans>}>
              <Make />
            </Fold>
          </section>
        ))}
    </Page>
  );
}

function Make({ first = false }: { first?: boolean }) {
  const { t } = useLingui();
  const make = useMake();
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(name.trim(), { onSuccess: () => setName("") });
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field
        label={t`What you call it`}
        placeholder={t`Quiet mornings`}
        maxLength={80}
        required
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Refused error={make.error} />
      <div className="row">
        <Button kind={first ? "go" : "line"} type="submit" disabled={name.trim() === ""} busy={make.isPending}>
          <Trans>Make a space</Trans>
        </Button>
      </div>
    </form>
  );
}
