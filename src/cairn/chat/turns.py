"""A turn: taken by one, kept while it runs, finished once, taken over when its process is gone."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError

from cairn.assistant import service as assistant
from cairn.assistant.schemas import Answer, Before, Recorded, Said, Text, Told, Watcher
from cairn.assistant.schemas import Turn as Question
from cairn.chat import keeping, prompts, proposals, repository
from cairn.chat.errors import MessageDeleted
from cairn.chat.messages import MessageAnswered
from cairn.chat.models import Message, Role, State, Turn
from cairn.chat.schemas import Answered, MessageOut
from cairn.platform.actor import Actor
from cairn.platform.tools import Receipt, ReceiptOut
from cairn.platform.work import UnitOfWork

HOLD = timedelta(seconds=10)
MOST_ATTEMPTS = 5
STOP_STEP = 0.3
"""Seconds between two looks whether the person asked for an end, while a model answers."""
LATELY = 6
"""Earlier messages in which something may have been named that is meant now."""
REMEMBERED = 12
"""Earlier messages that a model is told."""

KEPT = frozenset({"memory.kept", "thought.kept"})
"""Receipts of what a person gave to be kept: words that they may have copied from anywhere."""


class Unwatched:
    """Nobody follows this turn."""

    follows = False

    async def words(self, text: str) -> None:
        return None

    async def anew(self) -> None:
        return None

    async def receipt(self, receipt: Receipt) -> None:
        return None


class TurnLedger:
    """A turn's decisions as rows.

    Args:
        fresh: Nothing can be recorded yet, so that nothing is asked for.
    """

    def __init__(self, actor: Actor, message: Message, *, fresh: bool) -> None:
        self._actor = actor
        self._message = message
        self._fresh = fresh

    async def recorded(self, kind: Recorded) -> list[dict[str, Any]]:
        if self._fresh:
            return []
        async with self._actor.work() as work:
            return await repository.steps(work, self._message.turn_id, kind)

    async def record(self, kind: Recorded, place: int, data: dict[str, Any]) -> None:
        try:
            async with self._actor.work() as work:
                await repository.add_step(work, self._message.turn_id, kind, place, data)
        except IntegrityError as error:  # the turn it belongs to went with its thread
            raise MessageDeleted from error

    async def before(self) -> Sequence[Said]:
        async with self._actor.work() as work:
            earlier = await repository.said_before(work, self._message, REMEMBERED)
            ids = [one.turn_id for one in earlier]
            reading = {tool.name for tool in work.runtime.toolbox.every() if not tool.changes}
            looked_up = await repository.looked_up(work, ids, reading)
            receipts = await assistant.of_turns(work, ids)
            kept = {one.turn_id for one in receipts if one.read().kind in KEPT}
            for one in earlier:
                if one.role == Role.PERSON:
                    plan = await repository.steps(work, one.turn_id, "plan")
                    zone, parts = ZoneInfo(one.time_zone), self._actor.parts
                    asked = Question(one.turn_id, one.text, one.said_at, zone, parts=parts)
                    told = [receipt for receipt in receipts if receipt.turn_id == one.turn_id]
                    decided = plan[0]["steps"] if plan else []
                    if assistant.tells_stored_words(asked, decided, told, work.actor.locale):
                        looked_up.add(one.turn_id)
        return [
            Said("person", one.text, quoted=one.turn_id in kept)
            if one.role == Role.PERSON
            else Said("cairn", one.text, quoted=bool(one.quotes) or one.turn_id in looked_up | kept)
            for one in earlier
        ]

    async def preceding(self) -> Before | None:
        async with self._actor.work() as work:
            for earlier in await repository.person_before(work, self._message, 1):
                return await self._as_it_went(work, earlier)
        return None

    async def lately(self) -> Sequence[Before]:
        async with self._actor.work() as work:
            earlier = await repository.person_before(work, self._message, LATELY)
            return [await self._as_it_went(work, one) for one in earlier]

    async def _as_it_went(self, work: UnitOfWork, earlier: Message) -> Before:
        recorded = await repository.steps(work, earlier.turn_id, "plan")
        told = await repository.steps(work, earlier.turn_id, "told")
        proposed = await proposals.undecided_of(work, earlier.turn_id, by=self._message.said_at)
        zone = ZoneInfo(earlier.time_zone)
        turn = Question(earlier.turn_id, earlier.text, earlier.said_at, zone, parts=self._actor.parts)
        rested_on = Told.model_validate(told[0]) if told else Told()
        return Before(turn, recorded[0]["steps"] if recorded else [], rested_on, proposed)

    async def stopped(self) -> None:
        while True:
            async with self._actor.work() as work:
                if await repository.steps(work, self._message.turn_id, "stop"):
                    return
            await asyncio.sleep(STOP_STEP)

    async def confirm(self, proposal_id: UUID) -> Receipt:
        return await proposals.confirm(self._actor, proposal_id)

    async def refuse(self, proposal_id: UUID) -> None:
        async with self._actor.work() as work:
            await proposals.refuse(work, proposal_id)


async def run(actor: Actor, message: Message, turn: Turn, watcher: Watcher) -> Answered:
    """Answer a message whose turn we hold. When it fails it is let go, so that the next may try at once."""
    assert turn.held_by is not None, "only who holds a turn runs it"
    if turn.attempts > MOST_ATTEMPTS:
        return await finish(actor, message, turn, State.FAILED, assistant.failed_answer(actor.locale))
    async with _held(actor, turn.id, turn.held_by):
        # What an automation says waits for whoever takes it, and may be stopped before.
        ledger = TurnLedger(actor, message, fresh=turn.attempts == 1 and message.automation_id is None)
        question = Question(
            turn.id,
            message.text,
            message.said_at,
            ZoneInfo(message.time_zone),
            unattended=message.automation_id is not None,
            parts=actor.parts,
            instead_of=await _replaced(actor, message),
        )
        answer = await assistant.answer(actor, question, ledger, watcher)
    state = State.STOPPED if answer.trouble == "stopped" else State.DONE
    return await finish(actor, message, turn, state, answer)


async def _replaced(actor: Actor, message: Message) -> UUID | None:
    if message.instead_of is None:
        return None
    async with actor.work() as work:
        earlier = await repository.message(work, message.instead_of)
    return earlier.turn_id if earlier is not None else None


@asynccontextmanager
async def _held(actor: Actor, turn_id: UUID, holder: UUID) -> AsyncIterator[None]:
    """Hold on to a turn for as long as the block runs; let it go when the block fails."""
    renewing = asyncio.create_task(_renew(actor, turn_id, holder))
    try:
        yield
    except BaseException:
        async with actor.work() as work:
            await repository.keep_hold(work, turn_id, holder, None)
        raise
    finally:
        renewing.cancel()
        with suppress(asyncio.CancelledError):
            await renewing


async def _renew(actor: Actor, turn_id: UUID, holder: UUID) -> None:
    while True:
        await asyncio.sleep(HOLD.total_seconds() / 3)
        async with actor.work() as work:
            await repository.keep_hold(work, turn_id, holder, work.now + HOLD)


async def finish(actor: Actor, message: Message, turn: Turn, state: State, answer: Answer) -> Answered:
    """Write the reply, once. Whoever comes second gets what the first wrote.

    Raises:
        MessageDeleted: its thread was deleted while the turn ran.
    """
    async with actor.work() as work:
        reply_id = work.runtime.new_id()
        await keeping.keep_at_once(work, message, turn)
        if await repository.finish(work, message.turn_id, state, reply_id):
            await _write_reply(work, message, reply_id, answer)
            if answer.trouble:
                await repository.add_step(work, message.turn_id, "trouble", 0, {"why": answer.trouble})
            await prompts.answered(work, message, state, answer)
            assert message.conversation_id is not None, "a deleted message has no turn"
            await work.publish(
                MessageAnswered(message_id=message.id, reply_id=reply_id, conversation_id=message.conversation_id)
            )
        found = await stored(work, message)
    if found is None:
        raise MessageDeleted
    return found


async def _write_reply(work: UnitOfWork, message: Message, reply_id: UUID, answer: Answer) -> None:
    await repository.add_message(
        work,
        {
            "id": reply_id,
            "conversation_id": message.conversation_id,
            "turn_id": message.turn_id,
            "role": Role.CAIRN,
            "text": assistant.written(answer.text),
            "text_hash": b"",
            "parts": _parts(answer.text),
            "quotes": [quote.model_dump(mode="json") for quote in answer.quotes],
            "time_zone": message.time_zone,
            "said_at": work.now,
            "received_at": work.now,
        },
    )


def _parts(text: Text) -> list[dict[str, Any]]:
    if all(part.at is None for part in text):
        return []
    return [part.model_dump(mode="json", exclude_none=True) for part in text]


async def stored(work: UnitOfWork, message: Message) -> Answered | None:
    """The answer as it was written; None while the turn runs, and when it is gone with its thread."""
    turn = await repository.turn(work, message.turn_id)
    if turn is None or turn.reply_id is None:
        return None
    reply = await repository.message(work, turn.reply_id)
    if reply is None:  # deleted between these two looks
        return None
    receipts = await assistant.of_turns(work, [turn.id])
    proposed = await proposals.of_turns(work, [turn.id], ZoneInfo(message.time_zone))
    return Answered(
        message=MessageOut.read(message, work.now, work.actor.locale),
        reply=MessageOut.read(reply, work.now, work.actor.locale),
        receipts=[ReceiptOut.of(receipt) for receipt in receipts],
        proposals=proposed[turn.id],
    )
