import "../../styles/devices.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Offline } from "../../shared/Offline";
import { Bone, Button, Empty, Page, Skeleton, Trouble } from "../../shared/ui";
import { keysQuery, type Key } from "./api";
import { KeyRow } from "./KeyRow";
import { MakeKey } from "./MakeKey";
import { ShownOnce } from "./ShownOnce";

/** Keys with which the person's other programs come in. */
export function KeysPage() {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<(Key & { key: string }) | null>(null);
  return (
    <Page title={t`Keys for other programs`}>
      <div className="head">
        <h1>
          <Trans>Keys for other programs</Trans>
        </h1>
        <p className="quiet">
          <Trans>A key lets one program do what you choose for it, and nothing else. It never opens your password or your devices.</Trans>
        </p>
        <p>
          <Link className="link link-quiet" to="/you/devices">
            <Trans>Where you are signed in</Trans>
          </Link>
        </p>
      </div>
      <Offline />
      {made && <ShownOnce made={made} onDone={() => setMade(null)} />}
      {making ? (
        <MakeKey
          onClose={() => setMaking(false)}
          onMade={(key) => {
            setMaking(false);
            setMade(key);
          }}
        />
      ) : (
        !made && (
          <Button kind="go" className="mb-6" onClick={() => setMaking(true)}>
            <Trans>Make a key</Trans>
          </Button>
        )
      )}
      <Keys />
    </Page>
  );
}

function Keys() {
  const { t } = useLingui();
  const keys = useInfiniteQuery(keysQuery);
  if (keys.isPending) {
    return (
      <Skeleton label={t`Loading your keys`} className="mt-6">
        <Bone />
        <Bone shape="short" />
      </Skeleton>
    );
  }
  if (keys.isError) {
    return (
      <Trouble level={2} title={t`Your keys didn't load`} acts={<Button onClick={() => void keys.refetch()}>{t`Try again`}</Button>}>
        <Trans>They work as before.</Trans>
      </Trouble>
    );
  }
  const all = keys.data.pages.flatMap((page) => page.items);
  if (all.length === 0) {
    return (
      <Empty>
        <Trans>No keys yet. You need one only when another program asks for it.</Trans>
      </Empty>
    );
  }
  return (
    <section className="sect" aria-labelledby="keys">
      <h2 id="keys">
        <Trans>Your keys</Trans>
      </h2>
      <ul className="said">
        {all.map((key) => (
          <KeyRow key={key.id} made={key} />
        ))}
      </ul>
      {keys.hasNextPage && (
        <Button className="mt-4" busy={keys.isFetchingNextPage} onClick={() => void keys.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </section>
  );
}
