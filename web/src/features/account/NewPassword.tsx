import { useLingui } from "@lingui/react/macro";
import { useWatch, type Control, type FieldValues, type Path, type UseFormRegister } from "react-hook-form";
import { PasswordField } from "../../shared/ui";
import { StrengthLine } from "./StrengthLine";

type Props<Typed extends FieldValues> = {
  name: Path<Typed>;
  register: UseFormRegister<Typed>;
  control: Control<Typed>;
  label: string;
  error: string | undefined;
  /** What others know of the person. */
  about?: string[];
};

const nothing: string[] = [];

/** A password somebody chooses, and below it how hard it is to guess. */
export function NewPassword<Typed extends FieldValues>({ name, register, control, label, error, about = nothing }: Props<Typed>) {
  const { t } = useLingui();
  const password = useWatch({ control, name }) as string;
  return (
    <div className="grid gap-1">
      <PasswordField
        {...register(name)}
        label={label}
        autoComplete="new-password"
        hint={t`Eight characters or more, any of them. Three words you can remember are fine.`}
        error={error}
      />
      <StrengthLine password={password} about={about} />
    </div>
  );
}
