import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";
import type { Role, Status } from "./api";

export const roleNames: Record<Role, MessageDescriptor> = {
  user: msg`Person`,
  premium: msg`Premium`,
  administrator: msg`Administrator`,
  "super-administrator": msg`Super-administrator`,
};

export const statusNames: Record<Status, MessageDescriptor> = {
  active: msg`Active`,
  unconfirmed: msg`Address not confirmed`,
  suspended: msg`Suspended`,
};

const spaceRoles: Record<string, MessageDescriptor> = {
  owner: msg`Owner of a space`,
  coach: msg`Coach in a space`,
  teacher: msg`Teacher in a space`,
  student: msg`Student in a space`,
  parent: msg`Parent in a space`,
  member: msg`Member of a space`,
};

const kindNames: Record<string, MessageDescriptor> = {
  tasks: msg`My list`,
  reminders: msg`My reminders`,
  calendar: msg`My calendar`,
  routines: msg`My routines`,
  medications: msg`My medications`,
  memories: msg`My memory`,
  conversations: msg`My conversations`,
  today: msg`My day`,
};

function named(names: Record<string, MessageDescriptor>, id: string): string {
  const name = names[id];
  return name ? i18n._(name) : id;
}

export const nameOfRole = (id: string) => named({ ...roleNames, ...spaceRoles }, id);
export const nameOfKind = (id: string) => named(kindNames, id);
export const namesOfKinds = (ids: readonly string[]) => ids.map(nameOfKind).join(" · ");

const refusals: Record<string, MessageDescriptor> = {
  "proof-needed": msg`Nothing was changed: it needs you to confirm that it's you.`,
  "second-factor-needed": msg`This needs a second step. Add one under You; if you have one, show it and try again.`,
  "not-allowed": msg`Your role doesn't let you do this.`,
  "above-you": msg`This takes a higher role than yours.`,
  "last-administrator": msg`Somebody must look after this Cairn. Give the role to another person first.`,
  "not-yourself": msg`You can't do this to your own account here.`,
  "already-answered": msg`This was answered before, or is too old. They can ask again.`,
  "own-address": msg`This is your own address. You see your things anyway.`,
  "bad-address": msg`That isn't a whole address yet, like rita@example.org.`,
  "too-many-requests": msg`This person has requests that wait for an answer already.`,
  stale: msg`Somebody changed the roles just now. Here they are as they stand; choose again.`,
  "fixed-permission": msg`One of these has to stay where it is, or somebody could never get back in.`,
};

/** What was refused and what to do, in the person's language. Nothing was changed. */
export function sayRefusal(error: Error): string {
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. Nothing was changed; try again in a moment.`);
  const words = error instanceof Problem ? refusals[error.kind] : undefined;
  return i18n._(words ?? msg`That didn't work, and nothing was changed. Try again in a moment.`);
}
