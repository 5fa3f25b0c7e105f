import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { ReactNode } from "react";

type Address =
  | ("/now" | "/today" | "/chat" | "/you" | "/memory" | "/memory/profile" | "/reminders" | "/focus" | "/routines" | "/mood" | "/reviews")
  | ("/automations" | "/plans" | "/inbox" | "/conversations" | "/admin/people")
  | `/you/${"reminders" | "notices" | "letters" | "phone" | "password" | "email" | "devices" | "keys" | "services" | "second-factor"}`
  | `/you/${"history" | "shares" | "spaces" | "data" | "model"}`;

/** A place, and the part of its address that is all its own where more pages than one belong to it. */
export type Place = { below?: string; to: Address; name: MessageDescriptor; picture?: ReactNode };

/** The four that are always in the same place. */
export const places: readonly Place[] = [
  {
    to: "/now",
    name: msg`Now`,
    picture: <path className="f" d="M3.6 13.4c0-4.2 3.5-7.4 8.5-7.5 5-.1 8.4 2.8 8.4 6.8 0 4.1-3.4 5.6-8.3 5.6-5.2 0-8.6-1.2-8.6-4.9z" />,
  },
  { to: "/today", name: msg`Today`, picture: <path d="M6 3.5v17M11 6h8M11 12h5M11 18h8" /> },
  { to: "/chat", name: msg`Chat`, picture: <path d="M4 6h11M4 10.5h7M9 15.5h11M9 20h7" /> },
  {
    to: "/you",
    name: msg`You`,
    picture: (
      <>
        <path className="f" d="M12 11a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4z" />
        <path className="f" d="M4.4 18.4c0-2.9 3.3-4.6 7.6-4.6s7.6 1.7 7.6 4.6c0 1.8-3 2.4-7.6 2.4s-7.6-.6-7.6-2.4z" />
      </>
    ),
  },
];

/** On a desk there is room for these; a phone reaches them from You and the palette. */
export const morePlaces: readonly Place[] = [
  { to: "/inbox", name: msg`Inbox` },
  { to: "/reminders", name: msg`Reminders` },
  { to: "/focus", name: msg`Focus` },
  { to: "/routines", name: msg`Routines` },
  { to: "/memory", name: msg`Memory` },
  { to: "/reviews", name: msg`Reviews` },
  { to: "/mood", name: msg`Mood` },
  { to: "/plans", name: msg`Plans` },
  { to: "/automations", name: msg`Automations` },
];

/** What the palette leads to besides, once something is typed: every other page there is. */
export const hiddenPlaces: readonly Place[] = [
  { to: "/conversations", name: msg`Conversations` },
  { to: "/you/reminders", name: msg`Reminders and quiet` },
  { to: "/you/notices", name: msg`Notices on this device` },
  { to: "/memory/profile", name: msg`What Cairn knows about you` },
  { to: "/you/password", name: msg`Change your password` },
  { to: "/you/email", name: msg`Change your address` },
  { to: "/you/phone", name: msg`Your phone number` },
  { to: "/you/services", name: msg`Sign in with a service` },
  { to: "/you/devices", name: msg`Where you are signed in` },
  { to: "/you/keys", name: msg`Keys for other programs` },
  { to: "/you/second-factor", name: msg`Second step and passkeys` },
  { to: "/you/letters", name: msg`Mail Cairn would have sent` },
  { to: "/you/model", name: msg`Language model use` },
  { to: "/you/shares", name: msg`Who may see my things` },
  { to: "/you/spaces", name: msg`Spaces` },
  { to: "/you/data", name: msg`Take your data with you, or leave` },
  { to: "/you/history", name: msg`What happened to your account` },
];

/** For who looks after this Cairn, and nobody else. */
export const administration: readonly Place[] = [{ to: "/admin/people", below: "/admin/", name: msg`People` }];
