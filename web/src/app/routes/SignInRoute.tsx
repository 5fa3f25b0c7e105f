import { useRouter, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { Half } from "../../features/account/api";
import { SignInPage } from "../../features/account/SignInPage";

// Few need it, so nobody waits for it.
const SecondStep = lazy(() => import("../../features/factors/SecondStep").then((found) => ({ default: found.SecondStep })));
const PasskeyDoor = lazy(() => import("../../features/factors/PasskeyDoor").then((found) => ({ default: found.PasskeyDoor })));

/** The first step of signing in, and the second for who has one. */
export function SignInRoute() {
  const { next } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const [half, setHalf] = useState<Half>();
  const goIn = () => void router.navigate({ href: next ?? "/now" });
  if (half) {
    return (
      <Suspense>
        <SecondStep half={half} onDone={goIn} onAgain={() => setHalf(undefined)} />
      </Suspense>
    );
  }
  const other = (remember: () => boolean) => (
    <Suspense>
      <PasskeyDoor remember={remember} onDone={goIn} />
    </Suspense>
  );
  return <SignInPage onHalf={setHalf} other={"PublicKeyCredential" in globalThis ? other : undefined} />;
}
