import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Page } from "../../shared/ui";

/** What somebody agrees to when they sign up. Change `TERMS_VERSION` with these words. */
export function TermsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`What Cairn keeps`} className="door">
      <div className="head">
        <h1>
          <Trans>What Cairn keeps</Trans>
        </h1>
      </div>
      <ul className="said">
        <li>
          <Trans>What you tell it: messages, tasks, reminders and what it remembers of them. It is kept so that Cairn can help you, and for nothing else.</Trans>
        </li>
        <li>
          <Trans>Your name, your address and when you were signed in where. Your password is never kept, only a mark that it fits.</Trans>
        </li>
        <li>
          <Trans>It stays on the machine of whoever runs this Cairn. They can lock an account; Cairn shows them nothing of what is in it.</Trans>
        </li>
        <li>
          <Trans>Mail, text messages and a language model are used only where whoever runs it has set them up; what is sent there is what they need for it.</Trans>
        </li>
        <li>
          <Trans>You can see it, correct it, take it along and have it erased, at any time.</Trans>
        </li>
      </ul>
      <p className="aside">
        <Link className="link link-quiet" to="/register">
          <Trans>Back to making an account</Trans>
        </Link>
      </p>
    </Page>
  );
}
