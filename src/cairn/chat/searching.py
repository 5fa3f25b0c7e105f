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


async def said(work: UnitOfWork, words: str, page: PageQuery) -> tuple[Sequence[Message], str | None]:
    """Messages with all of these words or with words that begin so, in any thread, latest first."""
    query = select(Message).where(
        Message.user_id == work.user_id, Message.conversation_id.is_not(None), _has(Message.text, words)
    )
    return await paginate(work.session, query, page, Message.position, descending=True)


def about(words: str) -> ColumnElement[bool]:
    """Whether a thread is called so, or one of its messages says so."""
    spoken = select(Message.id).where(
        Message.user_id == Conversation.user_id,
        Message.conversation_id == Conversation.id,
        _has(Message.text, words),
    )
    return or_(_has(Conversation.title, words), spoken.exists())


def _has(column: InstrumentedAttribute[str], words: str) -> ColumnElement[bool]:
    """Case and accents don't count; without a word there is nothing to find."""
    wanted = re.findall(r"\w+", unicodedata.normalize("NFC", words))
    if not wanted:
        return literal(value=False)
    query = literal(" & ".join(f"{word}:*" for word in wanted))
    config: ColumnElement[Any] = literal_column("'simple'::regconfig")
    return func.to_tsvector(config, _plain(column)).bool_op("@@")(func.to_tsquery(config, _plain(query)))


def _plain(text: ColumnElement[str] | InstrumentedAttribute[str]) -> ColumnElement[Any]:
    return func.lower(func.regexp_replace(func.normalize(text, literal_column("NFD")), "[\u0300-\u036f]", "", "g"))
