import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Button, Chip, Field } from "../../shared/ui";
import { length } from "../../shared/when";
import { nextQuery, useBegin } from "./api";

const lengths = [10, 25, 45, 60];

/** What for, and how long: then the timer is the server's. */
export function Begin() {
  const { t } = useLingui();
  const { data } = useQuery(nextQuery);
  const start = useBegin();
  const [words, setWords] = useState("");
  const [minutes, setMinutes] = useState(25);
  const [own, setOwn] = useState(false);
  const task = data?.task ?? undefined;
  const said = words.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ minutes, words: said });
  };
  return (
    <form onSubmit={submit} className="one focus-begin">
      <Field
        label={t`What for`}
        hint={task && said === "" ? t`Left empty, it is for what comes next: ${task.title}` : undefined}
        autoComplete="off"
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <fieldset className="focus-lengths">
        <legend>
          <Trans>For how long</Trans>
        </legend>
        <div className="chips">
          {lengths.map((one) => (
            <Chip key={one} kind="example" aria-pressed={!own && one === minutes} onClick={() => (setOwn(false), setMinutes(one))}>
              {length(one)}
            </Chip>
          ))}
          <Chip kind="example" aria-pressed={own} onClick={() => setOwn(true)}>
            <Trans>Another</Trans>
          </Chip>
        </div>
      </fieldset>
      {own && (
        <Field
          label={t`Minutes`}
          type="number"
          inputMode="numeric"
          min={1}
          max={480}
          required
          value={minutes || ""}
          onChange={(event) => setMinutes(event.target.valueAsNumber || 0)}
        />
      )}
      {start.isError && (
        <p role="alert" className="err-line">
          <Trans>It didn't start: there is no connection just now.</Trans>
        </p>
      )}
      <Button type="submit" kind="go" big busy={start.isPending}>
        <Trans>Start</Trans>
      </Button>
    </form>
  );
}
