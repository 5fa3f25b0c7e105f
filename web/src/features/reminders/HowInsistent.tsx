import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Choice } from "../../shared/ui";
import { presetsQuery, useInsist, type Reminder } from "./api";

const kinds = ["gentle", "usual", "insistent"] as const;
type Kind = (typeof kinds)[number];

/** How insistently this one comes, where it should differ from the others. */
export function HowInsistent({ reminder }: { reminder: Reminder }) {
  const { t } = useLingui();
  const { data } = useQuery(presetsQuery);
  const insist = useInsist();
  if (!data) return null;
  const { presets } = data;
  const { id, ladder, urgent } = reminder;
  const names: Record<Kind, string> = { gentle: t`Gentle`, usual: t`As usual`, insistent: t`Don't let go until it's done` };
  const same = (kind: Kind) => JSON.stringify(presets[kind]) === JSON.stringify(ladder);
  const present = ladder ? (kinds.find(same) ?? "own") : "";
  const pick = (value: string) => {
    const kind = kinds.find((one) => one === value);
    insist.mutate({ id, ladder: kind ? (presets[kind] ?? null) : null });
  };
  return (
    <section className="sect" aria-labelledby="insist">
      <h2 id="insist" className="text-18">
        <Trans>How this one reaches you</Trans>
      </h2>
      <div className="form">
        <Choice label={t`How insistently?`} value={present} disabled={insist.isPending} onChange={(event) => pick(event.target.value)}>
          <option value="">{t`Like all the others`}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
          {present === "own" && <option value="own">{t`In a way of its own`}</option>}
        </Choice>
        <label className="option">
          <input type="checkbox" checked={urgent} disabled={insist.isPending} onChange={() => insist.mutate({ id, urgent: !urgent })} />
          <Trans>Also when it's quiet: this can't wait</Trans>
        </label>
        {insist.isError && (
          <p className="err-line" role="alert">
            <Trans>That didn't go through just now. It is as it was.</Trans>
          </p>
        )}
      </div>
    </section>
  );
}
