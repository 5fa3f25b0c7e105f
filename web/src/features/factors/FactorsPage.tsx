import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Page, Skeleton, Trouble, toast } from "../../shared/ui";
import { factorsQuery, useAddPasskey, useRenewCodes } from "./api";
import "../../styles/factors.css";
import { AppSetup } from "./AppSetup";
import { Codes } from "./Codes";
import { FactorRow } from "./FactorRow";
import { canUsePasskeys } from "./webauthn";
import { sayWhy } from "./words";

type Step = { at: "list" } | { at: "app" } | { at: "codes"; codes: readonly string[]; first?: boolean };

/** What protects the account besides the password, and a way through adding to it, one question at a time. */
export function FactorsPage() {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ at: "list" });
  const added = (codes: readonly string[]) => {
    if (codes.length > 0) {
      setStep({ at: "codes", codes, first: true });
      return;
    }
    toast({ id: "factor", text: t`It works, and protects your account from now on.` });
    setStep({ at: "list" });
  };
  return (
    <Page title={t`Second step and passkeys`}>
      <div className="head">
        <h1>
          <Trans>Second step and passkeys</Trans>
        </h1>
        <p className="quiet">
          <Trans>With one of these, your password alone opens nothing to anybody else.</Trans>
        </p>
      </div>
      {step.at === "list" && <List onApp={() => setStep({ at: "app" })} onAdded={added} onCodes={(codes) => setStep({ at: "codes", codes })} />}
      {step.at === "app" && <AppSetup onAdded={added} onBack={() => setStep({ at: "list" })} />}
      {step.at === "codes" && <Codes codes={step.codes} first={step.first} onKept={() => setStep({ at: "list" })} />}
    </Page>
  );
}

type ListProps = { onApp: () => void; onAdded: (codes: readonly string[]) => void; onCodes: (codes: readonly string[]) => void };

function List({ onApp, onAdded, onCodes }: ListProps) {
  const { t } = useLingui();
  const found = useQuery(factorsQuery);
  if (found.isPending) return <Skeleton label={t`Looking up what protects you`} />;
  if (found.isError) {
    return (
      <Trouble
        level={2}
        title={t`This didn't load`}
        acts={
          <Button onClick={() => void found.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        <Trans>Your account is protected as before.</Trans>
      </Trouble>
    );
  }
  const { factors, recovery_codes_left: left } = found.data;
  return (
    <>
      {factors.length > 0 && (
        <ul className="factors" aria-label={t`What protects you`}>
          {factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} last={factors.length === 1} />
          ))}
        </ul>
      )}
      {factors.length > 0 && <PaperCodes left={left} onCodes={onCodes} />}
      <Add first={factors.length === 0} hasApp={factors.some((factor) => factor.kind === "totp")} onApp={onApp} onAdded={onAdded} />
    </>
  );
}

function PaperCodes({ left, onCodes }: { left: number; onCodes: (codes: readonly string[]) => void }) {
  const renew = useRenewCodes();
  return (
    <section className="sect" aria-labelledby="paper">
      <h2 id="paper">
        <Trans>Recovery codes</Trans>
      </h2>
      <p className="quiet">
        <Plural value={left} one="One code is left." other="# codes are left." />
      </p>
      {renew.error && (
        <p className="err-line" role="alert">
          {sayWhy(renew.error)}
        </p>
      )}
      <Button busy={renew.isPending} onClick={() => renew.mutate(undefined, { onSuccess: ({ codes }) => onCodes(codes) })}>
        <Trans>Make ten new ones</Trans>
      </Button>
      <p className="small quiet">
        <Trans>The old ones stop working then.</Trans>
      </p>
    </section>
  );
}

type AddProps = { first: boolean; hasApp: boolean; onApp: () => void; onAdded: (codes: readonly string[]) => void };

function Add({ first, hasApp, onApp, onAdded }: AddProps) {
  const { t } = useLingui();
  const add = useAddPasskey();
  const passkeys = canUsePasskeys();
  const addPasskey = () => add.mutate(t`Passkey`, { onSuccess: (done) => onAdded(done.recovery_codes) });
  return (
    <section className="sect" aria-labelledby="add">
      <h2 id="add">{first ? <Trans>Choose one to begin with</Trans> : <Trans>Add another</Trans>}</h2>
      {add.error && (
        <p className="err-line" role="alert">
          {sayWhy(add.error)}
        </p>
      )}
      {passkeys && (
        <div className="way">
          <Button kind={first ? "go" : "line"} busy={add.isPending} onClick={addPasskey}>
            <Trans>Add a passkey</Trans>
          </Button>
          <p className="small quiet">
            <Trans>Your finger, face or device PIN. The safest, and there is nothing to type.</Trans>
          </p>
        </div>
      )}
      <div className="way">
        <Button kind={first && !passkeys ? "go" : "line"} onClick={onApp}>
          {hasApp ? <Trans>Change to another app</Trans> : <Trans>Add an authenticator app</Trans>}
        </Button>
        <p className="small quiet">
          <Trans>An app on your phone shows six digits. It works without a network.</Trans>
        </p>
      </div>
    </section>
  );
}
