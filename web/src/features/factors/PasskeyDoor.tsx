import { Trans } from "@lingui/react/macro";
import { Button } from "../../shared/ui";
import { usePasskeySignIn } from "./api";
import { canUsePasskeys } from "./webauthn";
import { sayWhy } from "./words";

type Props = { remember: () => boolean; onDone: () => void };

/** In with a passkey and nothing else. */
export function PasskeyDoor({ remember, onDone }: Props) {
  const signIn = usePasskeySignIn();
  if (!canUsePasskeys()) return null;
  return (
    <div className="form">
      {signIn.error && (
        <p className="err-line" role="alert">
          {sayWhy(signIn.error)}
        </p>
      )}
      <Button busy={signIn.isPending} onClick={() => signIn.mutate(remember(), { onSuccess: onDone })}>
        <Trans>Use a passkey instead</Trans>
      </Button>
    </div>
  );
}
