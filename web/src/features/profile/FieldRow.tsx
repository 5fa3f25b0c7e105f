import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFocusAgain } from "../../shared/inPlace";
import { LinkButton } from "../../shared/ui";
import { Edit } from "./Edit";
import type { Field } from "./api";
import { ValueSource } from "./ValueSource";

/** One field: its sentence, where each value comes from, and the way to change it in place. */
export function FieldRow({ field }: { field: Field }) {
  const [editing, setEditing] = useState<"now" | "before">();
  const edit = useFocusAgain(editing === "before");
  const { sentence, label, values } = field;
  if (editing === "now") {
    return (
      <li className="field-row">
        <Edit field={field} onClose={() => setEditing("before")} />
      </li>
    );
  }
  return (
    <li className="field-row">
      <p className={sentence ? "" : "quiet"}>{sentence || label}</p>
      {field.origin === "account" ? (
        <Link className="link act" to="/you">
          <Trans>In your settings</Trans>
          <span className="vh"> {label}</span>
        </Link>
      ) : (
        <LinkButton className="act" ref={edit} onClick={() => setEditing("now")}>
          {sentence ? <Trans>Edit</Trans> : <Trans>Write it</Trans>}
          <span className="vh"> {label}</span>
        </LinkButton>
      )}
      {values.map((value) => value.fact_id && <ValueSource key={value.fact_id} field={field} value={value} factId={value.fact_id} />)}
    </li>
  );
}
