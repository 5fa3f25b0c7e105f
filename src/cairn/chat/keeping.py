"""Letting memory keep what was said in a conversation."""

from uuid import UUID
from zoneinfo import ZoneInfo

from cairn.assistant import service as assistant
from cairn.assistant.schemas import Turn as Question
from cairn.chat import repository
from cairn.chat.messages import LearnMessage
from cairn.chat.models import Message, Turn
from cairn.memory import service as memory
from cairn.memory.schemas import NewMemory
from cairn.platform.work import UnitOfWork


async def keep(work: UnitOfWork, message_id: UUID) -> None:
    """Keep a message, unless its turn kept it already or it says nothing about a life. Twice keeps it once.

    Where there is no more room today it fails, and so is tried again later.
    """
    new = await _to_keep(work, message_id)
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
        if new is None:
            return
        if new.kind != "question" and await memory.remember_if_room(work, new):
            return
    work.enqueue(LearnMessage(user_id=work.user_id, message_id=message.id))


async def _to_keep(work: UnitOfWork, message_id: UUID) -> NewMemory | None:
    message = await repository.message(work, message_id)
    if message is None or not message.text or message.automation_id is not None:  # what is asked daily is no memory
        return None
    if message.instead_of is not None:
        earlier = await repository.message(work, message.instead_of)
        if earlier is not None and earlier.text == message.text:  # asked again: it was kept the first time
            return None
    zone, parts = ZoneInfo(message.time_zone), work.actor.parts
    said = Question(message.turn_id, message.text, message.said_at, zone, parts=parts)
    if assistant.is_command(said, work.actor.locale):
        return None
    receipts = await assistant.of_turns(work, [message.turn_id])
    if receipts and all(receipt.read().kind in assistant.MEMORY_KINDS for receipt in receipts):
        return None
    return NewMemory(
        text=message.text,
        kind="question" if assistant.is_question(said, work.actor.locale) else "episode",
        occurred_at=message.said_at,
        conversation=str(message.conversation_id) if message.conversation_id else None,
        source_ref=f"message:{message.id}",
    )
