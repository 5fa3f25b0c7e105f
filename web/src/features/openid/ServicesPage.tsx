import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { full } from "../../shared/when";
import { Button, Page } from "../../shared/ui";
import { identitiesQuery, names, useConnect, usePart, waysInQuery, type Identity } from "./api";
import { whatHappened } from "./told";

/** The services that may sign this person in: which are connected, and which could be. */
export function ServicesPage() {
  const { t } = useLingui();
  const { data: ways = [] } = useQuery(waysInQuery);
  const { data: pages } = useInfiniteQuery(identitiesQuery);
  const connect = useConnect();
  const connected = pages?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t`Sign in with a service`}>
      <div className="head">
        <h1>
          <Trans>Sign in with a service</Trans>
        </h1>
        <p className="quiet">
          <Trans>A service you connect can sign you in without your password.</Trans>
        </p>
      </div>
      {connected.map((identity) => (
        <Connected key={identity.id} identity={identity} />
      ))}
      <div className="form">
        {ways.map((provider) => (
          <Button key={provider} kind="line" busy={connect.isPending && connect.variables === provider} onClick={() => connect.mutate(provider)}>
            <Trans>Connect {names[provider]}</Trans>
          </Button>
        ))}
      </div>
      {pages && ways.length === 0 && connected.length === 0 && (
        <p className="quiet">
          <Trans>No service is set up on this installation.</Trans>
        </p>
      )}
      {connect.error && (
        <p className="err-line" role="alert">
          {whatHappened(connect.error)}
        </p>
      )}
    </Page>
  );
}

function Connected({ identity }: { identity: Identity }) {
  const part = usePart();
  const used = full(identity.last_used_at, { year: true });
  return (
    <section className="sect" aria-label={names[identity.provider]}>
      <h2>{names[identity.provider]}</h2>
      <p>{identity.email}</p>
      <p className="small quiet">
        <Trans>Last used: {used}</Trans>
      </p>
      {part.error && (
        <p className="err-line" role="alert">
          {whatHappened(part.error)}
        </p>
      )}
      <Button kind="soft" busy={part.isPending} onClick={() => part.mutate(identity.id)}>
        <Trans>Take {names[identity.provider]} away</Trans>
      </Button>
    </section>
  );
}
