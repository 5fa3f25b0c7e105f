import { useLingui } from "@lingui/react/macro";
import { Page } from "../../shared/ui";

export function ReminderPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Reminder`}>
      <h1>{t`Reminder`}</h1>
    </Page>
  );
}
