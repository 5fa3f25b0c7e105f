"""Several times said in one breath: "remind me at 10, 2 and 6 to drink water" is three reminders, and "pills in the
morning and in the evening" two. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cairn import when
from cairn.assistant.grammar.alone import clock_alone
from cairn.assistant.grammar.phrase import Setting
from cairn.assistant.grammar.split import begins_with_verb
from cairn.assistant.grammar.things import Remind
from cairn.when import Grain, Moment
from cairn.when.tokens import fold

WAKING = range(7, 21)
PLAIN = 3
"""From so many hours in a row on, nobody has to be asked whether they are those of the day."""
_HOUR = (
    r"(?P<hour{n}>\d{{1,2}})(?:[:.h](?P<minute{n}>\d{{2}}))?(?:\s?(?P<half{n}>[ap])\.?m\b\.?)?(?P<h{n}>\s?h(?:rs)?\b)?"
)
_AGAIN = r"(?:(?:(?:then )?again|otra vez|de nuevo|encore|a nouveau|outra vez|de novo)\s+)?"
_AT = rf"{_AGAIN}(?:(?:at|a las?|a|as|aos?)\s+)?"
_NEXT = re.compile(rf"(?:\s*,\s*(?:(?:and|y|et|e)\s+)?|\s+(?:and|y|et|e)\s+){_AT}{_HOUR.format(n='')}(?![\w:])")
_FIRST = re.compile(rf"{_HOUR.format(n='')}\W*\Z")
_LAST_JOINED = re.compile(rf"(?:^|\W)(?:and|y|et|e)\s+{_AT}\S+(?:\s?(?:h|[ap]\.?m\.?))?\Z")
_GOES_ON = re.compile(r"\s*(?:\Z|[.,;:!?)]|(?:to|that|for|about|of|de|d'|que|para|pour|por|a)(?:\s|(?<=')))")
_MANY = re.compile(r"BYHOUR|COUNT|HOURLY|MINUTELY")
_PART = r"(?:morning|afternoon|evening|night|manana|tarde|noche|matin|apres-midi|soir|nuit|manha|noite)"
_OF_NO_DAY = re.compile(rf"(?:(?:in|at|por|de|d[au]|a|la|le|the|n[ao]|pela)\s+|l')*(?P<part>{_PART})(?!\w)")
_AND = re.compile(r"\s*(?:,\s*)?(?:and|&|y|et|e)\s+")
_ON_ANOTHER = re.compile(r"(?:\s*,\s*(?:(?:and|y|et|e)\s+)?|\s+(?:and|&|y|et|e)\s+)(?:(?:on|el|le|n[ao])\s+)?")
_NOON = re.compile(
    r"\b(?:noon|midday|mediod[ií]a|midi|meio[- ]dia)\b(?=(?:,| and| y| et| e) (?:(?:at|a las?|à|às) )?\d)",
    re.IGNORECASE,
)
"""Noon in a row of hours, which is read as the hour that it is for the person."""
_NOON_SAID = re.compile(r"(?:\w+\s+)??(?:noon|midday|mediodia|midi|meio[- ]dia)")
_Said = tuple[int, int, bool]
"""An hour, its minutes, and whether it can be no other."""


@dataclass(frozen=True, slots=True)
class Several:
    """Several times said in one breath.

    Args:
        line: What is said, with the first of them alone.
        heard: The words that named them.
        sure: Whether they can be no others.
    """

    line: str
    moments: Sequence[datetime]
    heard: str
    sure: bool


def several(line: str, setting: Setting) -> Several | None:
    """The times that are said in a row; nothing where one is."""
    noon = _NOON.search(line)
    hour = f"{setting.parts.noon:%H:%M}"
    if noon is not None and (told := several(_NOON.sub(hour, line, count=1), setting)) is not None:
        return replace(told, heard=told.heard.replace(hour, noon[0], 1))
    found = when.find(line, setting.now, language=setting.language, parts=setting.parts)
    return _hours(line, found, setting) or _parts(line, found, setting) or _days(line, found, setting)


def _hours(line: str, found: Sequence[Moment], setting: Setting) -> Several | None:
    """Hours of one day."""
    for first in found:
        if first.grain not in (Grain.HOUR, Grain.MINUTE) or first.end is not None:
            continue
        if first.rrule is not None and _MANY.search(first.rrule):
            continue
        begins = _FIRST.search(fold(line[slice(*first.span)]))
        if begins is None:
            continue
        place, said = first.span[1], [_said(begins, setting)]
        while (following := _NEXT.match(fold(line), place)) is not None:
            place = following.end()
            said.append(_said(following, setting))
        heard = line[first.span[0] : place]
        if len(said) < 2 or _LAST_JOINED.search(fold(heard)) is None or not _ends(line[place:], setting):
            continue
        clocks = _of_one_day(said)
        if clocks is None:
            continue
        alone = (
            first.rrule is not None
            or clock_alone(line[slice(*first.span)], setting.now, setting.language, setting.parts) is not None
        )
        day = None if alone else first.start.date()
        moments = [_at(one, day, setting) for one in clocks]
        return Several(f"{line[: first.span[1]]}{line[place:]}", moments, heard, sure=False)
    return None


def _days(line: str, found: Sequence[Moment], setting: Setting) -> Several | None:
    """Days, each with its hour: "gym monday at 7 and thursday at 8"."""
    at_hours = [
        one for one in found if one.grain in (Grain.HOUR, Grain.MINUTE) and one.end is None and one.rrule is None
    ]
    for place, first in enumerate(at_hours):
        row = [first]
        for one in at_hours[place + 1 :]:
            if _ON_ANOTHER.fullmatch(fold(line[row[-1].span[1] : one.span[0]])) is None:
                break
            row.append(one)
        begins, ends = first.span[0], row[-1].span[1]
        days = {one.start.date() for one in row}
        of_no_day = (
            clock_alone(line[slice(*one.span)], setting.now, setting.language, setting.parts) is not None for one in row
        )
        if len(row) < 2 or len(days) < len(row) or any(of_no_day) or not _ends(line[ends:], setting):
            continue
        alone = f"{line[: first.span[1]]}{line[ends:]}"
        return Several(alone, [one.start for one in row], line[begins:ends], sure=all(one.sure for one in row))
    return None


def _parts(line: str, found: Sequence[Moment], setting: Setting) -> Several | None:
    """Two parts of a day: "pills tomorrow morning and evening", at the hours they are for the person."""
    for first in found:
        joined = _AND.match(fold(line), first.span[1])
        if joined is None or first.rrule is not None or not _is_part(first, line):
            continue
        other = _other_part(line, joined.end(), found, setting)
        if other is None:
            continue
        second, ends = other
        of_no_day = (_OF_NO_DAY.fullmatch(fold(line[begins:end])) for begins, end in (first.span, (joined.end(), ends)))
        if tuple(map(bool, of_no_day)) == (False, True):
            second = datetime.combine(first.start.date(), second.time(), second.tzinfo)
        led = not line[: first.span[0]].strip()  # "tomorrow morning and evening walk the dog"
        over = _ends(line[ends:], setting) if led else _GOES_ON.match(fold(line[ends:]))
        if over and second != first.start and second > setting.now:
            alone, heard = f"{line[: first.span[1]]}{line[ends:]}", line[first.span[0] : ends]
            return Several(alone, [first.start, second], heard, sure=True)
    return None


def _is_part(moment: Moment, line: str) -> bool:
    """Whether a part of a day was said; noon is one where another follows it."""
    return moment.grain is Grain.PART or _NOON_SAID.fullmatch(fold(line[slice(*moment.span)])) is not None


def _other_part(line: str, begins: int, found: Sequence[Moment], setting: Setting) -> tuple[datetime, int] | None:
    """The part of a day that is said there, and where it ends."""
    said = next((one for one in found if one.span[0] == begins), None)
    if said is not None:
        return (said.start, said.span[1]) if said.grain is Grain.PART and said.rrule is None else None
    bare_part = _OF_NO_DAY.match(fold(line), begins)
    if bare_part is None:
        return None
    named = line[slice(*bare_part.span("part"))]
    read = when.read(named, setting.now, language=setting.language, parts=setting.parts)
    return (read.start, bare_part.end()) if read is not None and read.grain is Grain.PART else None


def each(intent: Remind, told: Several) -> list[Remind]:
    """The same at each of these; what comes again at hours that one rule can say is one."""
    moments, heard, sure = told.moments, told.heard, told.sure or len(told.moments) >= PLAIN
    if intent.rrule is None:
        return [replace(intent, when=one, heard=heard, sure=sure) for one in moments]
    if not intent.rrule.startswith("FREQ=DAILY"):
        moments = [datetime.combine(intent.when.date(), one.time(), one.tzinfo) for one in moments]
    if len({one.minute for one in moments}) > 1:
        return [replace(intent, when=one, heard=heard, sure=sure) for one in moments]
    hours_said = ",".join(str(hour) for hour in sorted({one.hour for one in moments}))
    return [replace(intent, when=min(moments), rrule=f"{intent.rrule};BYHOUR={hours_said}", heard=heard, sure=sure)]


def _said(found: re.Match[str], setting: Setting) -> _Said:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] is not None:
        return hour % 12 + (12 if found["half"] == "p" else 0), minute, True
    written = found["minute"] is not None and hour >= 12
    return hour, minute, hour > 12 or hour == 0 or written or found["h"] is not None


def _of_one_day(said: Sequence[_Said]) -> list[time] | None:
    """Hours that follow one another in a day: "10, 2 and 6" are 10, 14 and 18."""
    if any(hour > 23 or minute > 59 for hour, minute, _ in said):
        return None
    first, _, settled = said[0]
    starts = [first] if settled else sorted({first % 12, first % 12 + 12}, key=lambda hour: (hour not in WAKING, hour))
    for start in starts:
        clocks = [time(start, said[0][1])]
        for hour, minute, sure in said[1:]:
            choices = [hour] if sure else sorted({hour % 12, hour % 12 + 12})
            later = [one for choice in choices if (one := time(choice, minute)) > clocks[-1]]
            if not later:
                break
            clocks.append(later[0])
        if len(clocks) == len(said):
            return clocks
    return None


def _at(clock: time, day: date | None, setting: Setting) -> datetime:
    """The hour on the day that was said, else the next one there is."""
    today = setting.now.date()
    at = datetime.combine(day or today, clock, setting.now.tzinfo)
    return at if at > setting.now else datetime.combine(today + timedelta(days=1), clock, setting.now.tzinfo)


def _ends(rest: str, setting: Setting) -> bool:
    """Whether the hours are over there, and the last number counts nothing."""
    if _GOES_ON.match(fold(rest)) is not None or begins_with_verb(rest.strip(), setting):
        return True
    again = when.find(rest, setting.now, language=setting.language, parts=setting.parts)
    return bool(again) and again[0].rrule is not None and not rest[: again[0].span[0]].strip()
