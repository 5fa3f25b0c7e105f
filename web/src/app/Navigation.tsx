import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Mark } from "../shared/ui/Mark";
import { morePlaces, places, type Place } from "./places";

export function Brand({ size }: { size: number }) {
  return (
    <Link className="brand" to="/now">
      <Mark size={size} />
      Cairn
    </Link>
  );
}

export function Rail() {
  return (
    <>
      <Words to={places} />
      <Words to={morePlaces} />
    </>
  );
}

function Words({ to }: { to: readonly Place[] }) {
  const { i18n } = useLingui();
  return (
    <ul>
      {to.map((place) => (
        <li key={place.to}>
          <Link to={place.to}>{i18n._(place.name)}</Link>
        </li>
      ))}
    </ul>
  );
}

export function Tabs() {
  const { i18n } = useLingui();
  return (
    <ul>
      {places.map((place) => (
        <li key={place.to}>
          <Link to={place.to}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              {place.picture}
            </svg>
            {i18n._(place.name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
