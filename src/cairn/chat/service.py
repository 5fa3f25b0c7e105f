"""Saying something, and arranging what was said."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from cairn.assistant import service as assistant
from cairn.assistant.schemas import Watcher
from cairn.automations import service as automations
from cairn.chat import keeping, proposals, repository, turns
from cairn.chat.errors import (
    MessageDeleted,
    MessageIdTaken,
    NoSuchZone,
    NothingToChange,
    OutOfReach,
    SaidAnew,
    StillRunning,
)
from cairn.chat.messages import ConversationChanged, MessageSaid, ResumeTurn
from cairn.chat.models import Conversation, Message, Role, State, Turn
from cairn.chat.schemas import (
    Answered,
    ConversationPatch,
    MessageOut,
    MessageWithReceipts,
    NewConversation,
    Say,
    Understand,
    UnderstoodOut,
)
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery
from cairn.platform.tools import ReceiptOut
from cairn.platform.trail import Change, changed, personal, plain
from cairn.platform.work import UnitOfWork

OLDEST = timedelta(days=30)
SKEW = timedelta(minutes=5)
RESUMED_AFTER = timedelta(seconds=30)
WAIT_SECONDS, WAIT_STEP = 5.0, 0.1


@dataclass(frozen=True, slots=True)
class Received:
    """A stored message.

    Args:
        turn: Its turn, when we hold it and are to run it.
    """

    message: Message
    turn: Turn | None


async def receive(actor: Actor, say: Say) -> Received:
    """Store a message once, before anything is done about it.

    Raises:
        MessageIdTaken: this person said something else under that id.
        MessageDeleted: it was said and deleted.
        OutOfReach, NoSuchZone, NotFound: it can't be stored as it is.
    """
    async with actor.work() as work:
        values = await _values(work, say)
        holder = work.runtime.new_id()
        if await repository.add_message(work, values):
            return Received(await _begin(work, values), await _first_turn(work, values, holder))
        return Received(await _the_same(work, values), None)


async def answered(actor: Actor, received: Received, watcher: Watcher) -> Answered:
    """The answer to a stored message: made now, waited for, or as it was written.

    Raises:
        StillRunning: another process is answering it and needs longer.
    """
    if received.turn is not None:
        return await turns.run(actor, received.message, received.turn, watcher)
    message = received.message
    for _ in range(round(WAIT_SECONDS / WAIT_STEP)):
        async with actor.work() as work:
            found = await turns.stored(work, message)
            if found is not None:
                return found
            turn = await repository.hold(work, message.turn_id, work.runtime.new_id(), work.now + turns.HOLD)
        if turn is not None:
            return await turns.run(actor, message, turn, watcher)
        await asyncio.sleep(WAIT_STEP)
    raise StillRunning


async def stop(actor: Actor, message_id: UUID) -> Received:
    """Ask for the end of an answer, whoever writes it. After the end it changes nothing.

    Raises:
        NotFound: this person said nothing with that id, or it was deleted.
    """
    async with actor.work() as work:
        message = await repository.message(work, message_id)
        if message is None or message.role != Role.PERSON or message.conversation_id is None:
            raise NotFound
        turn = await repository.turn(work, message.turn_id)
        if turn is not None and turn.state == State.RUNNING and await repository.add_step(work, turn.id, "stop", 0, {}):
            await work.audit("message.stop", message.id, kind="message")
    return Received(message, None)


async def resume(actor: Actor, turn_id: UUID) -> None:
    """Finish a turn that nobody finished. One that is held is looked at again later."""
    async with actor.work() as work:
        turn = await repository.turn(work, turn_id)
        if turn is None or turn.state != State.RUNNING:
            return
        message = await repository.message(work, turn.message_id)
        held = await repository.hold(work, turn_id, work.runtime.new_id(), work.now + turns.HOLD)
        if held is None:
            again = ResumeTurn(user_id=work.user_id, turn_id=turn_id, key_id=actor.key_id)
            work.enqueue(again, at=work.now + RESUMED_AFTER)
            return
    assert message is not None, "a turn goes with its message"
    with suppress(MessageDeleted):
        await turns.run(actor, message, held, turns.Unwatched())


async def learn(actor: Actor, message_id: UUID) -> None:
    """Let memory keep what was said, where the turn didn't."""
    async with actor.work() as work:
        await keeping.keep(work, message_id)


def understand(actor: Actor, body: Understand) -> UnderstoodOut:
    """What a text would do if it were said now.

    Raises:
        OutOfReach, NoSuchZone: it couldn't be said like this.
    """
    said_at = _said_at(body.said_at, actor.runtime.clock.now())
    zone = ZoneInfo(_known(body.time_zone or actor.time_zone))
    return UnderstoodOut(found=list(assistant.understood(body.text, said_at, zone, actor.locale, actor.parts)))


async def _values(work: UnitOfWork, say: Say) -> dict[str, object]:
    zone = _known(say.time_zone or work.actor.time_zone)
    if say.instead_of is not None:
        say = say.model_copy(update={"conversation_id": await _in_place_of(work, say.instead_of, say.id)})
    if say.conversation_id is not None:
        await repository.conversation(work, say.conversation_id, keep=True)
    return {
        "id": say.id or work.runtime.new_id(),
        "conversation_id": say.conversation_id or await repository.main_conversation(work),
        "turn_id": work.runtime.new_id(),
        "role": Role.PERSON,
        "text": say.text,
        "text_hash": hashlib.sha256(say.text.encode()).digest(),
        "parts": [],
        "quotes": [],
        "time_zone": zone,
        "said_at": _said_at(say.said_at, work.now),
        "received_at": work.now,
        "instead_of": say.instead_of,
    }


async def _in_place_of(work: UnitOfWork, message_id: UUID, own_id: UUID | None) -> UUID:
    """The conversation of a message that something is said in the place of."""
    earlier = await repository.message(work, message_id)
    if earlier is None or earlier.role != Role.PERSON or earlier.conversation_id is None:
        raise NotFound
    if own_id is not None and await repository.message(work, own_id) is not None:
        return earlier.conversation_id  # the same once more
    if (await repository.states(work, [earlier.turn_id])).get(earlier.turn_id) == State.RUNNING:
        raise StillRunning
    if await repository.said_anew(work, [earlier.turn_id]):
        raise SaidAnew
    return earlier.conversation_id


def _said_at(said_at: datetime | None, now: datetime) -> datetime:
    """When it was said. A clock that is a little fast said it now."""
    if said_at is None:
        return now
    if not now - OLDEST <= said_at <= now + SKEW:
        raise OutOfReach(field="said_at")
    return min(said_at, now)


def _known(zone: str) -> str:
    if zone not in _zones():
        raise NoSuchZone(field="time_zone")
    return zone


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


async def _begin(work: UnitOfWork, values: dict[str, object]) -> Message:
    message = await repository.message(work, UUID(str(values["id"])))
    assert message is not None, "it was just stored"
    assert message.conversation_id is not None, "it was stored in one"
    await work.audit("message.say", message.id, kind="message")
    await work.publish(MessageSaid(message_id=message.id, conversation_id=message.conversation_id))
    taken_up = ResumeTurn(user_id=work.user_id, turn_id=message.turn_id, key_id=work.actor.key_id)
    work.enqueue(taken_up, at=work.now + RESUMED_AFTER)
    return message


async def _first_turn(work: UnitOfWork, values: dict[str, object], holder: UUID) -> Turn:
    turn = Turn(
        id=values["turn_id"],
        user_id=work.user_id,
        message_id=values["id"],
        state=State.RUNNING,
        attempts=1,
        held_by=holder,
        held_until=work.now + turns.HOLD,
        started_at=work.now,
    )
    work.session.add(turn)
    await work.session.flush()
    return turn


async def _the_same(work: UnitOfWork, values: dict[str, object]) -> Message:
    message = await repository.message(work, UUID(str(values["id"])))
    if message is None:  # another was said in the same place, right beside this one
        raise SaidAnew
    if message.role == Role.PERSON and not message.text_hash:  # forgotten, and so no longer comparable
        raise MessageDeleted
    if message.role != Role.PERSON or message.text_hash != values["text_hash"]:
        raise MessageIdTaken
    if message.conversation_id is None:
        raise MessageDeleted
    return message


async def open_conversation(work: UnitOfWork, new: NewConversation) -> Conversation:
    """A new thread."""
    conversation = Conversation(
        id=work.runtime.new_id(), user_id=work.user_id, title=new.title, main=False, created_at=work.now
    )
    work.session.add(conversation)
    return await _changed(work, conversation, "conversation.open")


async def edit_conversation(work: UnitOfWork, conversation: Conversation, patch: ConversationPatch) -> Conversation:
    """Rename or put away a thread.

    Raises:
        NothingToChange: the patch names no field.
    """
    if patch.title is None and patch.archived is None:
        raise NothingToChange
    before = _fields(conversation)
    if patch.title is not None:
        conversation.title = patch.title
    if patch.archived is not None and patch.archived != (conversation.archived_at is not None):
        conversation.archived_at = work.now if patch.archived else None
    return await _changed(work, conversation, "conversation.edit", changed(before, _fields(conversation)))


async def remove_conversation(work: UnitOfWork, conversation_id: UUID) -> None:
    """Delete a thread with everything said in it. What memory learnt from it stays until it is forgotten.

    Raises:
        NotFound: this person has none with that id.
    """
    await repository.conversation(work, conversation_id, lock=True)
    await repository.remove_conversation(work, conversation_id)
    await automations.abandoned(work, conversation_id)
    await work.audit("conversation.remove", conversation_id, kind="conversation")
    await work.publish(ConversationChanged(conversation_id=conversation_id))


def _fields(conversation: Conversation) -> dict[str, Change]:
    """What the trail keeps of a thread's fields, as they are now."""
    archived = conversation.archived_at is not None
    return {"title": personal(None, conversation.title), "archived": plain(None, archived)}


async def _changed(
    work: UnitOfWork, conversation: Conversation, action: str, changes: Mapping[str, Change] | None = None
) -> Conversation:
    await work.session.flush()
    await work.audit(action, conversation.id, kind="conversation", changes=changes)
    await work.publish(ConversationChanged(conversation_id=conversation.id))
    return conversation


async def messages(
    work: UnitOfWork, conversation_id: UUID, page: PageQuery
) -> tuple[Sequence[MessageWithReceipts], str | None]:
    """What was said in a thread, latest first, each reply with its receipts.

    Raises:
        NotFound: this person has no such thread.
    """
    await repository.conversation(work, conversation_id)
    found, cursor = await repository.messages(work, conversation_id, page)
    turn_ids = list({message.turn_id for message in found})
    states = await repository.states(work, turn_ids)
    anew = await repository.said_anew(work, turn_ids)
    by_models = await repository.by_models(work, turn_ids)
    receipts: dict[UUID, list[ReceiptOut]] = {turn_id: [] for turn_id in turn_ids}
    for receipt in await assistant.of_turns(work, turn_ids):
        receipts[receipt.turn_id].append(ReceiptOut.of(receipt))
    proposed = await proposals.of_turns(work, turn_ids, work.actor.zone)
    items = [
        MessageWithReceipts(
            **MessageOut.read(message, work.now, work.actor.locale).model_dump(),
            receipts=receipts[message.turn_id] if message.role == Role.CAIRN else [],
            proposals=proposed[message.turn_id] if message.role == Role.CAIRN else [],
            state=states[message.turn_id],
            said_anew=message.turn_id in anew,
            can_retry=message.turn_id in by_models or states[message.turn_id] in (State.STOPPED, State.FAILED),
        )
        for message in found
    ]
    return items, cursor
