import { useLingui } from "@lingui/react/macro";
import { Page } from "../../shared/ui";

export function MemoryPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Memory`}>
      <h1>{t`Memory`}</h1>
    </Page>
  );
}
