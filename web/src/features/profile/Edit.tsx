import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { afterwards, useInPlace } from "../../shared/inPlace";
import { relationName } from "../../shared/relations";
import { Button, Choice, Field as TextField, toast } from "../../shared/ui";
import { said, useWrite, type Field } from "./api";

/** Writes a field by hand, in its place; Escape leaves it as it was. */
export function Edit({ field, onClose }: { field: Field; onClose: () => void }) {
  const { t } = useLingui();
  const { label, relations } = field;
  const before = field.values.map(said);
  const [values, setValues] = useState(before.map((one) => one.value));
  const [more, setMore] = useState("");
  const [relation, setRelation] = useState(relations[0] ?? "");
  const write = useWrite(field);
  const form = useInPlace(onClose);
  const grows = field.many || before.length === 0;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const kept = before.map((one, at) => ({ ...one, value: values[at]?.trim() ?? "" })).filter((one) => one.value);
    const changed = kept.length < before.length || kept.some((one, at) => one.value !== before[at]?.value);
    const added = more.trim();
    if (!changed && !added) return onClose();
    const undo = () => write.mutate({ values: before });
    const done = () => {
      toast({ id: field.id, text: t`Written down. It comes before what I read.`, act: { label: t`Undo`, run: undo } });
      onClose();
    };
    const written = { values: changed ? kept : undefined, more: added ? { relation, value: added } : undefined };
    void afterwards(write.mutateAsync(written), done);
  };
  return (
    <form ref={form} className="correct" onSubmit={save}>
      {values.map((value, index) => (
        <TextField
          key={index}
          label={index === 0 ? label : t`${label}, more`}
          labelHidden={index > 0}
          maxLength={500}
          value={value}
          hint={index === values.length - 1 && t`Empty means that it is no longer so.`}
          onChange={(event) => setValues(values.map((old, at) => (at === index ? event.target.value : old)))}
        />
      ))}
      {grows && (
        <TextField label={before.length > 0 ? t`One more` : label} maxLength={500} value={more} onChange={(event) => setMore(event.target.value)} />
      )}
      {grows && relations.length > 1 && more.trim() && (
        <Choice label={t`What is it?`} value={relation} onChange={(event) => setRelation(event.target.value)}>
          {relations.map((one) => (
            <option key={one} value={one}>
              {relationName(one)}
            </option>
          ))}
        </Choice>
      )}
      {write.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. Your words are still here.</Trans>
        </p>
      )}
      <div className="row">
        <Button kind="go" type="submit" busy={write.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button kind="soft" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  );
}
