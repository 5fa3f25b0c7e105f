"""What a plan waits for, in four languages. Pure."""

from typing import NamedTuple

from cairn import when
from cairn.plans.models import Kind, Plan
from cairn.plans.rules import EVERY_DAY


class Phrases(NamedTuple):
    """How each cue is told."""

    time: str
    event: str
    any_event: str
    word: str
    arrival: str


_PHRASES = {
    "en": Phrases(
        "at {at}", "after “{about}”", "after any event", "when you write “{about}”", "when you get to: {about}"
    ),
    "es": Phrases(
        "a las {at}",
        "después de «{about}»",
        "después de cualquier evento",
        "cuando escribas «{about}»",
        "cuando llegues a: {about}",
    ),
    "fr": Phrases(
        "à {at}",
        "après « {about} »",
        "après n'importe quel événement",
        "quand tu écris « {about} »",
        "quand tu arrives à : {about}",
    ),
    "pt": Phrases(
        "às {at}",
        "depois de «{about}»",
        "depois de qualquer evento",
        "quando escreves «{about}»",
        "quando chegas a: {about}",
    ),
}


def of_cue(kind: Kind, about: str, at: str, rrule: str | None, locale: str) -> str:
    """What a plan waits for, as a sentence begins."""
    phrases = _PHRASES.get(locale.split("-", 1)[0].lower(), _PHRASES["en"])
    if kind is Kind.TIME:
        told = phrases.time.format(at=at)
        told = told if rrule in (None, EVERY_DAY) else f"{when.say_rule(rrule or '', locale)}, {told}"
    elif kind is Kind.EVENT and not about:
        told = phrases.any_event
    else:
        told = {Kind.EVENT: phrases.event, Kind.WORD: phrases.word, Kind.ARRIVAL: phrases.arrival}[kind]
        told = told.format(about=about)
    return told[:1].upper() + told[1:]


def told(plan: Plan, locale: str) -> str:
    """What a plan waits for, in the person's language."""
    at = f"{plan.first_local:%H:%M}" if plan.first_local is not None else ""
    return of_cue(Kind(plan.kind), plan.about, at, plan.rrule, locale)
