import { useLingui } from "@lingui/react/macro";
import { Page } from "../../shared/ui";

export function ChatPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Chat`}>
      <h1>{t`Chat`}</h1>
    </Page>
  );
}
