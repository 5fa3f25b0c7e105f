import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button, Field } from "../../shared/ui";
import { usePark } from "./api";

export const parkId = "park";

/** What comes to mind goes here, and is out of mind. It is shown again afterwards. */
export function Park() {
  const { t } = useLingui();
  const park = usePark();
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) park.mutate(text.trim(), { onSuccess: () => setText("") });
  };
  return (
    <form onSubmit={submit} className="focus-park">
      <Field
        id={parkId}
        label={t`Park a thought`}
        hint={
          <>
            <Trans>It waits here until you are done.</Trans>{" "}
            <span className="by-key">
              <Trans>Key: p</Trans>
            </span>
          </>
        }
        autoComplete="off"
        maxLength={500}
        value={text}
        error={park.isError ? t`It isn't kept yet: there is no connection just now.` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={park.isPending}>
        <Trans>Park</Trans>
      </Button>
      <p role="status" className="quiet small">
        {park.isSuccess && text === "" && <Trans>Parked.</Trans>}
      </p>
    </form>
  );
}
