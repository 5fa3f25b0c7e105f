"""What was said, found again by its words."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, literal, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from cairn.chat.models import Conversation, Message
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork

# As the words of messages are made ready (migration 0047).
_CONFIG: ColumnElement[Any] = literal_column("'simple'::regconfig")
_JOINS = "[!-/:-@[-`{-~]+"


async def said(work: UnitOfWork, words: str, page: PageQuery) -> tuple[Sequence[Message], str | None]:
    """Messages with all of these words or with words that begin so, in any thread, latest first."""
    query = select(Message).where(
        Message.user_id == work.user_id, Message.conversation_id.is_not(None), _have(Message.words, words)
    )
    return await paginate(work.session, query, page, Message.position, descending=True)


def about(words: str) -> ColumnElement[bool]:
    """Whether a thread is called so, or one of its messages says so."""
    spoken = select(Message.id).where(
        Message.user_id == Conversation.user_id,
        Message.conversation_id == Conversation.id,
        _have(Message.words, words),
    )
    parted = func.regexp_replace(_plain(Conversation.title), _JOINS, " ", "g")
    return or_(_have(func.to_tsvector(_CONFIG, parted), words), spoken.exists())


def _have(said: ColumnElement[Any] | InstrumentedAttribute[str], words: str) -> ColumnElement[bool]:
    """Case and accents don't count; without a word there is nothing to find."""
    wanted = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", words))
    if not wanted:
        return literal(value=False)
    query = literal(" & ".join(f"{word}:*" for word in wanted))
    return said.bool_op("@@")(func.to_tsquery(_CONFIG, _plain(query)))


def _plain(text: ColumnElement[str] | InstrumentedAttribute[str]) -> ColumnElement[Any]:
    return func.lower(func.regexp_replace(func.normalize(text, literal_column("NFD")), "[\u0300-\u036f]", "", "g"))
