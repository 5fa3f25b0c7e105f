import { Trans, useLingui } from "@lingui/react/macro";
import { useSearch } from "@tanstack/react-router";
import { longDay } from "../../shared/when";
import { DoorSaid } from "./DoorSaid";

/** What stands here after somebody asked to leave: until when they can come back, and how. */
export function LeftPage() {
  const { t } = useLingui();
  const { until } = useSearch({ from: "/left" });
  const day = until ? longDay(until, { year: true }) : null;
  return (
    <DoorSaid
      title={t`You are signed out`}
      lead={day ? <Trans>On {day} your account goes, with everything in it.</Trans> : <Trans>In seven days your account goes, with everything in it.</Trans>}
      quiet={<Trans>If you change your mind, sign in before then. Everything is as you left it.</Trans>}
      to="/sign-in"
      way={<Trans>Sign in and stay</Trans>}
    />
  );
}
