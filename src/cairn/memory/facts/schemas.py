"""Facts and the profile as they come in and go out."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from cairn.memory.facts.known import Closed, Source
from cairn.memory.facts.statement import FactKind
from cairn.memory.schemas import Reachable
from cairn.platform.http import Schema

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Value = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Lower = Annotated[Word, AfterValidator(str.lower)]


class NewFact(Schema):
    """Something that is so, written by hand.

    Args:
        subject: `me`, or whom or what it is about.
        relation: A word such as `lives_in`; any other word of one's own, too.
        qualifier: What keeps it apart from others of the same subject and relation.
        since: From when it is true; now, if left out.
        until: Until when, if it is known.
    """

    subject: Lower = "me"
    relation: Annotated[Lower, Field(examples=["lives_in"])]
    value: Annotated[Value, Field(examples=["Lisbon"])]
    qualifier: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""
    since: Annotated[Reachable | None, Field(examples=["2026-10-05T00:00:00Z"])] = None
    until: Reachable | None = None


class FactPatch(Schema):
    """What to put right; what is left out stays.

    Args:
        value: What it should have said: the old value never held then, and is not learnt again.
    """

    value: Annotated[Value | None, Field(examples=["Lisbon"])] = None
    pinned: bool | None = None
    set_aside: bool | None = None


class Ended(Schema):
    """When it ended; now, if left out."""

    at: Annotated[Reachable | None, Field(examples=["2026-10-05T00:00:00Z"])] = None


class FactOut(BaseModel):
    """A fact, and when it is true: from `valid_from` until before `valid_to`, open while it still is.

    Args:
        subject: `me`, or whom or what it is about, in lower case.
        importance: 0 to 1: how much it matters to a life.
        confidence: 0 to 1: from 0.7 it is certain; a hand is 1.
        source: Who says so: `hand` for the person, `grammar` or `model` for what was read, `import`.
        recorded_at: When it was first written down, whatever time it is about.
        closed: Why it no longer holds, or never did.
        superseded_by: The fact that took its place.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    subject: Annotated[str, Field(examples=["me"])]
    relation: Annotated[str, Field(examples=["lives_in"])]
    qualifier: str
    value: Annotated[str, Field(examples=["Lisbon"])]
    kind: FactKind
    importance: float
    confidence: float
    source: Source
    valid_from: AwareDatetime
    valid_to: AwareDatetime | None
    recorded_at: AwareDatetime
    closed: Closed | None
    superseded_by: UUID | None
    pinned_at: AwareDatetime | None
    set_aside_at: AwareDatetime | None


class TellingOut(BaseModel):
    """One time that somebody said so: the words, and the memory they stand in.

    Args:
        memory_id: Absent for what was written by hand.
        at: From when it is true, by what was said; `said_at` is when it was said.
    """

    model_config = ConfigDict(from_attributes=True)

    memory_id: UUID | None
    quote: str
    said_at: AwareDatetime
    at: AwareDatetime
    confidence: float
    source: Source


class FactDetail(BaseModel):
    """A fact with everything it rests on, and what was true of the same before and after.

    Args:
        history: Oldest first, this one among them; the latest 100. Where several values hold at once, of this one only.
        tellings: Oldest first; the latest 100.
    """

    fact: FactOut
    history: list[FactOut]
    tellings: list[TellingOut]


class ContradictionOut(BaseModel):
    """Two facts of which one at most is right."""

    id: UUID
    fact: FactOut
    other: FactOut
    found_at: AwareDatetime


class Settle(Schema):
    """Which one is right; without one, both may stand."""

    keep: UUID | None = None


class ProfileValue(BaseModel):
    """One value of a field, and what it rests on.

    Args:
        fact_id: The fact behind it; absent for what the account keeps.
        quote: The words that say so, the latest ones.
        said_at: When they were said, or written by hand.
    """

    fact_id: UUID | None = None
    value: str
    relation: str | None = None
    qualifier: str = ""
    source: Source | Literal["account"]
    confidence: float
    since: AwareDatetime | None = None
    quote: str = ""
    said_at: AwareDatetime | None = None
    memory_id: UUID | None = None


class ProfileField(BaseModel):
    """A field of the profile.

    Args:
        sentence: The field as one sentence, in the person's language; empty while nothing is known.
        relations: What may fill it; the first is what a hand edit writes.
        origin: `account` for what is changed in the account's settings.
    """

    id: str
    label: Annotated[str, Field(examples=["Pronouns"])]
    many: bool
    origin: Literal["facts", "account"]
    sentence: Annotated[str, Field(examples=["Your pronouns are they/them."])]
    relations: list[str]
    values: list[ProfileValue]


class ProfileOut(BaseModel):
    """The 27 fields, always all and in the same order."""

    fields: list[ProfileField]


class FieldValue(Schema):
    """A value of a field that says what it is.

    Args:
        relation: One of the field's relations.
        qualifier: What keeps it apart from others of its relation: a `sibling` is a `sister` or a `brother`.
    """

    value: Annotated[Value, Field(examples=["Ana"])]
    relation: Annotated[Word, Field(examples=["mother"])]
    qualifier: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""


class FieldEdit(Schema):
    """What a field says from now on. Values that are left out end now; none empties it.

    Args:
        values: Each with what it is, or alone. One alone that the field has stays what it is, one in the place of
            another becomes what that was, and in a field of people or tastes it is what says the least of it
            (`relative`, `friend`, `likes`). Where that would be a guess it is refused.
    """

    values: Annotated[list[FieldValue | Value], Field(max_length=50, examples=[["they/them"]])]


class QuoteOfFact(BaseModel):
    """The words that say so, and the memory they stand in; none when a hand wrote it."""

    memory_id: UUID | None
    text: str
    said_at: AwareDatetime
    by_hand: bool


class FactTold(BaseModel):
    """A fact as an answer.

    Args:
        subject: As it was asked about: `me`, a role, or a name in lower case.
        role: What somebody is to the person, when that is what the fact or its subject is ("sister").
        word: The same in the person's language.
        since: From when it is so; absent when only its end is known.
        until: Until when it was so.
        quotes: What it rests on, the latest first.
    """

    id: UUID
    subject: str
    relation: str
    qualifier: str
    value: str
    role: str
    word: str
    since: AwareDatetime | None
    until: AwareDatetime | None
    is_now: bool
    quotes: list[QuoteOfFact]


class AskedFacts(BaseModel):
    """What is known to a question that asks for a fact.

    Args:
        stale: Values of the same that aren't so now: words that only say one of these are no answer.
        known: Whether anything was ever known of it.
    """

    told: list[FactTold]
    stale: list[str]
    known: bool
