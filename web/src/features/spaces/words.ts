import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { Problem, Unreachable } from "../../api/problem";
import { i18n } from "../../shared/i18n";
import type { NewInvitation } from "./api";

type Role = NewInvitation["role"];

const roles: Record<Role, MessageDescriptor> = {
  member: msg`Member`,
  owner: msg`Looks after it`,
  coach: msg`Coach`,
  teacher: msg`Teacher`,
  student: msg`Student`,
  parent: msg`Parent`,
};

/** What somebody can be in a space, the usual first. */
export const everyRole = Object.keys(roles) as Role[];
export const nameOfRole = (role: string) => (role in roles ? i18n._(roles[role as Role]) : role);

const refusals: Record<string, MessageDescriptor> = {
  "not-allowed": msg`Only who looks after the space can do this.`,
  "not-found": msg`You don't belong to this space any more, or it is gone.`,
  "too-many-spaces": msg`You look after as many spaces as one person can. Leave one you don't need any more.`,
  "space-full": msg`There is no room for more people in this space.`,
  "last-owner": msg`Nobody else looks after this space. Invite somebody to look after it first, or take the others out.`,
  "already-yours": msg`This is your own address. You are in this space already.`,
  "bad-address": msg`That isn't a whole address yet, like rita@example.org.`,
  "too-many-invitations": msg`Many invitations went out just now. Wait a while, then try again.`,
  "invitation-over": msg`This invitation doesn't hold any more: it was used, taken back, or is older than a week. Ask for another one.`,
  "not-your-invitation": msg`This invitation was sent to another address than yours. Sign in with the account it was sent to.`,
  invalid: msg`A name is one line of plain text, up to 80 characters.`,
};

/** What was refused and what to do, in the person's language. Nothing was changed. */
export function sayRefusal(error: Error): string {
  if (error instanceof Unreachable) return i18n._(msg`Nothing answered. Nothing was changed; try again in a moment.`);
  const words = error instanceof Problem ? refusals[error.kind] : undefined;
  return i18n._(words ?? msg`That didn't work, and nothing was changed. Try again in a moment.`);
}
