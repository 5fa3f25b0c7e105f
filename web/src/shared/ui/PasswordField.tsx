import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Field, type FieldProps } from "./Field";

/** A password that can be read while it is typed; the browser's password manager keeps working in both states. */
export function PasswordField(props: Omit<FieldProps, "type">) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <div className="reveal">
      <Field {...props} type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="none" autoCorrect="off" />
      <button
        type="button"
        className="btn btn-soft"
        aria-label={shown ? t`Hide the password` : t`Show the password`}
        onClick={() => setShown(!shown)}
      >
        {shown ? t`Hide` : t`Show`}
      </button>
    </div>
  );
}
