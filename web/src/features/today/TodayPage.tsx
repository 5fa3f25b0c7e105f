import { useLingui } from "@lingui/react/macro";
import { Page } from "../../shared/ui";

export function TodayPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Today`}>
      <h1>{t`Today`}</h1>
    </Page>
  );
}
