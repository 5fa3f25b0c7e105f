"""Several things said in one breath, once each is understood. Pure."""

import re
from dataclasses import replace
from datetime import datetime

from cairn.assistant.grammar.alone import clock_alone
from cairn.assistant.grammar.intents import Intent
from cairn.assistant.grammar.phrase import Setting, bare, timed
from cairn.assistant.grammar.split import begins_with_verb, day_ahead
from cairn.assistant.grammar.things import AddTask, Remind
from cairn.when.tokens import fold

_REACHING = re.compile(
    r"(?:call|phone|ring|text|email|message|tell|ask|meet|visit|see|thank|pick up|llama[r]?|appele[rz]?|appelle"
    r"|telephone[rz]?|ligar?|escribir|ecrire|escrever|visita[r]?|visite[rz]?)\b"
)
"""Deeds that are done to people."""
_TO = re.compile(r"(?:a|al|ao|aos|as|au|aux|con|com|with|avec)\b")
_KIN = re.compile(
    r"(?:mom|mum|mummy|dad|daddy|grandma|granny|grandpa|papa|mama|maman|papi|mamie|papy|abuel[oa]|pai|mae|avo|vovo)\Z"
)
_HOUR_FIRST = re.compile(r"(?:(?:at|a|as|a las?)\s+)?\d")
MOST_WORDS = 3


def on_one_day(found: list[tuple[Intent, str]], setting: Setting) -> list[tuple[Intent, str]]:
    """ "dentist tomorrow at 10, gym at 18:00": a later hour is of the day that was said before it, and read back.

    What is for the list is all for the day that stands ahead of it: "tomorrow go to the bank, buy bread and …".
    """
    day: datetime | None = None
    listed: datetime | None = None
    told: list[tuple[Intent, str]] = []
    for one, part in _on_the_last_day(found, setting):
        intent = one
        if isinstance(intent, Remind) and intent.rrule is None and not intent.all_day:
            clock = None
            if day is not None and intent.heard:
                clock = clock_alone(intent.heard, day, setting.language, setting.parts)
            if clock is not None and day is not None and clock > day and clock.date() != intent.when.date():
                end = clock + (intent.end - intent.when) if intent.end is not None else None
                intent = replace(intent, when=clock, end=end, sure=False)
            day = intent.when
        elif isinstance(intent, AddTask) and listed is not None and not (intent.due or intent.rrule or intent.heard):
            intent = replace(intent, due=listed)
        elif isinstance(intent, AddTask) and intent.due is not None and intent.rrule is None:
            led = intent.heard and fold(bare(part, setting.lexicon)).startswith(fold(intent.heard))
            day = intent.due if led else day  # "tomorrow i have to …, then physio at 3"
            listed = intent.due if led and not told else listed
        told.append((intent, part))
    return told


def _on_the_last_day(found: list[tuple[Intent, str]], setting: Setting) -> list[tuple[Intent, str]]:
    """ "physio at 10 and dentist at 2 tomorrow": hours that go before one on a day are of that day, and read back."""
    reminders = [one for one, _ in found if isinstance(one, Remind) and one.rrule is None and not one.all_day]
    if len(reminders) < 2 or len(reminders) < len(found):
        return found
    *before, last = reminders
    clocks = [clock_alone(one.heard, last.when, setting.language, setting.parts) for one in reminders if one.heard]
    hours = [clock for clock in clocks[:-1] if clock is not None]
    if len(hours) < len(before) or clocks[-1] is not None or [*hours, last.when] != sorted({*hours, last.when}):
        return found
    if _HOUR_FIRST.match(fold(last.heard)) is None:
        return found  # "call mom at 5 and dad tomorrow at 6"
    if last.when.date() <= max(one.when for one in before).date() or hours[0] <= setting.now:
        return found
    told: list[tuple[Intent, str]] = []
    for one, clock, (_, part) in zip(before, hours, found, strict=False):
        end = clock + (one.end - one.when) if one.end is not None else None
        told.append((replace(one, when=clock, end=end, sure=False), part))
    return [*told, found[-1]]


def with_the_same_deed(found: list[tuple[Intent, str]], setting: Setting) -> list[tuple[Intent, str]]:
    """ "call mom at 5 and dad at 6": who is named next beside another hour is called as well."""
    told: list[tuple[Intent, str]] = []
    for one, part in found:
        last = told[-1][0] if told else None
        intent = one
        if (
            isinstance(one, Remind)
            and isinstance(last, Remind)
            and (deed := _deed(last.title, one.title, part, setting))
        ):
            whom = timed(part, setting).rest.strip()
            intent = replace(one, title=f"{deed} {whom}")
        told.append((intent, part))
    return told


def _deed(before: str, title: str, part: str, setting: Setting) -> str | None:
    """What is done to whom is named next, where it is left out there."""
    deed = _REACHING.match(fold(before))
    if deed is None or len(title.split()) > MOST_WORDS or begins_with_verb(title, setting):
        return None
    rest = before[deed.end() :].strip()
    led, first = _TO.match(fold(rest)), _TO.match(fold(title))
    if led is not None or first is not None:
        return before[: deed.end()] if led is not None and first is not None else None
    named = len(title.split()) == 1 and (part[:1].isupper() or _KIN.match(fold(title)) is not None)
    return before[: deed.end()] if named else None


def on_the_day_ahead(pieces: list[str], setting: Setting) -> list[str]:
    """Pieces of a sentence that is about one day ("tomorrow: …, then …"), each with that day where it has no time."""
    day = day_ahead(pieces[0], setting)
    if day is None:
        return pieces
    rest = [piece if timed(piece, setting).moment is not None else f"{day} {piece}" for piece in pieces[1:]]
    return [pieces[0], *rest]
