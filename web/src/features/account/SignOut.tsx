import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { unsent } from "../../shared/connection";
import { Button, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { useLogOut } from "./api";
import { sayWhatHappened } from "./forms";

export function SignOut() {
  const { t } = useLingui();
  const [waiting, setWaiting] = useState(0);
  const logOut = useLogOut();
  const leave = async () => {
    try {
      await logOut.mutateAsync();
      // A fresh page: nothing of the person is left in this one's memory.
      location.assign("/");
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setWaiting(0);
      toast({ id: "sign-out", text: sayWhatHappened(error) });
    }
  };
  const ask = async () => {
    const count = await unsent();
    if (count > 0) setWaiting(count);
    else await leave();
  };
  return (
    <section className="sect">
      <Button busy={logOut.isPending} onClick={() => void ask()}>
        <Trans>Sign out</Trans>
      </Button>
      <Dialog open={waiting > 0} onOpenChange={() => setWaiting(0)} title={t`Some of it is only here yet`}>
        <p>
          <Plural value={waiting} one="One thing you wrote hasn't been sent yet." other="# things you wrote haven't been sent yet." />{" "}
          <Trans>Signing out removes it from this device.</Trans>
        </p>
        <div className="row">
          <Button kind="go" onClick={() => setWaiting(0)}>
            <Trans>Stay, let it send</Trans>
          </Button>
          <Button kind="grave" busy={logOut.isPending} onClick={() => void leave()}>
            <Trans>Remove it and sign out</Trans>
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
