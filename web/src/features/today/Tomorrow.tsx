import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { tomorrowQuery, type Item, type Tomorrow } from "../../api/today";
import { Fill } from "../../shared/slots";
import { Fold, SpanCaption } from "../../shared/ui";
import { clock, day as named } from "../../shared/when";
import { stripOf } from "./day";
import { Named, type Opens } from "./stretches";

/** Shown at once; the rest of a full day is a tap away. */
const first = 6;

type Props = { onOpen?: Opens };

/** What is fixed for tomorrow: beside the page on a desk, and folded at its end on a phone. */
export function TomorrowStrip({ onOpen }: Props) {
  const { data } = useQuery(tomorrowQuery);
  const id = useId();
  if (!data) return null;
  const on = named(data.starts);
  return (
    <>
      <Fill slot="side">
        <section className="tomorrow" aria-labelledby={id}>
          <h2 id={id}>
            <Trans>Tomorrow, {on}</Trans>
          </h2>
          <What tomorrow={data} onOpen={onOpen} />
        </section>
      </Fill>
      <div className="by-hand mt-6">
        <Fold summary={<Trans>Tomorrow, {on}</Trans>}>
          <What tomorrow={data} onOpen={onOpen} />
        </Fold>
      </div>
    </>
  );
}

function What({ tomorrow, onOpen }: Props & { tomorrow: Tomorrow }) {
  const { t } = useLingui();
  const { stones, starts, ends, of } = stripOf(tomorrow);
  const [from, to] = [clock(starts), clock(ends)];
  const { items } = tomorrow;
  const later = items.slice(first);
  if (items.length === 0) {
    return (
      <p className="small quiet">
        <Trans>Nothing has a time yet.</Trans>
      </p>
    );
  }
  return (
    <>
      <div className="strip" role="img" aria-label={t`From ${from} to ${to}`} style={{ "--of": of }}>
        {stones.map(({ id, at, minutes }) => (
          <i key={id} style={{ "--at": at, "--min": minutes }} />
        ))}
      </div>
      <SpanCaption left={from} right={to} />
      <Things items={items.slice(0, first)} tomorrow={tomorrow} onOpen={onOpen} />
      {later.length > 0 && (
        <Fold summary={<Trans>Later that day</Trans>}>
          <Things items={later} tomorrow={tomorrow} onOpen={onOpen} />
        </Fold>
      )}
      {tomorrow.more && (
        <p className="small quiet">
          <Trans>There is more than fits here.</Trans>
        </p>
      )}
    </>
  );
}

function Things({ items, tomorrow, onOpen }: Props & { items: readonly Item[]; tomorrow: Tomorrow }) {
  return (
    <ul className="plain">
      {items.map((item) => (
        <li key={`${item.id}-${item.at ?? ""}`}>
          <At item={item} tomorrow={tomorrow} />
          <span>
            <Named item={item} onOpen={onOpen} />
            {item.at === null && (
              <span className="k">
                {" · "}
                <Trans>all day</Trans>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** When it begins; of what goes on from the day before, when it ends. */
function At({ item, tomorrow }: { item: Item; tomorrow: Tomorrow }) {
  if (item.at === null) return <span />;
  const goesOn = item.end !== null && Date.parse(item.at) < Date.parse(tomorrow.starts) && named(item.at) !== named(tomorrow.starts);
  if (!goesOn || !item.end) return <time dateTime={item.at}>{clock(item.at)}</time>;
  const until = clock(item.end);
  return (
    <time dateTime={item.end}>
      <Trans>to {until}</Trans>
    </time>
  );
}
