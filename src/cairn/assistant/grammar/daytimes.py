"""Which half of the day is meant by an hour that may be either, where what is done then tells: "wake up at 7". Pure."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from cairn.assistant.grammar.alone import HALF, SAID, clock_alone, is_by_night
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting
from cairn.when import Grain, Moment
from cairn.when.tokens import fold

DAY = timedelta(days=1)
MORNING = range(4, 11)
EVENING = range(18, 24)
_MORNING = {
    "en": r"wak(?:e|es|ing)|get(?:ting)? (?:up|dressed)|\Aalarms?|breakfast|sunrise|school (?:run|bus|starts?|begins?)"
    r"|(?:take|drop|bring|walk|get)\b.*\bto (?:school|nursery|kindergarten|daycare|preschool)",
    "es": r"despierta\w*|despertar\w*|levantar\w*|levantate|\Aalarma|despertador|desayun\w*|madrugar|amanecer"
    r"|\A(?:el |la )?(?:cole|colegio|escuela) (?:empieza|comienza)"
    r"|(?:llevar|llevo|lleva|dejar)\b.*\b(?:cole|colegio|escuela|guarde|guarderia|instituto)",
    "fr": r"reveil\w*|(?:me|se|nous) lever|\Aalarme|petit[ -]dej\w*|\A(?:l')?ecole commence"
    r"|(?:deposer|emmener|amener|conduire)\b.*\b(?:ecole|creche|college|maternelle)",
    "pt": r"acord(?:a|ar|ar-\w+)|levantar(?:-\w+)?|\Aalarme|despertador|pequeno[ -]almoco|cafe da manha|madrugar"
    r"|\A(?:a )?escola comeca"
    r"|(?:levar|leva|deixar)\b.*\b(?:escola|creche|infantario|colegio)",
}
_EVENING = {
    "en": r"(?:to|in|into) bed|bed ?time|go to sleep|dinner|supper|party|movies?|cinema|concert|gig|drinks"
    r"|pub|night ?club|table for|restaurant",
    "es": r"acostar\w*|acuestate|(?:a|ir(?:me)? a) dormir|a la cama|cena\w*|fiesta|concierto"
    r"|copas|cine|mesa para|restaurante",
    "fr": r"coucher|dormir|au lit|diner|souper|fete|soiree|concert|cinema|cine"
    r"|apero|aperitif|table pour|resto|restaurant",
    "pt": r"deitar(?:-\w+)?|(?:ir )?dormir|para a cama|jantar\w*|ceia|festa|concerto"
    r"|cinema|copos|mesa para|restaurante",
}
_DINES = re.compile(r"(?<!\w)(?:dinner|supper|cena\w*|diner|souper|jantar\w*)(?!\w)")
_DINNER = re.compile(r"(?<![\d:.])[6-9](?![\d])")
"""Nobody dines at half past seven in the morning, even where an hour with its minutes would be that."""
_LEAVES = re.compile(
    r"\b(?:flight|plane|train|taxi|airport|vuelo|avion|tren|aeropuerto|vol|aeroport|navette|voo|aviao|comboio|trem"
    r"|aeroporto|partir|partida|depart|salida)\b"
)


def in_its_half(moment: Moment, title: str, heard: str, setting: Setting) -> Moment:
    """A moment in the half of the day in which such a thing is done, where only an hour was said."""
    if moment.grain not in (Grain.HOUR, Grain.MINUTE) or SAID.search(fold(heard)):
        return moment
    if moment.sure and _dines(moment, title, heard):
        moment = replace(moment, sure=False)
    elif moment.sure:
        return _by_day(moment, title, heard, setting) if is_by_night(moment, heard) else moment
    if moment.rrule is not None and "BYHOUR" in moment.rrule:
        return moment
    said = re.search(r"\d{1,2}", heard)
    if said is not None and int(said[0]) > 12:
        return moment  # of 24 hours; only the day is a guess
    morning, evening = _patterns(_tag(setting))
    plain, hour = fold(title), moment.start.hour
    by = timedelta()
    if morning.search(plain) and hour - 12 in MORNING:
        by = -HALF
    elif evening.search(plain) and hour + 12 in EVENING:
        by = HALF
    if by:
        by += _days(moment, moment.start + by, heard, setting)
    if not by or moment.start + by <= setting.now:
        return moment
    return replace(moment, start=moment.start + by, end=moment.end + by if moment.end is not None else None)


def _by_day(moment: Moment, title: str, heard: str, setting: Setting) -> Moment:
    """What was written as an hour of the night, in the afternoon unless something leaves or begins a day; read back."""
    unsure = replace(moment, sure=False)
    begins = _patterns(_tag(setting))[0].search(fold(title)) or _LEAVES.search(fold(title))
    if begins or "BYHOUR" in (moment.rrule or ""):
        return unsure
    by = HALF + _days(moment, moment.start + HALF, heard, setting)
    if moment.start + by <= setting.now:
        return unsure
    return replace(unsure, start=moment.start + by, end=moment.end + by if moment.end is not None else None)


def _dines(moment: Moment, title: str, heard: str) -> bool:
    early = moment.start.hour + 12 in EVENING and _DINNER.search(heard) is not None
    return early and _DINES.search(fold(title)) is not None


def _days(moment: Moment, at: datetime, heard: str, setting: Setting) -> timedelta:
    """How many days earlier or later the first such hour is, now that it lies in the other half of its day."""
    if moment.rrule is not None:
        today = setting.now.date() - at.date()
        weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[setting.now.weekday()]
        plain = re.fullmatch(r"FREQ=(?:DAILY|WEEKLY;BYDAY=(?P<days>[A-Z,]+))", moment.rrule)
        comes = plain is not None and (plain["days"] is None or weekday in plain["days"].split(","))
        return today if comes and at + today > setting.now else timedelta()
    if clock_alone(heard, setting.now, setting.language, setting.parts) is None:
        return timedelta()
    if at <= setting.now:
        return DAY
    return -DAY if at - DAY > setting.now else timedelta()


def _tag(setting: Setting) -> str:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return tag if tag in SUPPORTED else "en"


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"(?<!\w)(?:{_MORNING[tag]})(?!\w)"), re.compile(rf"(?<!\w)(?:{_EVENING[tag]})(?!\w)")
