"""Taking what memory forgets out of conversations: the words, the answers that quoted them, and their receipts."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text

from cairn.platform.http import idempotency
from cairn.platform.work import UnitOfWork

MESSAGE = "message:"
"""How the source of a memory begins that was said in a conversation."""

# The turns in which it was said, by the message it came from or by the receipt of keeping it, and those whose answer
# quoted it, repeated it word for word, or told a fact that rests on it.
_TURNS = text(
    "select m.turn_id from messages m where m.user_id = :user_id and m.role = 'person'"
    "  and m.id = any(cast(:messages as uuid[]))"
    " union select r.turn_id from receipts r where r.user_id = :user_id"
    "  and r.outcome ->> 'subject_id' = any(cast(:memories as text[]))"
    " union select m.turn_id from messages m, jsonb_array_elements(m.quotes) q where m.user_id = :user_id"
    "  and q ->> 'memory_id' = any(cast(:memories as text[]))"
    " union select m.turn_id from messages m, memories k where m.user_id = :user_id and k.user_id = :user_id"
    "  and k.id = any(cast(:memories as uuid[])) and m.role = 'cairn' and strpos(m.text, k.text) > 0"
    " union select s.turn_id from turn_steps s,"
    "  jsonb_array_elements_text((s.data -> 'memories') || (s.data -> 'beside')) told"
    "  where s.user_id = :user_id and s.kind = 'told' and told = any(cast(:memories as text[]))"
)
# A person's own words go only where they are the memory's; a question that was answered with it stays asked.
_BLANK = text(
    "update messages m set text = '', parts = '[]', quotes = '[]', text_hash = '' where m.user_id = :user_id"
    " and m.turn_id = any(cast(:turns as uuid[])) and (m.role = 'cairn' or m.id = any(cast(:messages as uuid[]))"
    "  or exists (select from receipts r where r.user_id = :user_id and r.turn_id = m.turn_id"
    "   and r.outcome ->> 'subject_id' = any(cast(:memories as text[]))))"
    " returning m.id"
)
_BLANK_RECEIPTS = text(
    "update receipts set outcome = outcome || jsonb_build_object('title', '', 'note', null, 'undo', null)"
    " where user_id = :user_id and turn_id = any(cast(:turns as uuid[]))"
    " and (outcome ->> 'subject_id' = any(cast(:memories as text[]))"
    "  or turn_id in (select turn_id from messages where user_id = :user_id and id = any(cast(:messages as uuid[]))))"
)
_STEPS = text("delete from turn_steps where user_id = :user_id and turn_id = any(cast(:turns as uuid[]))")


async def forget(work: UnitOfWork, memory_ids: Sequence[UUID], source_refs: Sequence[str]) -> None:
    """Blank every copy of memories that are about to go. The memories must still be there."""
    said = [UUID(ref.removeprefix(MESSAGE)) for ref in source_refs if _is_message(ref)]
    which = {"user_id": work.user_id, "messages": said, "memories": [str(one) for one in memory_ids]}
    turns = (await work.session.scalars(_TURNS, which)).all()
    blank: Sequence[UUID] = []
    if turns:
        which["turns"] = list(turns)
        await work.session.execute(_BLANK_RECEIPTS, which)
        blank = (await work.session.scalars(_BLANK, which)).all()
        await work.session.execute(_STEPS, which)
    await idempotency.forget(work, [*memory_ids, *said, *blank])


def _is_message(source_ref: str) -> bool:
    if not source_ref.startswith(MESSAGE):
        return False
    try:
        UUID(source_ref.removeprefix(MESSAGE))
    except ValueError:  # somebody's import named it so
        return False
    return True
