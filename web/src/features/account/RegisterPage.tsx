import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Problem } from "../../api/problem";
import { i18n } from "../../shared/i18n";
import { Button, Field, Page, Scene } from "../../shared/ui";
import { Providers } from "../openid/Providers";
import { useRegister } from "./api";
import { CheckYourMail } from "./CheckYourMail";
import { passwordFault, sayWhatHappened, useRules } from "./forms";
import { NewPassword } from "./NewPassword";
import { TERMS_VERSION } from "./terms";

const fields = ["name", "email", "password"] as const;

export function RegisterPage() {
  const { t } = useLingui();
  const { next } = useSearch({ from: "/register" });
  const router = useRouter();
  const register = useRegister();
  const [mailed, setMailed] = useState<string>();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useForm({ resolver: useRules((rules) => rules.newAccount()), defaultValues: { name: "", email: "", password: "" } });
  const { errors } = form.formState;
  const about = useWatch({ control: form.control, name: ["email", "name"] });

  const tell = (error: Error) => {
    if (error instanceof Problem && error.status === 409) {
      form.setError("email", { message: t`There is an account with this address already. You can sign in with it.` }, { shouldFocus: true });
      return;
    }
    if (error instanceof Problem && error.kind === "bad-address") {
      form.setError("email", { message: t`That isn't a whole address yet, like rita@example.org.` }, { shouldFocus: true });
      return;
    }
    const fault = passwordFault(error);
    if (fault) {
      form.setError("password", { message: fault }, { shouldFocus: true });
      return;
    }
    const named = error instanceof Problem ? fields.filter((field) => error.fields.has(field)) : [];
    for (const field of named) form.setError(field, { message: (error as Problem).fields.get(field) }, { shouldFocus: true });
    if (named.length === 0) form.setError("root", { message: sayWhatHappened(error) });
  };

  const submit = form.handleSubmit(async (typed) => {
    try {
      const made = await register.mutateAsync({ ...typed, time_zone: zone, locale: i18n.locale, accepted_terms: TERMS_VERSION });
      if (made === "mail") setMailed(typed.email);
      else await router.navigate({ href: next ?? "/now" });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      tell(error);
    }
  });

  if (mailed) return <CheckYourMail email={mailed} />;
  return (
    <Page title={t`Make an account`} className="door">
      <Scene />
      <div className="head">
        <h1>
          <Trans>Let's begin</Trans>
        </h1>
        <p className="quiet">
          <Trans>Three things, then you're in.</Trans>
        </p>
      </div>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <Field {...form.register("name")} label={t`What should I call you?`} autoComplete="name" error={errors.name?.message} />
        <Field {...form.register("email")} label={t`Email`} type="email" autoComplete="username" autoCapitalize="none" error={errors.email?.message} />
        <NewPassword
          name="password"
          register={form.register}
          control={form.control}
          label={t`Password`}
          error={errors.password?.message}
          about={about}
        />
        {errors.root && (
          <p className="err-line" role="alert">
            {errors.root.message}
          </p>
        )}
        <Button kind="go" big type="submit" busy={form.formState.isSubmitting}>
          <Trans>Make my account</Trans>
        </Button>
        <p className="small quiet">
          <Trans>
            By making an account you agree to{" "}
            <Link className="link" to="/terms">
              what Cairn keeps
            </Link>
            .
          </Trans>
        </p>
        <p className="small quiet">
          <Trans>Your time zone is {zone}. You can change it later.</Trans>
        </p>
      </form>
      <p className="aside">
        <Link className="link link-quiet" to="/sign-in" search={next ? { next } : {}}>
          <Trans>I have an account</Trans>
        </Link>
      </p>
      <Providers next={next} remember />
    </Page>
  );
}
