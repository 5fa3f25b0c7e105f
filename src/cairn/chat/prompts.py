"""What an automation asks, said in a conversation of its own and answered as any message, with nobody there."""

import hashlib

from cairn.assistant.schemas import Answer
from cairn.automations import service as automations
from cairn.automations.messages import PromptDue
from cairn.automations.schemas import Why
from cairn.automations.service import Answered
from cairn.chat import proposals, repository
from cairn.chat.messages import MessageSaid, ResumeTurn
from cairn.chat.models import Message, Role, State, Turn
from cairn.platform.work import UnitOfWork


async def say(work: UnitOfWork, event: PromptDue) -> None:
    """Say it in the transaction of the run, under the run's id: there is one message for each run."""
    automation = await automations.get(work, event.automation_id)
    await repository.conversation_of(work, automation.id, automation.name)
    turn_id = work.runtime.new_id()
    await repository.add_message(
        work,
        {
            "id": event.run_id,
            "conversation_id": automation.id,
            "turn_id": turn_id,
            "role": Role.PERSON,
            "text": automation.prompt,
            "text_hash": hashlib.sha256(automation.prompt.encode()).digest(),
            "parts": [],
            "quotes": [],
            "time_zone": work.actor.time_zone,
            "said_at": work.now,
            "received_at": work.now,
            "automation_id": automation.id,
        },
    )
    turn = Turn(
        id=turn_id,
        user_id=work.user_id,
        message_id=event.run_id,
        state=State.RUNNING,
        attempts=0,
        started_at=work.now,
    )
    work.session.add(turn)
    await work.session.flush()
    await work.audit("message.say", event.run_id, kind="message", detail={"automation_id": str(automation.id)})
    await work.publish(MessageSaid(message_id=event.run_id, conversation_id=automation.id))
    await automations.said(work, event.run_id, turn_id)
    work.enqueue(ResumeTurn(user_id=work.user_id, turn_id=turn_id, key_id=automation.key_id))


async def answered(work: UnitOfWork, message: Message, state: State, answer: Answer) -> None:
    """Tell the automation that said a message what came of it and what it cost.

    A model's answers are on record, those before a crash as well, and each says what it took.
    """
    if message.automation_id is None:
        return
    used = [one.get("usage") or {} for one in await repository.steps(work, message.turn_id, "response")]
    tokens = sum(int(one.get("input_tokens") or 0) + int(one.get("output_tokens") or 0) for one in used)
    why = (
        Why.TROUBLE
        if state is State.FAILED
        else Why.MODEL
        if answer.trouble and state is not State.STOPPED
        else Why.NONE
    )
    waits = bool(await proposals.undecided_of(work, message.turn_id))
    await automations.answered(work, message.id, Answered(len(used), tokens, why, waits))
