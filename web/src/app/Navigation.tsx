import { useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import { useLookingAfter } from "../api/rights";
import { Mark } from "../shared/ui/Mark";
import { administration, morePlaces, places, type Place } from "./places";

export function Brand({ size }: { size: number }) {
  return (
    <Link className="brand" to="/now">
      <Mark size={size} />
      Cairn
    </Link>
  );
}

export function Rail() {
  const { after } = useLookingAfter();
  return (
    <>
      <Words to={places} />
      <Words to={morePlaces} />
      {after && <Words to={administration} />}
    </>
  );
}

function Words({ to }: { to: readonly Place[] }) {
  const { i18n } = useLingui();
  const { pathname } = useLocation();
  return (
    <ul>
      {to.map((place) => (
        <li key={place.to}>
          <Link to={place.to} {...(place.below && pathname.startsWith(place.below) ? { "data-status": "active" } : {})}>
            {i18n._(place.name)}
          </Link>
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
