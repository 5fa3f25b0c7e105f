"""Texts as others hand them over, and as people read them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field


class State(StrEnum):
    """What became of a text. It only ever moves forward in this order; the last two are final."""

    WAITING = "waiting"
    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to one person.

    Args:
        to: The number in E.164, `+351912345678`.
        body: At most 1,600 characters; the carrier splits it.
        key: What makes it this text and no other, per person: handed over again with the same, it isn't sent twice
            once the carrier's answer is known.
        user_id: Whose text it is.
    """

    to: str
    body: str
    key: str
    user_id: UUID


@dataclass(frozen=True, slots=True)
class SentText:
    """The carrier took the text.

    Args:
        carrier_id: The carrier's own id of it.
        state: How far it is.
        kept: Whether it lies in the data folder instead of being on its way.
    """

    carrier_id: str
    state: State = State.QUEUED
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a carrier says of a text later.

    Args:
        carrier_id: The carrier's own id of the text.
        reason: The carrier's code of why it failed.
    """

    carrier_id: str
    state: State
    reason: str = ""


class TextOut(BaseModel):
    """A text written to a person, and what became of it."""

    id: UUID
    state: State
    reason: str = Field(description="The carrier's code, if the text failed.")
    kept: bool = Field(description="Whether it waits in the data folder; only then its words are known here.")
    to: str
    text: str
    sent_at: AwareDatetime
