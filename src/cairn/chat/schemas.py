"""Conversations and messages as they come in and go out."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from cairn.assistant import service as assistant
from cairn.assistant.schemas import Detail, Part, Quote, Understood
from cairn.chat.models import Message, Role, State
from cairn.platform.http import Schema
from cairn.platform.tools import ReceiptOut


def _says_something(text: str) -> str:
    if not text.strip():
        raise ValueError("say something: this is empty")
    return text


Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000), AfterValidator(_says_something)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class Say(Schema):
    """Something to say.

    Args:
        id: The client's own id for it. Sent again with the same id, it is the same message and is answered the same.
        text: What is said, word for word.
        said_at: When it was said, if that was earlier: at most 30 days ago. Times in it count from then.
        time_zone: Where it was said; the account's zone, if left out.
        conversation_id: Where it belongs; the main conversation, if left out.
        instead_of: Your earlier message that this is said in the place of, with the same words or others. What that one
            did is taken back first where it can be; the conversation is the same.
    """

    id: UUID | None = None
    text: Text
    said_at: AwareDatetime | None = None
    time_zone: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = None
    conversation_id: UUID | None = None
    instead_of: UUID | None = None


class Understand(Schema):
    """A text as it stands while somebody types.

    Args:
        said_at: When it would be said, if not now. Times in it count from then.
        time_zone: Where it would be said; the account's zone, if left out.
    """

    text: Text
    said_at: AwareDatetime | None = None
    time_zone: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = None


class UnderstoodOut(BaseModel):
    """What saying it would do. Nothing was done.

    Args:
        found: One for each thing that is said, in that order.
    """

    found: list[Understood]


class MessageOut(BaseModel):
    """A message as clients see it.

    Args:
        text: Its words. Beside every moment that a reply names stands how far off it is now, not when it was written.
        parts: The same words in pieces, for who shows them for longer: a piece with a moment is to be followed by how
            far off that is. Empty when the text names none.
        automation_id: The automation that said it in your stead, if one did.
        instead_of: The earlier message that it was said in the place of.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    conversation_id: UUID | None
    turn_id: UUID
    role: Role
    text: str
    parts: list[Part]
    quotes: list[Quote]
    said_at: AwareDatetime
    received_at: AwareDatetime
    automation_id: UUID | None
    instead_of: UUID | None

    @classmethod
    def read(cls, message: Message, now: datetime, locale: str) -> "MessageOut":
        """A message as it reads now, in the language of who reads it."""
        found = cls.model_validate(message)
        if found.parts:
            found.text = assistant.told(found.parts, now, locale)
        return found


class Standing(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    EXPIRED = "expired"


class ProposalOut(BaseModel):
    """A change that a model wants to make, and that waits for your yes.

    Args:
        tool: What would be called.
        title: The same in your language.
        details: Every argument it would get, in words.
        why: It had `read` words that may be somebody else's, what it does can't be taken back (`final`), or nobody was
            there, as an automation asked (`unattended`).
        expires_at: Until when you can say yes.
    """

    id: UUID
    turn_id: UUID
    tool: str
    title: str
    details: list[Detail]
    why: Literal["read", "final", "unattended"]
    state: Standing
    created_at: AwareDatetime
    expires_at: AwareDatetime


class Answered(BaseModel):
    """A message, its answer, and what was really changed.

    Args:
        reply: Its text is written from what was committed; `quotes` are the sources of an answer from memory.
        receipts: Every change of this turn, each with an undo where there is one.
        proposals: Every change that waits for your yes, or did.
    """

    message: MessageOut
    reply: MessageOut
    receipts: list[ReceiptOut]
    proposals: list[ProposalOut] = Field(default_factory=list)


class MessageWithReceipts(MessageOut):
    """A message of a list; a reply has the receipts and the proposals of its turn.

    Args:
        state: How far the turn is that answers this message.
        said_anew: A later message was said in the place of this one, or of the one that it answers.
        can_retry: A model answered it or was to, or it was stopped or failed: asked again, another answer may come.
    """

    receipts: list[ReceiptOut] = Field(default_factory=list)
    proposals: list[ProposalOut] = Field(default_factory=list)
    state: State
    said_anew: bool
    can_retry: bool


class NewConversation(Schema):
    """A thread to open."""

    title: Title = ""


class ConversationPatch(Schema):
    """What to change; what is left out stays."""

    title: Title | None = None
    archived: bool | None = None


class ConversationOut(BaseModel):
    """A thread as clients see it.

    Args:
        main: Everything goes here that names no other.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    title: str
    main: bool
    archived_at: AwareDatetime | None
    created_at: AwareDatetime
