import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Offline } from "../../shared/Offline";
import { ability } from "../../shared/push";
import { Bone, Button, Page, Skeleton, Trouble } from "../../shared/ui";
import { hereQuery, toldQuery } from "./api";
import { Elsewhere } from "./Elsewhere";
import { Here } from "./Here";
import { Unable } from "./Unable";

/** Whether Cairn tells the person things on this device, also while its page is closed. */
export function NoticesPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Telling you on this device`}>
      <div className="head">
        <h1>
          <Trans>Telling you on this device</Trans>
        </h1>
        <p className="quiet">
          <Trans>When something is due, this device can say so, also while Cairn is closed.</Trans>
        </p>
      </div>
      <Offline />
      <Devices />
    </Page>
  );
}

function Devices() {
  const { t } = useLingui();
  const told = useInfiniteQuery(toldQuery);
  const here = useQuery(hereQuery);
  if (told.isPending || here.isPending) {
    return (
      <Skeleton label={t`Looking where you are told`} className="">
        <Bone />
        <Bone shape="short" />
      </Skeleton>
    );
  }
  if (told.isError) {
    return (
      <Trouble level={2} title={t`This didn't load`} acts={<Button onClick={() => void told.refetch()}>{t`Try again`}</Button>}>
        <Trans>Nothing was turned on or off.</Trans>
      </Trouble>
    );
  }
  const all = told.data.pages.flatMap((page) => page.items);
  const can = ability();
  const mine = all.find((one) => one.current);
  // With one half alone nothing comes here: the switch says what is true.
  const on = mine && here.data && can === "can" ? mine : undefined;
  const others = all.filter((one) => one !== mine);
  return (
    <div className="grid gap-6">
      {can === "can" ? <Here on={on} /> : <Unable why={can} />}
      {others.length > 0 && <Elsewhere others={others} />}
    </div>
  );
}
