import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import type { User } from "../../api/session";
import { locales, localeOf, speak } from "../../shared/i18n";
import { Button, Choice, Field, toast } from "../../shared/ui";
import { zones } from "../../shared/zone";
import { useSaveProfile } from "./api";
import { sayWhatHappened, useRules } from "./forms";

export function ProfileForm({ me }: { me: User }) {
  const { t } = useLingui();
  const save = useSaveProfile();
  const form = useForm({
    resolver: useRules((rules) => rules.profile()),
    values: { name: me.name, time_zone: me.time_zone, locale: localeOf(me.locale) ?? "en" },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    try {
      await save.mutateAsync(typed);
      await speak(typed.locale, { keep: true });
      toast({ id: "profile", text: t`Saved.` });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      form.setError("root", { message: sayWhatHappened(error) });
    }
  });
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t`About you`}>
      <Field {...form.register("name")} label={t`What I call you`} autoComplete="name" error={errors.name?.message} />
      <Choice {...form.register("time_zone")} label={t`Time zone`} hint={t`Your day, your mail and what repeats go by this clock.`}>
        {zones(me.time_zone).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </Choice>
      <Choice {...form.register("locale")} label={t`Language`}>
        {Object.entries(locales).map(([locale, name]) => (
          <option key={locale} value={locale} lang={locale}>
            {name}
          </option>
        ))}
      </Choice>
      {errors.root && (
        <p className="err-line" role="alert">
          {errors.root.message}
        </p>
      )}
      <div className="row">
        <Button kind="go" type="submit" busy={isSubmitting}>
          <Trans>Save changes</Trans>
        </Button>
      </div>
    </form>
  );
}
