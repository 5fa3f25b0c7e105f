"""Letting memory keep what was said in a conversation."""

from uuid import UUID
from zoneinfo import ZoneInfo

from cairn.assistant import service as assistant
from cairn.assistant.schemas import Turn as Question
from cairn.chat import repository
from cairn.chat.messages import LearnMessage
from cairn.chat.models import Message, Turn
from cairn.memory import service as memory
from cairn.memory.schemas import Listing, MemoryPatch, NewMemory
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork


async def keep(work: UnitOfWork, message_id: UUID) -> None:
    """Keep a message, unless its turn kept it already or it says nothing about a life. Twice keeps it once.

    Where there is no more room today it fails, and so is tried again later.
    """
    new = await _to_keep(work, message_id)
    await _set_aside(work, message_id)
    if new is not None:
        await memory.remember(work, new)


async def keep_at_once(work: UnitOfWork, message: Message, turn: Turn) -> None:
    """Keep a message with its answer, so that the next question finds it.

    Called before anything of the turn is changed: who forgets holds memories before messages. A question, which
    answers none, is left to a job, and so is a turn that is taken up again: what can't be kept must not keep it from
    ending.
    """
    if turn.attempts == 1:
        new = await _to_keep(work, message.id)
        await _set_aside(work, message.id)
        if new is None:
            return
        if new.kind != "question" and await memory.remember_if_room(work, new):
            return
    work.enqueue(LearnMessage(user_id=work.user_id, message_id=message.id))


async def _to_keep(work: UnitOfWork, message_id: UUID) -> NewMemory | None:
    message = await repository.message(work, message_id)
    if message is None or not message.text or message.automation_id is not None:  # what is asked daily is no memory
        return None
    if await _earlier(work, message_id, same=True) is not None:  # asked again: it was kept the first time
        return None
    later = await repository.in_place_of(work, message_id)
    if later is not None and later.text != message.text:
        return None
    zone, parts = ZoneInfo(message.time_zone), work.actor.parts
    said = Question(message.turn_id, message.text, message.said_at, zone, parts=parts)
    if assistant.is_command(said, work.actor.locale):
        return None
    receipts = await assistant.of_turns(work, [message.turn_id])
    if assistant.only_remembered(message.text, receipts):
        return None
    return NewMemory(
        text=message.text,
        kind="question" if assistant.is_question(said, work.actor.locale) else "episode",
        occurred_at=message.said_at,
        conversation=str(message.conversation_id) if message.conversation_id else None,
        source_ref=_source(message),
    )


async def _set_aside(work: UnitOfWork, message_id: UUID) -> None:
    """What was said in other words before answers no more; it stays among the memories, and can be brought back."""
    earlier = await _earlier(work, message_id, same=False)
    if earlier is None:
        return
    which = Listing(source=_source(earlier), set_aside=False)
    rows, _ = await memory.listing(work, PageQuery(), which)
    for row in rows:
        found = await memory.get(work, row.id, lock=True)
        await memory.edit(work, found, MemoryPatch(set_aside=True))


async def _earlier(work: UnitOfWork, message_id: UUID, *, same: bool) -> Message | None:
    """The message in whose place this one was said, if it has the same words, or others."""
    message = await repository.message(work, message_id)
    if message is None or message.instead_of is None:
        return None
    earlier = await repository.message(work, message.instead_of)
    return earlier if earlier is not None and (earlier.text == message.text) is same else None


def _source(message: Message) -> str:
    return f"message:{message.id}"
