"""Messages that are a time and nothing else: answers to "when?", and corrections of one."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from cairn import when
from cairn.assistant.grammar.lexicon import lexicon
from cairn.assistant.grammar.phrase import CLOCK, Setting, bare, opened
from cairn.when import Grain, Moment
from cairn.when.tokens import fold

LONGEST = 80
_NOT = re.compile(
    r"[\s,]+(?:(?:and|y|et|e)\s+)?(?:not|no|non|pas|nao|instead of|rather than|en vez del?|en lugar del?|"
    r"au lieu (?:de|d')|em vez d[aeo])\s+(?:(?:para|pour|es|era|c'est|est|e)\s+)?(?P<wrong>\S.*)\Z"
)
"""What takes another time back."""
NIGHT = range(1, 6)
"""Hours for which few people book anything: "rdv mardi 4h30" may be the afternoon's, and is asked about."""
_BARE = re.compile(r"(?<![\d:.])[1-5]\s*(?:[h:.]|$)", re.IGNORECASE)
SAID = re.compile(
    r"\b(?:[ap]\.?m\.?|morning|afternoon|evening|(?:to)?night|noon|midnight|(?<=a )manana|mediodia|tarde|noche"
    r"|madrugada|matin|midi|soir|aprem|nuit|manha|meio|noite|mat)\b"
)
"""Words that tell the half of the day."""
_SAME_HOUR = re.compile(
    r"[,\s]*\b(?:(?:(?:but|pero|mais|mas)\s+)?(?:at|a|à|en)\s+(?:the|la|a)?\s*|à\s+|the\s+)?(?:same|misma|même|meme|mesma)\s+(?:time|hour|hora|heure)\b",
    re.IGNORECASE,
)
HALF = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class TimeAlone:
    """A time that was said by itself.

    Args:
        heard: The words that name it.
        corrects: It is put against another time: "no, thursday", "make it 5".
    """

    moment: Moment
    heard: str
    corrects: bool

    @property
    def has_clock(self) -> bool:
        return self.moment.grain in CLOCK


def time_alone(text: str, now: datetime, language: str, parts: when.DayParts = when.USUAL_PARTS) -> TimeAlone | None:
    """The time that a whole message means, or None when it says anything besides.

    Args:
        now: The moment it was said, aware, in the person's zone.
        language: A tag such as `en`; English is understood beside every other language.
        parts: The hours that the person means by "morning" and its kin.
    """
    if len(text) > LONGEST:
        return None
    for tag in dict.fromkeys((language, "en")):
        found = _alone(text, Setting(now, tag, lexicon(tag), parts))
        if found is not None:
            return found
    return None


def corrects(text: str, language: str) -> bool:
    """Whether a message only says that something was wrong: "no"."""
    plain = fold(text).strip(" .!,")
    return any(lexicon(tag).denied.match(plain) is not None for tag in (language, "en"))


def clock_alone(text: str, day: datetime, language: str, parts: when.DayParts = when.USUAL_PARTS) -> datetime | None:
    """The moment on a day when the words name an hour and no day: "6pm", but not "today at 6" or "in 20 minutes".

    They do when, read as that day begins, they mean that day, and read as it ends, the next one.
    """
    first = time_alone(text, datetime.combine(day, time(), day.tzinfo), language, parts)
    last = time_alone(text, datetime.combine(day, time(23, 59), day.tzinfo), language, parts)
    if first is None or last is None or not first.has_clock or first.moment.rrule is not None:
        return None
    begins, ends = first.moment.start, last.moment.start
    same = begins.date() == day.date() and (ends.date() - day.date()).days == 1
    return begins if same and begins.timetz() == ends.timetz() else None


def _alone(text: str, setting: Setting) -> TimeAlone | None:
    words, rest, put_against = setting.lexicon, text, False
    other = _put_right(text, setting)
    if other is not None:
        rest, put_against = other, True
    while True:
        put = opened(words.rather, rest.strip())  # before "actually" goes as a courtesy
        rest = bare(rest, words) if put is None else rest
        if put is None:
            put = opened(words.rather, rest)  # "oh wait, i meant monday"
        after = put if put is not None else opened(words.leading, rest)
        if after is None or not after.strip():
            break
        rest, put_against = after, put_against or put is not None
    rest = bare(rest, words)
    tail = words.instead.search(fold(rest)) or _taken_back(rest, setting)
    rest = rest[: tail.start()] if tail else rest
    rest = at_its_own_hour(rest) if put_against or tail is not None else rest
    moment = _by_day(_read(rest, setting), rest, setting) if rest.strip() else None
    return TimeAlone(moment, rest.strip(), put_against or tail is not None) if moment is not None else None


def at_its_own_hour(text: str) -> str:
    """A new time without "same time": what is moved by a day keeps the hour that it has."""
    return _SAME_HOUR.sub("", text).strip(" ,") or text


def _put_right(text: str, setting: Setting) -> str | None:
    """The second of two times, where the first was not it: "not friday, thursday", "no, not friday, thursday"."""
    for said in (text, opened(setting.lexicon.rather, text.strip())):
        clean = bare(said or "", setting.lexicon)
        found = setting.lexicon.not_but.match(fold(clean).rstrip(" .!"))
        if found is None:
            continue
        wrong, right = ("old", "new") if found["old"] else ("wrong", "right")
        first, second = (clean[slice(*found.span(name))].strip() for name in (wrong, right))
        if _read(first, setting) is not None and _read(second, setting) is not None:
            return second
    return None


def is_by_night(moment: Moment, heard: str) -> bool:
    """Whether words name an hour of the night only by the letter of a clock of 24 hours: "à 4h30"."""
    bare_hour = moment.start.hour in NIGHT and _BARE.search(heard) is not None
    return moment.sure and moment.grain in (Grain.HOUR, Grain.MINUTE) and bare_hour and not SAID.search(fold(heard))


def _by_day(moment: Moment | None, heard: str, setting: Setting) -> Moment | None:
    """A time said by itself: what only the letter makes an hour of the night is in the afternoon, and unsure."""
    if moment is None or moment.end is not None or not is_by_night(moment, heard) or "BYHOUR" in (moment.rrule or ""):
        return moment
    start = moment.start + HALF
    at_midnight = replace(setting, now=datetime.combine(setting.now, time(), setting.now.tzinfo))
    first = _read(heard, at_midnight)
    if first is not None and first.start < moment.start and first.start + HALF > setting.now:
        start = first.start + HALF  # no day was said, and this afternoon is still to come
    return replace(moment, start=start, sure=False)


def _taken_back(text: str, setting: Setting) -> re.Match[str] | None:
    """The end of a message that takes another time back: "i meant tomorrow, not today"."""
    found = _NOT.search(fold(text))
    return found if found is not None and _read(text[found.start("wrong") :].strip(" .!"), setting) else None


def _read(text: str, setting: Setting) -> Moment | None:
    found = when.read(text, setting.now, language=setting.language, parts=setting.parts)
    if found is not None:
        return found
    lengths = when.durations(text, setting.language)
    if len(lengths) == 1 and lengths[0][1] == (0, len(text)):
        return Moment(setting.now + lengths[0][0], None, Grain.MINUTE, None, True, lengths[0][1])
    if text[:1].isdigit():
        return when.read(f"{setting.lexicon.at} {text}", setting.now, language=setting.language, parts=setting.parts)
    return None
