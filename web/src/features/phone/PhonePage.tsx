import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { phoneQuery, type Phone } from "./api";
import { CodeForm } from "./CodeForm";
import { Confirmed } from "./Confirmed";
import { NumberForm } from "./NumberForm";

/** The person's phone number: given, confirmed by a code, changed, removed. */
export function PhonePage() {
  const { t } = useLingui();
  const phone = useQuery(phoneQuery);
  return (
    <Page title={t`Your phone number`}>
      <div className="head">
        <h1>
          <Trans>Your phone number</Trans>
        </h1>
        <p className="quiet">
          <Trans>For codes that show it's you. It is kept encrypted, and shown to nobody in full.</Trans>
        </p>
      </div>
      {phone.isPending && <Skeleton label={t`Looking for your number`} />}
      {phone.isError && (
        <Trouble
          level={2}
          title={t`Your number didn't load`}
          acts={
            <Button onClick={() => void phone.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>It is safe where it is.</Trans>
        </Trouble>
      )}
      {phone.data && <Steps phone={phone.data} />}
    </Page>
  );
}

/** One question at a time: the number, then its code, then nothing. */
function Steps({ phone }: { phone: Phone }) {
  const [giving, setGiving] = useState(false);
  const [typed, setTyped] = useState<string>();
  const { number, verified_at: since, waiting, can_text: can, kept } = phone;
  const confirmed = number && since && <Confirmed number={number} since={since} onChange={can && !waiting && !giving ? () => setGiving(true) : undefined} />;
  const given = (one: string) => {
    setTyped(one);
    setGiving(false);
  };
  return (
    <div className="grid gap-6">
      {confirmed}
      {!can && !number && (
        <Empty>
          <Trans>This Cairn can't send texts yet. Whoever runs it can set up a carrier.</Trans>
        </Empty>
      )}
      {can && waiting && !giving && <CodeForm key={waiting.number} waiting={waiting} typed={typed} kept={kept} onOther={() => setGiving(true)} />}
      {can && (giving || (!waiting && !number)) && (
        <NumberForm onGiven={given} asked={giving}>
          {giving && (
            <Button kind="soft" onClick={() => setGiving(false)}>
              <Trans>Leave it</Trans>
            </Button>
          )}
        </NumberForm>
      )}
    </div>
  );
}
