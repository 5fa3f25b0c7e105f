"""Letting go of old conversations. What a person said stays in memory, until they forget it."""

from datetime import timedelta

from sqlalchemy import text

from cairn.chat.settings import ChatSettings
from cairn.platform.work import UnitOfWork

_ANSWERED = (
    "select m.turn_id from messages m join turns t on t.user_id = m.user_id and t.id = m.turn_id"
    " where m.user_id = :user_id and m.role = 'person' and m.said_at < :before and t.state <> 'running'"
)
# A turn goes with its steps; a message of the person keeps its id, so that a late copy isn't taken for something new.
_TRIM = [
    text(statement.format(answered=_ANSWERED))
    for statement in (
        "delete from receipts where user_id = :user_id and turn_id in ({answered})",
        "delete from messages where user_id = :user_id and role = 'cairn' and turn_id in ({answered})",
        "update messages set text = '', parts = '[]', quotes = '[]', text_hash = '', conversation_id = null"
        " where user_id = :user_id and role = 'person' and turn_id in ({answered})",
        "delete from turns where user_id = :user_id and id in ({answered})",
    )
]


async def trim(work: UnitOfWork) -> None:
    """Blank what was said before transcripts are kept, with its answers and receipts. Twice is the same as once."""
    days = work.runtime.settings.of(ChatSettings).transcript_days
    which = {"user_id": work.user_id, "before": work.now - timedelta(days=days)}
    for statement in _TRIM:
        await work.session.execute(statement, which)
