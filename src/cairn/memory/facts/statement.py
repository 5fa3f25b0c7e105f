"""What a sentence says, before anybody decides what it changes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ME = "me"
"""The person themselves, as the subject of a fact."""


class FactKind(StrEnum):
    """What a fact is about."""

    SELF = "self"
    PERSON = "person"
    PLACE = "place"
    WORK = "work"
    HEALTH = "health"
    TASTE = "taste"
    HABIT = "habit"
    DATE = "date"
    POSSESSION = "possession"
    PLAN = "plan"
    PREFERENCE = "preference"
    OTHER = "other"


class Stance(StrEnum):
    """What a statement does to what it names."""

    IS = "is"
    """It holds."""
    ENDED = "ended"
    """It held and no longer does: "I no longer work there"."""
    NEVER = "never"
    """It is wrong and was: "that's not right", "I'm not vegetarian"."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a sentence says of somebody or something.

    Args:
        subject: `me`, or whom or what it is about as a plain lower-case name ("ana", "my sister" is `sister`).
        relation: A word of the vocabulary in `relations.py` ("lives_in"), or of the speaker for what it doesn't have.
        value: As it was said, without articles at its ends. Empty with a stance other than `IS`: whatever it was.
        kind: What it is about.
        stance: Whether it holds.
        confidence: 0 to 1: 0.9 said plainly, 0.5 with a maybe.
        importance: 0 to 1: how much it matters to a life; a diagnosis more than a favourite colour.
        since: From when it is true, when that was said; else from when it was said.
        until: Until when, when that was said.
        qualifier: What keeps it apart from others of its subject and relation ("office", "summer"); usually empty.
        quote: The words that say so.
    """

    subject: str
    relation: str
    value: str
    kind: FactKind
    stance: Stance = Stance.IS
    confidence: float = 0.9
    importance: float = 0.5
    since: datetime | None = None
    until: datetime | None = None
    qualifier: str = ""
    quote: str = ""
