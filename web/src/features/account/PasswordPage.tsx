import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { Problem } from "../../api/problem";
import { useMe } from "../../api/session";
import { Button, Page, PasswordField, toast } from "../../shared/ui";
import { useChangePassword } from "./api";
import { passwordFault, sayWhatHappened, useRules } from "./forms";
import { NewPassword } from "./NewPassword";

/** Changes the password, which takes the present one. Other devices are signed out by it. */
export function PasswordPage() {
  const { t } = useLingui();
  const me = useMe();
  const router = useRouter();
  const change = useChangePassword();
  const form = useForm({ resolver: useRules((rules) => rules.changedPassword()), defaultValues: { current_password: "", new_password: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    try {
      await change.mutateAsync(typed);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const fault = passwordFault(error);
      if (error instanceof Problem && error.kind === "wrong-password") {
        form.setError("current_password", { message: t`That isn't your password. Nothing was changed.` }, { shouldFocus: true });
      } else if (fault) form.setError("new_password", { message: fault }, { shouldFocus: true });
      else form.setError("root", { message: sayWhatHappened(error) });
      return;
    }
    toast({ id: "password", text: t`Your password is changed. Other devices are signed out.` });
    await router.navigate({ to: "/you" });
  });
  return (
    <Page title={t`Change your password`}>
      <div className="head">
        <h1>
          <Trans>Change your password</Trans>
        </h1>
        <p className="quiet">
          <Trans>Other devices will ask for the new one. You stay signed in here.</Trans>
        </p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t`Change your password`}>
        <input className="vh" type="text" autoComplete="username" value={me.email} readOnly tabIndex={-1} aria-hidden="true" />
        <PasswordField
          {...form.register("current_password")}
          label={t`Your password now`}
          autoComplete="current-password"
          error={errors.current_password?.message}
        />
        <NewPassword
          name="new_password"
          register={form.register}
          control={form.control}
          label={t`New password`}
          error={errors.new_password?.message}
          about={[me.email, me.name]}
        />
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <div className="row">
          <Button kind="go" type="submit" busy={form.formState.isSubmitting}>
            <Trans>Change the password</Trans>
          </Button>
        </div>
      </form>
    </Page>
  );
}
