import { useLingui } from "@lingui/react/macro";
import { Page } from "../../shared/ui";

export function NowPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Now`}>
      <h1>{t`Now`}</h1>
    </Page>
  );
}
