import { useLingui } from "@lingui/react/macro";
import { Button, Input } from "../../shared/ui";

export function CaptureLine() {
  const { t } = useLingui();
  return (
    <form className="capture" aria-label={t`Capture`}>
      <div className="box">
        <label className="vh" htmlFor="capture">{t`Tell me anything`}</label>
        <Input id="capture" autoComplete="off" enterKeyHint="done" placeholder={t`Say it once`} />
        <Button kind="soft" type="submit">{t`Save`}</Button>
      </div>
    </form>
  );
}
