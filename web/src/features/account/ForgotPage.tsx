import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { Button, Field, Page, Scene } from "../../shared/ui";
import { useForgot } from "./api";
import { DoorSaid } from "./DoorSaid";
import { sayWhatHappened, useRules } from "./forms";

/** Asks for a link that sets a new password. The same words whether there is an account or not. */
export function ForgotPage() {
  const { t } = useLingui();
  const forgot = useForgot();
  const form = useForm({ resolver: useRules((rules) => rules.addressed()), defaultValues: { email: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ email }) => {
    try {
      await forgot.mutateAsync(email);
    } catch (error) {
      if (error instanceof Error) form.setError("root", { message: sayWhatHappened(error) });
    }
  });
  if (forgot.isSuccess) return <OnItsWay />;
  return (
    <Page title={t`Set a new password`} className="door">
      <Scene />
      <div className="head">
        <h1>
          <Trans>Passwords slip away</Trans>
        </h1>
        <p className="quiet">
          <Trans>Say where your mail comes, and a link for a new one is on its way.</Trans>
        </p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t`Set a new password`}>
        <Field {...form.register("email")} label={t`Email`} type="email" autoComplete="username" autoCapitalize="none" error={errors.email?.message} />
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <Button kind="go" big type="submit" busy={forgot.isPending}>
          <Trans>Send me a link</Trans>
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

function OnItsWay() {
  const { t } = useLingui();
  return (
    <DoorSaid
      title={t`Check your mail`}
      lead={<Trans>If that address has an account, a letter is on its way. Its link works once, within an hour.</Trans>}
      quiet={<Trans>It can take a minute. If it doesn't come, look among the unwanted mail.</Trans>}
      to="/sign-in"
      way={<Trans>Go to sign in</Trans>}
    />
  );
}
