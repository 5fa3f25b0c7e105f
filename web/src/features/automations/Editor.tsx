import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { Area, Button, Choice, Field, LinkButton } from "../../shared/ui";
import { useAdd, useEdit, type Automation, type What } from "./api";
import { useKinds } from "./words";

type Given = { what: What; name: string; prompt: string; when: string };

/** Makes an automation, or changes one: what it does, when in words, and what it is called. */
export function Editor({ automation, onDone }: { automation?: Automation; onDone: () => void }) {
  return automation ? <Change automation={automation} onDone={onDone} /> : <Make onDone={onDone} />;
}

function Make({ onDone }: { onDone: () => void }) {
  const add = useAdd();
  const begin = { what: "digest", name: "", prompt: "", when: "" } as const;
  return (
    <Form
      begin={begin}
      busy={add.isPending}
      error={add.error}
      onDone={onDone}
      onKeep={({ what, name, prompt, when }) =>
        add.mutate({ what, name, when, prompt: what === "prompt" ? prompt : "" }, { onSuccess: onDone })
      }
    />
  );
}

function Change({ automation, onDone }: { automation: Automation; onDone: () => void }) {
  const edit = useEdit(automation);
  const { what, name, prompt } = automation;
  return (
    <Form
      fixed
      begin={{ what, name, prompt, when: "" }}
      busy={edit.isPending}
      error={edit.error}
      onDone={onDone}
      onKeep={(given) =>
        edit.mutate(
          {
            ...(given.name.trim() ? { name: given.name } : {}),
            ...(what === "prompt" && given.prompt.trim() ? { prompt: given.prompt } : {}),
            ...(given.when.trim() ? { when: given.when } : {}),
          },
          { onSuccess: onDone },
        )
      }
    />
  );
}

type FormProps = {
  begin: Given;
  busy: boolean;
  error: Error | null;
  /** What it does can't be changed any more. */
  fixed?: boolean;
  onKeep: (given: Given) => void;
  onDone: () => void;
};

function Form({ begin, busy, error, fixed, onKeep, onDone }: FormProps) {
  const { t } = useLingui();
  const kinds = useKinds();
  const [given, setGiven] = useState<Given>(begin);
  const set = (name: keyof Given) => ({
    value: given[name],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }),
  });
  const words: Record<string, string> = {
    "unreadable-schedule": t`We couldn't read a schedule in these words. Try “every Sunday at 18:00”.`,
    "unusable-schedule": t`It can't come round like this. Once an hour is the most.`,
    "too-many-automations": t`You have as many automations as this Cairn allows. Delete one that you no longer need.`,
    stale: t`This has changed since. Close it and open it again.`,
  };
  const kind = error instanceof Problem ? error.kind : "";
  const problem = error && (words[kind] ?? t`That couldn't be kept just now. Try once more.`);
  const about = kind.endsWith("schedule") ? "when" : "rest";
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(given);
      }}
    >
      {!fixed && (
        <Choice label={t`What happens`} {...set("what")}>
          {(["digest", "week", "prompt"] as const).map((what) => (
            <option key={what} value={what}>
              {kinds[what]}
            </option>
          ))}
        </Choice>
      )}
      {given.what === "prompt" && (
        <Area
          label={t`What is asked`}
          hint={t`It is asked in a conversation of its own. What the assistant wants to change waits for your yes.`}
          required
          maxLength={2000}
          rows={3}
          {...set("prompt")}
        />
      )}
      <Field
        label={fixed ? t`Another time, in words` : t`When, in words`}
        hint={t`For example “every Sunday at 18:00” or “every weekday at 8:00”`}
        required={!fixed}
        maxLength={200}
        error={about === "when" ? problem : undefined}
        {...set("when")}
      />
      <Field label={t`Called`} hint={fixed ? undefined : t`You can leave it empty.`} maxLength={120} {...set("name")} />
      {about === "rest" && problem && (
        <p className="err-line" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="go" busy={busy}>
          <Trans>Keep it</Trans>
        </Button>
        <LinkButton onClick={onDone}>
          <Trans>Cancel</Trans>
        </LinkButton>
      </div>
    </form>
  );
}
