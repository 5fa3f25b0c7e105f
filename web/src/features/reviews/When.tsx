import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Choice, Field } from "../../shared/ui";
import { longDay } from "../../shared/when";
import { useWish, wishesQuery, type Wishes } from "./api";

/** When each is offered on Now. Nothing is offered that wasn't asked for. */
export function When() {
  const { data } = useQuery(wishesQuery);
  return (
    <section className="sect" aria-labelledby="offers">
      <h2 id="offers">
        <Trans>Offer them to me</Trans>
      </h2>
      <p className="quiet">
        <Trans>As one quiet line on Now, from that time on for a few hours. Leave a time empty for never.</Trans>
      </p>
      {data && <Times key={JSON.stringify(data)} wishes={data} />}
    </section>
  );
}

function Times({ wishes }: { wishes: Wishes }) {
  const { t } = useLingui();
  const wish = useWish();
  const [given, setGiven] = useState(wishes);
  const time = (name: "start_at" | "shutdown_at" | "week_at") => ({
    type: "time",
    value: given[name]?.slice(0, 5) ?? "",
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value || null }),
  });
  return (
    <form
      className="mt-4 grid justify-items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        wish.mutate(given);
      }}
    >
      <Field label={t`Start of the day at`} {...time("start_at")} />
      <Field label={t`End of the day at`} {...time("shutdown_at")} />
      <Field label={t`Your week at`} {...time("week_at")} />
      <Choice label={t`On which day`} value={given.week_day} onChange={(event) => setGiven({ ...given, week_day: Number(event.target.value) })}>
        {Array.from({ length: 7 }, (_, day) => (
          <option key={day} value={day}>
            {weekday(day)}
          </option>
        ))}
      </Choice>
      <Button type="submit" busy={wish.isPending}>
        <Trans>Keep these times</Trans>
      </Button>
      <p role="status" className="quiet">
        {wish.isSuccess && <Trans>Kept.</Trans>}
        {wish.isError && <Trans>That couldn't be kept just now. Try once more.</Trans>}
      </p>
    </form>
  );
}

/** A day's name, in the person's language: the 2nd of November 2026 was a Monday. */
function weekday(day: number): string {
  return longDay(new Date(2026, 10, 2 + day, 12)).split(/[\s,]/)[0] ?? "";
}
