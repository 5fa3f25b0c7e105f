import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { Button, Field, Page, Scene } from "../../shared/ui";
import { useResend } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened, useRules } from "./forms";

/** Asks for the letter that confirms a new account again. The same words whether one waits or not. */
export function ResendPage() {
  const { t } = useLingui();
  const resend = useResend();
  const form = useForm({ resolver: useRules((rules) => rules.addressed()), defaultValues: { email: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ email }) => {
    try {
      await resend.mutateAsync(email);
    } catch (error) {
      if (error instanceof Error) form.setError("root", { message: sayWhatHappened(error) });
    }
  });
  if (resend.isSuccess) return <Sent />;
  return (
    <Page title={t`Send the letter again`} className="door">
      <Scene />
      <div className="head">
        <h1>
          <Trans>Letters get lost</Trans>
        </h1>
        <p className="quiet">
          <Trans>Say which address you registered with, and the letter comes again.</Trans>
        </p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t`Send the letter again`}>
        <Field {...form.register("email")} label={t`Email`} type="email" autoComplete="username" autoCapitalize="none" error={errors.email?.message} />
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <Button kind="go" big type="submit" busy={resend.isPending}>
          <Trans>Send the letter again</Trans>
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

function Sent() {
  const { t } = useLingui();
  return (
    <DoorSaid
      title={t`Check your mail`}
      lead={<Trans>If an account waits for that address, its letter is on its way. Only the newest link works.</Trans>}
      quiet={<Trans>It can take a minute. If it doesn't come, look among the unwanted mail.</Trans>}
      to="/sign-in"
      way={<Trans>Go to sign in</Trans>}
    />
  );
}
