import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "../../shared/i18n";
import type { Scope } from "./api";

/** What a key may do, as the page's language says it; what is newer than this list speaks as the server does. */
const words: Record<string, MessageDescriptor> = {
  "tasks:read:own": msg`See your tasks`,
  "tasks:write:own": msg`Add, change, finish and remove tasks`,
  "reminders:read:own": msg`See your reminders`,
  "reminders:write:own": msg`Book, change and answer reminders`,
  "calendar:read:own": msg`See your calendar`,
  "calendar:write:own": msg`Add, change and cancel events`,
  "routines:read:own": msg`See your routines, and what you did`,
  "routines:write:own": msg`Make and change routines, and go through them`,
  "medications:read:own": msg`See your medications, and what was taken or skipped`,
  "medications:write:own": msg`Keep medication times, and note what was taken or skipped`,
  "notifications:read:own": msg`See how you are reached, and your quiet hours`,
  "notifications:write:own": msg`Change how you are reached, and your quiet hours`,
  "mood:read:own": msg`See what you said of your mood and energy`,
  "mood:write:own": msg`Note how you are, and change or remove it`,
  "focus:read:own": msg`See your focus sessions and parked thoughts`,
  "focus:write:own": msg`Start, pause and end focus sessions, and park thoughts`,
  "rooms:sit:team": msg`Sit in the room of a space, and see who does`,
  "reviews:read:own": msg`See your daily and weekly reviews`,
  "reviews:write:own": msg`Go through your day or week, and decide about things`,
  "usage:read:own": msg`See what your days take of the language model`,
  "today:read:own": msg`See what is for today`,
  "inbox:read:own": msg`See the thoughts you caught that wait to be sorted`,
  "inbox:write:own": msg`Sort what you caught: onto your list, into a note, or out of the way`,
  "plans:read:own": msg`See your if-then plans and when they began`,
  "plans:write:own": msg`Make, change, pause, begin and delete if-then plans`,
  "automations:read:own": msg`See your automations and what came of them`,
  "automations:write:own": msg`Make, change, pause, run and delete automations`,
  "memories:read:own": msg`Read and search what you said`,
  "memories:write:own": msg`Keep, correct and forget what you said`,
  "conversations:read:own": msg`Read your conversations`,
  "conversations:write:own": msg`Talk to Cairn for you`,
  "thoughts:write:own": msg`Let a thought be caught`,
  "events:read:own": msg`Hear at once what changes`,
  "deliveries:read:own": msg`See where your notices went`,
  "deliveries:write:own": msg`Say that a notice was shown`,
  "letters:read:own": msg`Read letters that wait here for you`,
  "account:read:own": msg`See your name and address`,
  "account:write:own": msg`Change your name, language and time zone`,
  "mcp:use:own": msg`Come in as another assistant (MCP)`,
  "texts:read:own": msg`See the texts written to you`,
  "audit:read:own": msg`See what happened to your account`,
  "spaces:read:own": msg`See the spaces you belong to`,
  "members:read:team": msg`See who belongs to a space`,
  "shares:read:own": msg`See who may look at your things`,
  "audit:read:all": msg`See who did what, without personal values`,
  "jobs:read:all": msg`See what the queue holds`,
  "jobs:write:all": msg`Let jobs that were laid aside be tried again`,
  "limits:read:all": msg`See the limits, and where they were reached`,
  "people:read:all": msg`See who has an account`,
  "roles:read:all": msg`See what each role may do`,
  "support:ask:all": msg`Ask people whether you may look at their things`,
};

export function inWords(scope: Scope): string {
  const known = words[scope.name];
  return known ? i18n._(known) : scope.says;
}
