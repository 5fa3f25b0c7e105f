import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { Button, Field, Page, Scene } from "../../shared/ui";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened, useRules } from "./forms";

type Asked = {
  title: string;
  heading: ReactNode;
  quiet: ReactNode;
  act: ReactNode;
  /** Said once it was asked for: the same whether a letter goes out or not. */
  sent: ReactNode;
  ask: { mutateAsync: (email: string) => Promise<unknown>; isPending: boolean; isSuccess: boolean };
};

/** Asks for a letter to an address, before the sign-in. */
export function AskForLetter({ title, heading, quiet, act, sent, ask }: Asked) {
  const { t } = useLingui();
  const form = useForm({ resolver: useRules((rules) => rules.addressed()), defaultValues: { email: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ email }) => {
    try {
      await ask.mutateAsync(email);
    } catch (error) {
      if (error instanceof Error) form.setError("root", { message: sayWhatHappened(error) });
    }
  });
  if (ask.isSuccess) {
    return (
      <DoorSaid
        title={t`Check your mail`}
        lead={sent}
        quiet={<Trans>It can take a minute. If it doesn't come, look among the unwanted mail.</Trans>}
        to="/sign-in"
        way={<Trans>Go to sign in</Trans>}
      />
    );
  }
  return (
    <Page title={title} className="door">
      <Scene />
      <div className="head">
        <h1>{heading}</h1>
        <p className="quiet">{quiet}</p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
        <Field {...form.register("email")} label={t`Email`} type="email" autoComplete="username" autoCapitalize="none" error={errors.email?.message} />
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <Button kind="go" big type="submit" busy={ask.isPending}>
          {act}
        </Button>
      </form>
      <p className="aside">
        <Link className="link link-quiet" to="/sign-in">
          <Trans>Back to sign in</Trans>
        </Link>
      </p>
    </Page>
  );
}
