import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { Problem } from "../../api/problem";
import { useMe } from "../../api/session";
import { Button, Field, Page, PasswordField } from "../../shared/ui";
import { useChangeAddress } from "./api";
import { sayWhatHappened, useRules } from "./forms";

/** Asks for another address. Nothing changes until the letter that goes there is answered. */
export function AddressPage() {
  const { t } = useLingui();
  const { email } = useMe();
  const change = useChangeAddress();
  const form = useForm({ resolver: useRules((rules) => rules.changedAddress()), defaultValues: { email: "", password: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    try {
      await change.mutateAsync(typed);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const kind = error instanceof Problem ? error.kind : "";
      if (kind === "wrong-password") form.setError("password", { message: t`That isn't your password. Nothing was changed.` }, { shouldFocus: true });
      else if (kind === "same-address") form.setError("email", { message: t`This is your address already.` }, { shouldFocus: true });
      else if (kind === "bad-address") form.setError("email", { message: t`That isn't a whole address yet, like rita@example.org.` }, { shouldFocus: true });
      else form.setError("root", { message: sayWhatHappened(error) });
    }
  });
  if (change.isSuccess) return <Asked email={change.variables.email} />;
  return (
    <Page title={t`Change your address`}>
      <div className="head">
        <h1>
          <Trans>Change your address</Trans>
        </h1>
        <p className="quiet">
          <Trans>Now it is {email}. A letter goes to the new one, and nothing changes before you open its link.</Trans>
        </p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t`Change your address`}>
        <Field {...form.register("email")} label={t`New address`} type="email" autoComplete="email" autoCapitalize="none" error={errors.email?.message} />
        <PasswordField {...form.register("password")} label={t`Your password`} autoComplete="current-password" error={errors.password?.message} />
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <div className="row">
          <Button kind="go" type="submit" busy={form.formState.isSubmitting}>
            <Trans>Send the letter</Trans>
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Asked({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <Page title={t`Check your mail`}>
      <div className="head" role="status">
        <h1>
          <Trans>Check your mail</Trans>
        </h1>
        <p className="lead">
          <Trans>A letter is on its way to {email}. Its link works once, within an hour.</Trans>
        </p>
        <p className="quiet">
          <Trans>Your present address is told too, and can stop it. Without a mail server, the letter waits among your letters.</Trans>
        </p>
      </div>
      <p className="aside">
        <Link className="link" to="/you/letters">
          <Trans>See your letters</Trans>
        </Link>
      </p>
    </Page>
  );
}
