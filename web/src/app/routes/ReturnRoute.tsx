import { useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { takeNext, type Half } from "../../features/openid/api";
import { ReturnPage } from "../../features/openid/ReturnPage";

const SecondStep = lazy(() => import("../../features/factors/SecondStep").then((found) => ({ default: found.SecondStep })));

/** Back from a provider, and the second step for who has one. */
export function ReturnRoute() {
  const router = useRouter();
  const [half, setHalf] = useState<Half>();
  if (!half) return <ReturnPage onHalf={setHalf} />;
  return (
    <Suspense>
      <SecondStep
        half={half}
        onDone={() => void router.navigate({ href: takeNext() ?? "/now" })}
        onAgain={() => void router.navigate({ to: "/sign-in" })}
      />
    </Suspense>
  );
}
