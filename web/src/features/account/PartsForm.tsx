import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import type { User } from "../../api/session";
import { partsOf, type Parts } from "../../shared/parts";
import { Button, Field, toast } from "../../shared/ui";
import { useSaveProfile } from "./api";
import { followEachOther } from "./day";

/** Which hours "morning" and its kin mean when the person says them. */
export function PartsForm({ me }: { me: User }) {
  const { t } = useLingui();
  const save = useSaveProfile();
  const [edited, setEdited] = useState<Partial<Parts>>({});
  const parts = { ...partsOf(me.settings), ...edited };
  const fits = followEachOther(parts);
  const fields: [keyof Parts, string][] = [
    ["morning", t`Morning`],
    ["noon", t`Noon`],
    ["afternoon", t`Afternoon`],
    ["evening", t`Evening`],
    ["night", t`Night`],
  ];
  const saved = () => {
    setEdited({});
    toast({ id: "parts", text: t`Saved.` });
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (fits) save.mutate({ settings: { parts } }, { onSuccess: saved });
  };
  return (
    <details className="fold mt-4">
      <summary>
        <Trans>What “morning” and “evening” mean</Trans>
      </summary>
      <p className="quiet">
        <Trans>“Tomorrow morning” is then at your hour. What is booked already stays.</Trans>
      </p>
      <form className="form mt-4" onSubmit={keep} noValidate aria-label={t`Parts of your day`}>
        {fields.map(([part, label]) => (
          <Field
            key={part}
            label={label}
            type="time"
            required
            value={parts[part]}
            error={fits || part !== "night" ? undefined : t`They follow each other, from morning to night.`}
            onChange={(event) => setEdited({ ...edited, [part]: event.target.value })}
          />
        ))}
        {save.isError && (
          <p className="err-line" role="alert">
            <Trans>That didn't go through just now. It is as it was.</Trans>
          </p>
        )}
        <div className="row">
          <Button type="submit" busy={save.isPending}>
            <Trans>Keep these hours</Trans>
          </Button>
        </div>
      </form>
    </details>
  );
}
