"""Conversations, messages and turns as rows."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    FetchedValue,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


class Role(StrEnum):
    """Who said a message."""

    PERSON = "person"
    CAIRN = "cairn"


class State(StrEnum):
    """How far a turn is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class Conversation(Versioned, Table):
    """A thread. Each person has one main one, where everything goes that names no other."""

    __tablename__ = "conversations"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        Index("ix_conversations_main", "user_id", unique=True, postgresql_where=text("main")),
    )

    user_id: Mapped[Owner]
    title: Mapped[str]
    main: Mapped[bool]
    archived_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Message(Table):
    """One thing said, once: a client's id is unique per person for ever.

    `automation_id` says that an automation said it in the person's stead, not they themselves.

    `instead_of` is the earlier message that it was said in the place of: that one stays, and what it did that can be
    taken back was taken back.

    A deleted message keeps its id and its text's hash, and nothing else of what was said. `parts` is the text once
    more, in pieces, when it names moments: how far off they are is told whenever it is read. `words` is the text a
    third time, made by the database to be searched.
    """

    __tablename__ = "messages"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "conversation_id"],
            ["conversations.user_id", "conversations.id"],
            ondelete="SET NULL (conversation_id)",
        ),
        Index("ix_messages_instead_of", "user_id", "instead_of", unique=True),
        Index("ix_messages_conversation", "user_id", "conversation_id", "position"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID | None]
    turn_id: Mapped[UUID]
    position: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    role: Mapped[str]
    text: Mapped[str]
    text_hash: Mapped[bytes]
    parts: Mapped[list[dict[str, Any]]]
    quotes: Mapped[list[dict[str, Any]]]
    time_zone: Mapped[str]
    said_at: Mapped[datetime]
    received_at: Mapped[datetime]
    automation_id: Mapped[UUID | None]
    words: Mapped[str] = mapped_column(TSVECTOR, FetchedValue(), deferred=True, deferred_raiseload=True)
    instead_of: Mapped[UUID | None]


class Turn(Table):
    """One message with everything done to answer it. Whoever holds it runs it; a hold that isn't renewed lapses."""

    __tablename__ = "turns"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        UniqueConstraint("user_id", "message_id", name="uq_turns_message"),
        ForeignKeyConstraint(["user_id", "message_id"], ["messages.user_id", "messages.id"], ondelete="CASCADE"),
    )

    user_id: Mapped[Owner]
    message_id: Mapped[UUID]
    state: Mapped[str]
    attempts: Mapped[int]
    held_by: Mapped[UUID | None]
    held_until: Mapped[datetime | None]
    reply_id: Mapped[UUID | None]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class TurnStep(Table):
    """One decision of a turn, written down before anybody acted on it."""

    __tablename__ = "turn_steps"
    __table_args__ = (
        UniqueConstraint("user_id", "turn_id", "kind", "place", name="uq_turn_steps_place"),
        ForeignKeyConstraint(["user_id", "turn_id"], ["turns.user_id", "turns.id"], ondelete="CASCADE"),
        Index("ix_turn_steps_proposals", "user_id", "id", postgresql_where=text("kind = 'proposal'")),
    )

    user_id: Mapped[UUID]
    turn_id: Mapped[UUID]
    kind: Mapped[str]
    place: Mapped[int]
    data: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
