import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, Card, toast } from "../../shared/ui";
import { Dialog } from "../../shared/ui/Dialog";
import { full } from "../../shared/when";
import { useRemovePhone } from "./api";
import { refusal } from "./refusals";

/** The confirmed number, and what can be done with it. */
export function Confirmed({ number, since, onChange }: { number: string; since: string; onChange?: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const remove = useRemovePhone();
  const take = () => {
    remove.mutate(undefined, {
      onSuccess: () => toast({ id: "phone", text: t`Your number is gone. A letter says so too.` }),
      onError: (error) => toast({ id: "phone", text: refusal(error) }),
      onSettled: () => setAsking(false),
    });
  };
  return (
    <Card>
      <h2 className="text-18 num">{number}</h2>
      <p className="small quiet num">
        <Trans>
          Confirmed <time dateTime={since}>{full(since, { year: true })}</time>
        </Trans>
      </p>
      <div className="row mt-4">
        {onChange && (
          <Button onClick={onChange}>
            <Trans>Change it</Trans>
          </Button>
        )}
        <Button kind="soft" onClick={() => setAsking(true)}>
          <Trans>Remove it</Trans>
        </Button>
      </div>
      <Dialog open={asking} onOpenChange={setAsking} title={t`Remove ${number}?`} about={t`No more codes go there. You can give it again later, with a new code.`}>
        <div className="row">
          <Button kind="go" onClick={() => setAsking(false)}>
            <Trans>Keep it</Trans>
          </Button>
          <Button kind="grave" busy={remove.isPending} onClick={take}>
            <Trans>Remove it</Trans>
          </Button>
        </div>
      </Dialog>
    </Card>
  );
}
