import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, type ChangeEvent } from "react";
import { Problem } from "../../api/problem";
import { Button } from "../../shared/ui";
import { sayWhatHappened } from "./forms";
import { usePicture, useSetPicture } from "./picture";

/** A picture of oneself, which nobody else is shown. */
export function Picture() {
  const { t } = useLingui();
  const picture = usePicture();
  const set = useSetPicture();
  const file = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const one = event.target.files?.[0];
    event.target.value = "";
    if (one) set.mutate(one);
  };
  const says = (error: Error) =>
    error instanceof Problem && (error.status === 422 || error.status === 413)
      ? t`This can't be used as a picture. PNG, JPEG and WebP up to 2 MB work.`
      : sayWhatHappened(error);
  return (
    <section className="sect" aria-labelledby="picture">
      <h2 id="picture">
        <Trans>My picture</Trans>
      </h2>
      {picture.data && <img className="rounded-full" src={picture.data} width={96} height={96} alt={t`You, as you look here`} />}
      <p className="small quiet">
        <Trans>Only you see it. It is made small here, and where it was taken is not kept.</Trans>
      </p>
      <input ref={file} type="file" className="vh" tabIndex={-1} aria-label={t`Choose a picture`} accept="image/png,image/jpeg,image/webp" onChange={chosen} />
      {set.error && (
        <p className="err-line" role="alert">
          {says(set.error)}
        </p>
      )}
      <div className="row">
        <Button busy={set.isPending} onClick={() => file.current?.click()}>
          {picture.data ? <Trans>Choose another picture</Trans> : <Trans>Choose a picture</Trans>}
        </Button>
        {picture.data && (
          <Button kind="soft" onClick={() => set.mutate(null)}>
            <Trans>Remove it</Trans>
          </Button>
        )}
      </div>
    </section>
  );
}
