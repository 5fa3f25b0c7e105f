import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useLookingAfter } from "../../api/rights";
import { useMe } from "../../api/session";
import { Page } from "../../shared/ui";
import { Agreed } from "./Agreed";
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
      <section className="sect" aria-labelledby="reached">
        <h2 id="reached">
          <Trans>How you are reached</Trans>
        </h2>
        <ul className="said">
          <li>
            <Link className="link" to="/you/reminders">
              <Trans>Reminders and quiet</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/reminders">
              <Trans>All your reminders</Trans>
            </Link>
          </li>
        </ul>
      </section>
      <section className="sect" aria-labelledby="opens">
        <h2 id="opens">
          <Trans>How you sign in</Trans>
        </h2>
        <ul className="said">
          <li>
            <Link className="link" to="/you/password">
              <Trans>Change your password</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/email">
              <Trans>Change your address</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/phone">
              <Trans>Your phone number</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/services">
              <Trans>Sign in with a service</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/devices">
              <Trans>Where you are signed in</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/keys">
              <Trans>Keys for other programs</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/second-factor">
              <Trans>Second step and passkeys</Trans>
            </Link>
          </li>
        </ul>
      </section>
      <Picture />
      <Device />
      <section className="sect" aria-labelledby="kept">
        <h2 id="kept">
          <Trans>What is kept</Trans>
        </h2>
        <ul className="said">
          <li>
            <Link className="link" to="/routines">
              <Trans>Routines and medication times</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/memory">
              <Trans>Memory: what you told Cairn</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/memory/profile">
              <Trans>What Cairn knows about you</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/mood">
              <Trans>Mood and energy</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/reviews">
              <Trans>Start and end of the day, and your week</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/automations">
              <Trans>Automations: what happens by itself</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/letters">
              <Trans>Mail Cairn would have sent</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/model">
              <Trans>Language model use</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/shares">
              <Trans>Who may see my things</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/data">
              <Trans>Take your data with you, or leave</Trans>
            </Link>
          </li>
          <li>
            <Link className="link" to="/you/history">
              <Trans>What happened to your account</Trans>
            </Link>
          </li>
        </ul>
      </section>
      <Agreed />
      {after && (
        <section className="sect" aria-labelledby="after">
          <h2 id="after">
            <Trans>Looking after this Cairn</Trans>
          </h2>
          <ul className="said">
            <li>
              <Link className="link" to="/admin/people">
                <Trans>People and roles</Trans>
              </Link>
            </li>
            <li>
              <Link className="link" to="/admin/audit">
                <Trans>Audit trail of this Cairn</Trans>
              </Link>
            </li>
          </ul>
        </section>
      )}
      <SignOut />
    </Page>
  );
}
