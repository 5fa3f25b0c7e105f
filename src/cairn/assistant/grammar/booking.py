"""What a thing to do becomes once its time is known: a reminder, an event, or nothing where that has passed. Pure."""

import re
from datetime import datetime, timedelta

from cairn.assistant.grammar.commands import LATER
from cairn.assistant.grammar.daytimes import in_its_half
from cairn.assistant.grammar.intents import PastTime
from cairn.assistant.grammar.journeys import placed
from cairn.assistant.grammar.lasting import length_of_work, with_length
from cairn.assistant.grammar.phrase import CLOCK, Setting, Timed, begun
from cairn.assistant.grammar.things import Remind
from cairn.when import Moment
from cairn.when.tokens import fold

_LED = re.compile(
    r"(?<=\w)(?:\s+(?:is|are|es|son|est|sont|é|são)"
    r"|,\s+it|,?\s+(?:it(?:'s| is| has to be)|es|tiene que ser|c'est|ça doit être|é|tem (?:de|que) ser))\Z",
    re.IGNORECASE,
)
_ALARM = re.compile(r"\b(?:alarm[ae]?|timer|reminder|recordatorio|rappel|lembrete)\b")
LONGEST_TITLE = 200
FEWEST_WEEKS = 3
"""So many have what comes each week; a journey may last two."""
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miercoles|jueves|viernes|sabado"
    r"|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|segunda|terca|quarta|quinta|sexta)\b"
)
JUST_NOW = timedelta(minutes=1)
_DEPARTURE = re.compile(
    r"(?:(?:my|the|mi|el|la|mon|ma|le|o|a|meu|minha) )*"
    r"(?:flight|plane|train|ferry|coach|vuelo|avion|tren|vol|voo|aviao|comboio|trem)\b"
)
_AS_WRITTEN = re.compile(r"(?<![\d:])(?:[1-9]|1[01])[:.h][0-5]\d(?!\d)")
"""An hour of the morning, if nobody says which half of the day it is of."""


def book(part: str, title: str, found: Timed, setting: Setting) -> Remind | PastTime:
    """A reminder; one for a day without an hour comes in the morning, and that is read back."""
    moment = found.moment
    assert moment is not None, "only what has a time is booked"
    moment = in_its_half(moment, f"{found.rest} {title}", found.heard, setting)
    start, sure = moment.start, moment.sure
    if moment.grain not in CLOCK:
        morning = setting.parts.morning
        start, sure = start.replace(hour=morning.hour, minute=morning.minute), False
        if moment.rrule is None and start <= setting.now < midnight(start) + timedelta(days=1):
            start = (setting.now + LATER).replace(second=0, microsecond=0)
    if moment.rrule is None and start < setting.now - JUST_NOW:
        return PastTime(title, start, part, found.heard)
    if not sure and moment.rrule is None and _leaves_as_written(title, found.heard):
        earlier = start - timedelta(hours=12)
        start = earlier if start.hour >= 12 and earlier > setting.now else start
    title, length = with_length(title, setting, part, found.heard)
    bare_title, place = placed(title, setting.language)
    if length is None:
        bare_title, length = with_length(bare_title, setting)
    if length is None and moment.end is None and moment.duration is None and moment.grain in CLOCK:
        bare_title, length = length_of_work(bare_title, setting)
    end = start + length if length is not None and moment.grain in CLOCK else end_of(moment, start)
    if end is not None and (rrule := _weekly(moment, end - start, found.heard)) is not None:
        return Remind(bare_title[:LONGEST_TITLE], start, rrule, sure=False, heard=found.heard, without=moment.without)
    if end is None:
        return Remind(title[:LONGEST_TITLE], start, moment.rrule, sure, found.heard, without=moment.without)
    return Remind(
        bare_title[:LONGEST_TITLE], start, moment.rrule, sure, found.heard, end, place, without=moment.without
    )


def _weekly(moment: Moment, lasts: timedelta, heard: str) -> str | None:
    """How often what is at an hour of a weekday "for 6 weeks" comes: it doesn't last so long."""
    weeks, beside = divmod(lasts, timedelta(weeks=1))
    if moment.rrule is not None or weeks < FEWEST_WEEKS or beside or _WEEKDAY.search(fold(heard)) is None:
        return None
    day = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[moment.start.weekday()]
    return f"FREQ=WEEKLY;BYDAY={day};COUNT={weeks}"


def _leaves_as_written(title: str, heard: str) -> bool:
    """Whether something leaves by a timetable, and its hour stands there as a timetable has it: "flight at 6:40"."""
    return _DEPARTURE.match(fold(title)) is not None and _AS_WRITTEN.search(fold(heard)) is not None


def end_of(moment: Moment, start: datetime) -> datetime | None:
    """When something is over that was told with its end or its length."""
    if moment.grain not in CLOCK:
        return None
    return start + moment.duration if moment.duration is not None else moment.end


def midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def without_verb(title: str) -> str:
    """A title without the verb that led its time: "the meeting is [at 5]"."""
    return _LED.sub("", title)


def alarm(said: str) -> str:
    """What rings and names nothing: "Alarm" of "set an alarm for 7"; empty for all else."""
    found = _ALARM.search(fold(said))
    return begun(said[slice(*found.span())]) if found is not None else ""
