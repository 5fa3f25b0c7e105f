import { useLingui } from "@lingui/react/macro";
import { useConnection } from "../shared/connection";

/** A small word, never a banner. */
export function ConnectionState() {
  const { t } = useLingui();
  const { online, unsent } = useConnection();
  const word = unsent > 0 ? t`Saved here, will send` : online ? t`Everything saved` : t`Offline`;
  return <p className="state">{word}</p>;
}
