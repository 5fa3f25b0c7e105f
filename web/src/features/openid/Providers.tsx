import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { i18n } from "../../shared/i18n";
import { Button } from "../../shared/ui";
import { names, useBegin, waysInQuery } from "./api";
import { whatHappened } from "./told";

/** The ways in by a provider, if any are set up. It stands last on its page, so that nothing moves when they are known. */
export function Providers({ next, remember }: { next?: string; remember: boolean }) {
  const { data: providers = [] } = useQuery(waysInQuery);
  const begin = useBegin();
  if (providers.length === 0) return null;
  const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className="form">
      {providers.map((provider) => (
        <Button
          key={provider}
          kind="line"
          big
          busy={begin.isPending && begin.variables.provider === provider}
          onClick={() => begin.mutate({ provider, remember, time_zone, locale: i18n.locale, next })}
        >
          <Trans>Continue with {names[provider]}</Trans>
        </Button>
      ))}
      {begin.error && (
        <p className="err-line" role="alert">
          {whatHappened(begin.error)}
        </p>
      )}
    </div>
  );
}
