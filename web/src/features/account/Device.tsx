import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useInstall } from "../../shared/install";
import { showTheme, theme, type Theme } from "../../shared/theme";
import { Button } from "../../shared/ui";
import { useSaveProfile } from "./api";

/** What belongs to this screen rather than to the person. */
export function Device() {
  const { t } = useLingui();
  const [chosen, setChosen] = useState(theme);
  const install = useInstall();
  const save = useSaveProfile();
  const themes: Record<Theme, string> = { system: t`As this device`, light: t`Light`, dark: t`Dark` };
  const choose = (next: Theme) => {
    showTheme(next);
    setChosen(next);
    // The next device begins with it too; that it couldn't be told changes nothing on this one.
    save.mutate({ settings: { theme: next } });
  };
  return (
    <section className="sect" aria-labelledby="device">
      <h2 id="device">
        <Trans>On this device</Trans>
      </h2>
      <fieldset className="options">
        <legend>
          <Trans>Light and dark</Trans>
        </legend>
        {(Object.keys(themes) as Theme[]).map((name) => (
          <label key={name} className="option">
            <input type="radio" name="theme" value={name} checked={chosen === name} onChange={() => choose(name)} />
            {themes[name]}
          </label>
        ))}
      </fieldset>
      <p className="mt-6">
        <Link className="link" to="/you/notices">
          <Trans>Telling you on this device</Trans>
        </Link>
      </p>
      {install && (
        <div className="mt-6 grid justify-items-start gap-2">
          <Button onClick={() => void install()}>
            <Trans>Install Cairn here</Trans>
          </Button>
          <p className="small quiet">
            <Trans>It opens from your home screen then, with or without a network.</Trans>
          </p>
        </div>
      )}
    </section>
  );
}
