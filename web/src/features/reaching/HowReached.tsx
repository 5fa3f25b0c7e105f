import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Choice } from "../../shared/ui";
import { asPut, useChangePreferences, type Ladder, type Preferences, type Preset } from "./api";
import { byChannel, inLines, ladderOf, simply, type Simple } from "./ladder";

const presets: readonly Preset[] = ["gentle", "usual", "insistent", "own"];

/** How insistently: one of three ways, or one's own, made of a few plain questions. */
export function HowReached({ told }: { told: Preferences }) {
  const { t } = useLingui();
  const change = useChangePreferences();
  const names: Record<Preset, string> = { gentle: t`Gentle`, usual: t`As usual`, insistent: t`Don't let go`, own: t`My own way` };
  const pick = (preset: Preset) => change.mutate({ ...asPut(told), preset, ladder: preset === "own" ? ladderOf(simply(told.ladder)) : null });
  return (
    <section className="sect" aria-labelledby="how">
      <h2 id="how">
        <Trans>How should I reach you?</Trans>
      </h2>
      <fieldset className="options">
        <legend className="vh">
          <Trans>How should I reach you?</Trans>
        </legend>
        {presets.map((preset) => (
          <label key={preset} className="option">
            <input type="radio" name="preset" checked={told.preset === preset} onChange={() => pick(preset)} />
            {names[preset]}
          </label>
        ))}
      </fieldset>
      <Lines ladder={told.ladder} />
      {told.mail_stays_here && told.ladder.rungs.some(({ channels }) => channels.includes("email")) && (
        <p className="quiet mt-2">
          <Trans>
            No mail server is set up here: what goes by mail waits among <Link to="/you/letters">your letters</Link>.
          </Trans>
        </p>
      )}
      {told.preset === "own" && <Own told={told} save={(ladder) => change.mutate({ ...asPut(told), preset: "own", ladder })} />}
      {change.isError && (
        <p className="err-line mt-2" role="alert">
          <Trans>That didn't go through just now. It is as it was.</Trans>
        </p>
      )}
    </section>
  );
}

/** What a ladder does, in plain lines. */
function Lines({ ladder }: { ladder: Ladder }) {
  const { t } = useLingui();
  return (
    <ol className="mt-2" aria-label={t`What happens when a reminder rings`}>
      {inLines(ladder).map((line) => (
        <li key={line} className="quiet">
          {line}
        </li>
      ))}
    </ol>
  );
}

/** The lengths to choose from, the present one among them. */
const offered = (minutes: readonly number[], present: number) => [...new Set([...minutes, present])].toSorted((one, other) => one - other);

function Own({ told, save }: { told: Preferences; save: (ladder: Ladder) => void }) {
  const { t } = useLingui();
  const present = simply(told.ladder);
  const put = (change: Partial<Simple>) => save(ladderOf({ ...present, ...change }));
  const toggle = (channel: Simple["noisy"][number]) =>
    put({ noisy: present.noisy.includes(channel) ? present.noisy.filter((one) => one !== channel) : [...present.noisy, channel] });
  return (
    <div className="form mt-4">
      <fieldset className="options">
        <legend>
          <Trans>Besides in Cairn, reach me</Trans>
        </legend>
        {told.channels
          .filter((channel) => channel !== "page")
          .map((channel) => (
            <label key={channel} className="option">
              <input type="checkbox" checked={present.noisy.includes(channel)} onChange={() => toggle(channel)} />
              {byChannel(channel)}
            </label>
          ))}
      </fieldset>
      {present.noisy.length > 0 && (
        <>
          <Choice label={t`When?`} value={present.after} onChange={(event) => put({ after: Number(event.target.value) })}>
            {offered([0, 5, 15, 30, 60], present.after).map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? t`At once` : t`If it isn't done after ${minutes} minutes`}
              </option>
            ))}
          </Choice>
          <Choice label={t`And again?`} hint={t`It stops at once when you answer, on any device.`} value={present.again} onChange={(event) => put({ again: Number(event.target.value) })}>
            {offered([0, 5, 10, 20, 60], present.again).map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? t`No, once is enough` : t`Every ${minutes} minutes`}
              </option>
            ))}
          </Choice>
          {present.again > 0 && (
            <Choice label={t`How often again?`} value={present.times} onChange={(event) => put({ times: Number(event.target.value) })}>
              {offered([0, 1, 2, 3, 5, 10], present.times).map((times) => (
                <option key={times} value={times}>
                  {times === 0 ? t`Until it's done` : t`${plural(times, { one: "Once", other: "# times" })}`}
                </option>
              ))}
            </Choice>
          )}
        </>
      )}
    </div>
  );
}
