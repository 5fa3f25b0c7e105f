import { Trans } from "@lingui/react/macro";
import { useConnection } from "./connection";

/** What can't be done without a connection, said quietly where it would be done. */
export function Offline() {
  const { online } = useConnection();
  return (
    <p className="small quiet" role="status">
      {!online && <Trans>You're offline. What is here can be read; looking and changing wait for the connection.</Trans>}
    </p>
  );
}
