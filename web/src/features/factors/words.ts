import { msg } from "@lingui/core/macro";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";
import { NotAnswered } from "./webauthn";

/** What to say about a proof or a change that didn't work. */
export function sayWhy(error: Error): string {
  if (error instanceof NotAnswered) return i18n._(msg`The passkey wasn't used. Try again, or choose another way.`);
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. Nothing was changed, try again in a moment.`);
  if (error instanceof Problem) {
    if (error.kind.startsWith("too-many-t")) return i18n._(msg`As many texts were sent as may be for now. Use the newest code, or another way.`);
    if (error.kind === "no-phone" || error.kind === "no-carrier") return i18n._(msg`No text can be sent now. Choose another way.`);
    if (error.status === 429) return i18n._(msg`Many tries in a short time. Wait a little, then try again.`);
    if (error.kind === "wrong-code") return i18n._(msg`That isn't the code the app shows now. Codes change every 30 seconds.`);
    if (error.kind === "wrong-proof" || error.kind === "wrong-step-up") return i18n._(msg`That didn't work. Look again, or choose another way.`);
    if (error.kind === "sign-in-over") return i18n._(msg`This took too long. Begin again with your password.`);
    if (error.kind === "no-letter-now") return i18n._(msg`That was the last letter for now. Use the newest one.`);
    if (error.kind === "passkey-refused") return i18n._(msg`That passkey doesn't open anything here. Your password does.`);
    if (error.kind === "passkey-not-taken") return i18n._(msg`The passkey couldn't be added. Nothing was changed, try again.`);
    if (error.kind === "nothing-to-confirm") return i18n._(msg`This setup is too old. Begin again.`);
    if (error.kind === "proof-needed") return i18n._(msg`Nothing was changed: it needs you to confirm that it's you.`);
    return error.message;
  }
  return i18n._(msg`That didn't work. Nothing was changed, try again.`);
}
