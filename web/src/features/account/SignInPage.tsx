import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Problem } from "../../api/problem";
import { Button, Field, Page, PasswordField, Scene } from "../../shared/ui";
import { Providers } from "../openid/Providers";
import { useLogIn } from "./api";
import { sayWhatHappened, useRules } from "./forms";

export function SignInPage() {
  const { t } = useLingui();
  const { next } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const logIn = useLogIn();
  const form = useForm({ resolver: useRules((rules) => rules.credentials()), defaultValues: { email: "", password: "", remember: true } });
  const { errors } = form.formState;
  const remember = useWatch({ control: form.control, name: "remember" });
  const [refused, setRefused] = useState(false);
  const submit = form.handleSubmit(async (typed) => {
    try {
      await logIn.mutateAsync(typed);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        setRefused(true);
        form.setError("password", { message: t`That password doesn't go with this email. Both are still here, change what you need.` }, { shouldFocus: true });
      } else if (error instanceof Error) {
        form.setError("root", { message: sayWhatHappened(error) });
      }
      return;
    }
    await router.navigate({ href: next ?? "/now" });
  });
  return (
    <Page title={t`Sign in`} className="door">
      <Scene />
      <div className="head">
        <h1>
          <Trans>Come on in</Trans>
        </h1>
        <p className="quiet">
          <Trans>Your things are where you left them.</Trans>
        </p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <Field {...form.register("email")} label={t`Email`} type="email" autoComplete="username" autoCapitalize="none" error={errors.email?.message} />
        <PasswordField {...form.register("password")} label={t`Password`} autoComplete="current-password" error={errors.password?.message} />
        <label className="check">
          <input type="checkbox" {...form.register("remember")} />
          <Trans>Keep me signed in on this device</Trans>
        </label>
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <Button kind="go" big type="submit" busy={form.formState.isSubmitting}>
          <Trans>Sign in</Trans>
        </Button>
      </form>
      {refused && (
        <p className="aside">
          <Link className="link link-quiet" to="/resend">
            <Trans>My account is new, and its letter didn't come</Trans>
          </Link>
        </p>
      )}
      <p className="aside">
        <Link className="link link-quiet" to="/forgot">
          <Trans>I forgot my password</Trans>
        </Link>
      </p>
      <p className="aside">
        <Link className="link link-quiet" to="/register" search={next ? { next } : {}}>
          <Trans>I'm new here</Trans>
        </Link>
      </p>
      <Providers next={next} remember={remember} />
    </Page>
  );
}
