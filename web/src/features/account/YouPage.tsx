import { Trans, useLingui } from "@lingui/react/macro";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLookingAfter } from "../../api/rights";
import { useMe } from "../../api/session";
import { Page } from "../../shared/ui";
import { Agreed } from "./Agreed";
import { DayForm } from "./DayForm";
import { Device } from "./Device";
import { Picture } from "./Picture";
import { ProfileForm } from "./ProfileForm";
import { SignOut } from "./SignOut";

export function YouPage() {
  const { t } = useLingui();
  const me = useMe();
  const { after } = useLookingAfter();
  return (
    <Page title={t`You`}>
      <div className="head">
        <h1>
          <Trans>You</Trans>
        </h1>
        <p className="quiet">{me.email}</p>
      </div>
      <ProfileForm me={me} />
      <DayForm me={me} />
      <section className="sect" aria-labelledby="reached">
        <h2 id="reached">
          <Trans>How you are reached</Trans>
        </h2>
        <ul className="said">
          <Way to="/you/reminders">
            <Trans>Reminders and quiet</Trans>
          </Way>
          <Way to="/reminders">
            <Trans>All your reminders</Trans>
          </Way>
        </ul>
      </section>
      <section className="sect" aria-labelledby="opens">
        <h2 id="opens">
          <Trans>How you sign in</Trans>
        </h2>
        <ul className="said">
          <Way to="/you/password">
            <Trans>Change your password</Trans>
          </Way>
          <Way to="/you/email">
            <Trans>Change your address</Trans>
          </Way>
          <Way to="/you/phone">
            <Trans>Your phone number</Trans>
          </Way>
          <Way to="/you/services">
            <Trans>Sign in with a service</Trans>
          </Way>
          <Way to="/you/devices">
            <Trans>Where you are signed in</Trans>
          </Way>
          <Way to="/you/keys">
            <Trans>Keys for other programs</Trans>
          </Way>
          <Way to="/you/second-factor">
            <Trans>Second step and passkeys</Trans>
          </Way>
        </ul>
      </section>
      <Picture />
      <Device />
      <section className="sect" aria-labelledby="kept">
        <h2 id="kept">
          <Trans>What is kept</Trans>
        </h2>
        <ul className="said">
          <Way to="/routines">
            <Trans>Routines and medication times</Trans>
          </Way>
          <Way to="/memory">
            <Trans>Memory: what you told Cairn</Trans>
          </Way>
          <Way to="/memory/profile">
            <Trans>What Cairn knows about you</Trans>
          </Way>
          <Way to="/mood">
            <Trans>Mood and energy</Trans>
          </Way>
          <Way to="/reviews">
            <Trans>Start and end of the day, and your week</Trans>
          </Way>
          <Way to="/plans">
            <Trans>If-then plans: one thing after another</Trans>
          </Way>
          <Way to="/automations">
            <Trans>Automations: what happens by itself</Trans>
          </Way>
          <Way to="/you/letters">
            <Trans>Mail Cairn would have sent</Trans>
          </Way>
          <Way to="/you/model">
            <Trans>Language model use</Trans>
          </Way>
          <Way to="/you/spaces">
            <Trans>Spaces</Trans>
          </Way>
          <Way to="/you/shares">
            <Trans>Who may see my things</Trans>
          </Way>
          <Way to="/you/data">
            <Trans>Take your data with you, or leave</Trans>
          </Way>
          <Way to="/you/history">
            <Trans>What happened to your account</Trans>
          </Way>
        </ul>
      </section>
      <Agreed />
      {after && (
        <section className="sect" aria-labelledby="after">
          <h2 id="after">
            <Trans>Looking after this Cairn</Trans>
          </h2>
          <ul className="said">
            <Way to="/admin/people">
              <Trans>People and roles</Trans>
            </Way>
            <Way to="/admin/audit">
              <Trans>Audit trail of this Cairn</Trans>
            </Way>
          </ul>
        </section>
      )}
      <SignOut />
    </Page>
  );
}

/** A line that leads to a page of its own. */
function Way({ to, children }: { to: LinkProps["to"]; children: ReactNode }) {
  return (
    <li>
      <Link className="link" to={to}>
        {children}
      </Link>
    </li>
  );
}
