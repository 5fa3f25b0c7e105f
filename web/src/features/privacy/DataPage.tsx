import { Trans, useLingui } from "@lingui/react/macro";
import { Offline } from "../../shared/Offline";
import { Button, Page } from "../../shared/ui";
import { useExport } from "./api";
import { Leave } from "./Leave";
import { sayWhy } from "./words";

/** What is the person's own: to take along, and to take away. */
export function DataPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Your data`}>
      <div className="head">
        <h1>
          <Trans>Your data</Trans>
        </h1>
        <p className="quiet">
          <Trans>What you keep here is yours. Take it with you whenever you like.</Trans>
        </p>
      </div>
      <Offline />
      <TakeAlong />
      <Leave />
    </Page>
  );
}

function TakeAlong() {
  const take = useExport();
  return (
    <section className="sect" aria-labelledby="take">
      <h2 id="take">
        <Trans>Take it with you</Trans>
      </h2>
      <p>
        <Trans>Everything of yours in one file, for programs and for spreadsheets. Passwords and codes stay out of it.</Trans>
      </p>
      <div className="grid justify-items-start gap-2 mt-4">
        <Button kind="go" busy={take.isPending} onClick={() => take.mutate()}>
          <Trans>Download everything</Trans>
        </Button>
        <div aria-live="polite">
          {take.isSuccess && (
            <p className="quiet">
              <Trans>The file is among your downloads. Keep it where only you find it.</Trans>
            </p>
          )}
        </div>
        {take.isError && (
          <p className="err-line" role="alert">
            {sayWhy(take.error)}
          </p>
        )}
      </div>
    </section>
  );
}
