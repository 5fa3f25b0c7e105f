import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { Problem } from "../../api/problem";
import { Button, Page, Scene } from "../../shared/ui";
import { useReset } from "./api";
import { DoorSaid } from "./DoorSaid";
import { passwordFault, sayWhatHappened, useRules } from "./forms";
import { NewPassword } from "./NewPassword";
import { useLinkSecret } from "./useLinkSecret";

/** Where the letter's link leads. The secret stands behind the #, which no server sees, and is spent by the new password. */
export function ResetPage() {
  const { t } = useLingui();
  const token = useLinkSecret();
  const reset = useReset();
  const form = useForm({ resolver: useRules((rules) => rules.newPassword()), defaultValues: { password: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await reset.mutateAsync({ token, password });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const fault = passwordFault(error);
      if (fault) form.setError("password", { message: fault }, { shouldFocus: true });
      else if (!isSpent(error)) form.setError("root", { message: sayWhatHappened(error) });
    }
  });
  if (reset.isSuccess) return <Changed />;
  if (!token || isSpent(reset.error)) return <Spent />;
  return (
    <Page title={t`Set a new password`} className="door">
      <Scene />
      <div className="head">
        <h1>
          <Trans>A new password</Trans>
        </h1>
        <p className="quiet">
          <Trans>Every device will ask for it once. Your things stay as they are.</Trans>
        </p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t`Set a new password`}>
        <NewPassword name="password" register={form.register} control={form.control} label={t`New password`} error={errors.password?.message} />
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <Button kind="go" big type="submit" busy={reset.isPending}>
          <Trans>Set the password</Trans>
        </Button>
      </form>
    </Page>
  );
}

function isSpent(error: Error | null): boolean {
  return error instanceof Problem && error.kind === "bad-reset-link";
}

function Changed() {
  const { t } = useLingui();
  return <DoorSaid title={t`Your password is set`} quiet={<Trans>Now sign in with it.</Trans>} to="/sign-in" way={<Trans>Sign in</Trans>} next />;
}

function Spent() {
  const { t } = useLingui();
  return (
    <DoorSaid
      title={t`This link has been used, or is too old`}
      quiet={<Trans>Nothing changed. Ask for a new one, and use the newest letter.</Trans>}
      to="/forgot"
      way={<Trans>Send me a new link</Trans>}
      next
    />
  );
}
