import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { Button, Field, Fold } from "../../shared/ui";
import { clock } from "../../shared/when";
import { roomQuery, spacesQuery, useLeave, useSit, type Seat } from "./api";
import { sitIn } from "./here";

/** The rooms of the spaces one shares with others. Who has none sees where one is made. */
export function Rooms() {
  const { data: spaces } = useQuery(spacesQuery);
  if (!spaces) return null;
  const shared = spaces.filter((space) => space.kind === "shared" && space.permissions.includes("rooms:sit:team"));
  if (shared.length === 0) return <NoRoom />;
  return shared.map((space) => <Room key={space.id} id={space.id} name={space.name} />);
}

function NoRoom() {
  return (
    <p className="quiet below">
      <Trans>Some things go better with somebody near.</Trans>{" "}
      <Link className="link" to="/you/spaces">
        <Trans>Share a quiet room</Trans>
      </Link>
    </p>
  );
}

function Room({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const { data: seats = [] } = useQuery(roomQuery(id));
  const leave = useLeave(id);
  const mine = seats.find((seat) => seat.mine);
  const getUp = () => {
    sitIn(undefined);
    leave.mutate();
  };
  return (
    <section className="focus-room" aria-labelledby={`room-${id}`}>
      <h2 id={`room-${id}`} className="text-18">
        {name || t`A room`}
      </h2>
      {seats.length > 0 ? (
        <ul aria-live="polite">
          {seats.map((seat) => (
            <Sitter key={seat.id} seat={seat} />
          ))}
        </ul>
      ) : (
        <p className="quiet">
          <Trans>Nobody sits here now. Sit down, and who comes finds company.</Trans>
        </p>
      )}
      {mine ? (
        <Button kind="soft" busy={leave.isPending} onClick={getUp}>
          <Trans>Get up</Trans>
        </Button>
      ) : (
        <SitDown id={id} />
      )}
    </section>
  );
}

function Sitter({ seat }: { seat: Seat }) {
  const { t } = useLingui();
  const since = clock(seat.sat_at);
  return (
    <li>
      <strong>{seat.name || (seat.mine ? t`You` : t`Somebody`)}</strong>
      {seat.doing && <span>{seat.doing}</span>}
      <span className="quiet num">
        <Trans>since {since}</Trans>
      </span>
    </li>
  );
}

function SitDown({ id }: { id: string }) {
  const { t } = useLingui();
  const sit = useSit(id);
  const [name, setName] = useState("");
  const [doing, setDoing] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sit.mutate({ name: name.trim(), doing: doing.trim() }, { onSuccess: () => sitIn(id) });
  };
  return (
    <form onSubmit={submit}>
      <Fold summary={<Trans>How the others see you</Trans>}>
        <Field label={t`Your name here`} hint={t`Left empty, you are somebody.`} autoComplete="off" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        <Field label={t`What you do`} hint={t`Left empty, nobody is told.`} autoComplete="off" maxLength={200} value={doing} onChange={(event) => setDoing(event.target.value)} />
      </Fold>
      <Button type="submit" busy={sit.isPending}>
        <Trans>Sit down here</Trans>
      </Button>
      {sit.isError && (
        <p role="alert" className="err-line">
          <Trans>That didn't go through just now.</Trans>
        </p>
      )}
    </form>
  );
}
