"""What is known, and what may change about it. Data only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

CERTAIN = 0.7
"""The confidence from which a statement counts as said plainly; below it, it is a maybe and closes nothing certain."""

LATELY = timedelta(days=120)
"""How long ago a change may be that is told as one from which things have been so since: "I moved last week"."""

MOST_CONFIDENCE = 0.99
"""However often it was said, it remains something that was said."""


class Source(StrEnum):
    """Who says that a fact holds."""

    GRAMMAR = "grammar"
    MODEL = "model"
    HAND = "hand"
    """The person, on the page: certain whatever they wrote, and ahead of what was distilled."""
    IMPORT = "import"


class Closed(StrEnum):
    """Why a fact holds no longer, or never did."""

    SUPERSEDED = "superseded"
    """Something newer took its place."""
    CONTINUED = "continued"
    """It went on under a fact of its own: the same value, said again after a break that proved to be none."""
    ENDED = "ended"
    """The person said that it ended."""
    RAN_OUT = "ran_out"
    """It was said to hold until then."""
    OUTWEIGHED = "outweighed"
    """Something more certain, or set by hand, is known of the same time. Its interval is empty."""
    WRONG = "wrong"
    """The person said that it never held. Its interval is empty."""
    MARK = "mark"
    """Not a fact that held but the moment at which one ended, kept with its words. Its interval is empty."""
    PAST = "past"
    """It was told as over, with its beginning: a moment at which one ended, and the time before it in which it held."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One time that somebody said so; a row of evidence.

    Args:
        at: From when it is true, by what was said (the event time). Of an end without a beginning, when it ended.
        said_at: When it was said.
        until: Until when, if that was said.
        confidence: 0 to 1.
        source: Who said so.
    """

    at: datetime
    said_at: datetime
    until: datetime | None
    confidence: float
    source: Source

    @property
    def is_by_hand(self) -> bool:
        return self.source is Source.HAND

    @property
    def is_certain(self) -> bool:
        return self.is_by_hand or self.confidence >= CERTAIN

    def tells_of_lately(self, other: "Telling") -> bool:
        """Whether this was told after the other, of a change shortly before, and the other only said what was then."""
        is_of_lately = self.until is None and self.said_at - LATELY <= self.at < self.said_at
        was_of_then = other.at == other.said_at
        return is_of_lately and was_of_then and self.at < other.at < self.said_at

    @property
    def weight(self) -> tuple[bool, float]:
        """What counts between two tellings about the same moment."""
        return self.is_by_hand, self.confidence


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with the time in which it holds, `[valid_from, valid_to)`; without end while it still does.

    Args:
        value_key: What makes two values the same, reworded or not.
        tellings: The evidence it rests on, oldest event first; at least one.
        recorded_at: When the first of them was written down.
        superseded_by: The fact, or the mark of an end, that closed it.
    """

    id: UUID
    subject: str
    relation: str
    qualifier: str
    value: str
    value_key: str
    valid_from: datetime
    valid_to: datetime | None
    recorded_at: datetime
    tellings: tuple[Telling, ...]
    superseded_by: UUID | None = None
    closed: Closed | None = None

    @property
    def event_at(self) -> datetime:
        return self.tellings[0].at

    @property
    def is_certain(self) -> bool:
        return any(telling.is_certain for telling in self.tellings)

    @property
    def is_by_hand(self) -> bool:
        return any(telling.is_by_hand for telling in self.tellings)

    @property
    def is_mark(self) -> bool:
        return self.closed is Closed.MARK

    @property
    def tells_end(self) -> bool:
        """Whether it says when something ended, with the time before or without."""
        return self.closed in (Closed.MARK, Closed.PAST)

    @property
    def source(self) -> Source:
        """The hand when it is among them, else who said so first."""
        return Source.HAND if self.is_by_hand else self.tellings[0].source

    @property
    def confidence(self) -> float:
        """The surest telling, and a little more for each further one."""
        if self.is_by_hand:
            return 1.0
        surest = max(telling.confidence for telling in self.tellings)
        doubt = (1 - surest) * 0.8 ** (len(self.tellings) - 1)
        return round(max(surest, min(1 - doubt, MOST_CONFIDENCE if self.is_certain else CERTAIN - 0.01)), 4)

    def holds(self, moment: datetime) -> bool:
        return self.valid_from <= moment and (self.valid_to is None or moment < self.valid_to)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is not to be learnt again, until the person says so by hand.

    Args:
        value_key: Of the value; without one, any value of that relation.
    """

    subject: str
    relation: str
    value_key: str | None
    created_at: datetime

    def covers(self, subject: str, relation: str, value_key: str) -> bool:
        return (self.subject, self.relation) == (subject, relation) and self.value_key in (None, value_key)


@dataclass(frozen=True, slots=True)
class Add:
    """A new fact, or the mark of an end.

    Args:
        supersedes: The fact that it follows.
        split_from: The fact whose tellings from `fact.valid_from` on it takes over: something came between.
    """

    fact: Known
    supersedes: UUID | None = None
    split_from: UUID | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """The same again: the fact rests on one telling more, and may turn out to hold from earlier on."""

    fact_id: UUID
    telling: Telling
    valid_from: datetime


@dataclass(frozen=True, slots=True)
class Close:
    """The fact's interval, now with an end or another one; its value and tellings stay as they are."""

    fact_id: UUID
    valid_from: datetime
    valid_to: datetime
    by: UUID | None
    reason: Closed


@dataclass(frozen=True, slots=True)
class Reopen:
    """The fact's interval, now without end: what had closed it was wrong."""

    fact_id: UUID
    valid_from: datetime


@dataclass(frozen=True, slots=True)
class Bury:
    """Leave a tombstone."""

    tombstone: Tombstone


@dataclass(frozen=True, slots=True)
class Lift:
    """Take a tombstone away: the person said so by hand."""

    tombstone: Tombstone


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts of which one at most is right and nothing tells which: for the person to say, asked once."""

    fact_id: UUID
    new: UUID


@dataclass(frozen=True, slots=True)
class Ignore:
    """Nothing changes; the reason is for logs."""

    reason: str


Change = Add | Confirm | Close | Reopen | Bury | Lift | Contradiction | Ignore
