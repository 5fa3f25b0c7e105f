"""One message answered by a model, with the tools its person may use, and agents for what takes more than one."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import TypeVar

import structlog
from pydantic_ai import Agent, UsageLimits
from pydantic_ai.agent import AgentRun
from pydantic_ai.exceptions import UsageLimitExceeded
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    UserPromptPart,
)

from cairn.assistant.agent.agents import shared_out
from cairn.assistant.agent.conversation import Circling, Conversation, Told, Trouble
from cairn.assistant.agent.delegating import Delegating
from cairn.assistant.agent.instructions import instructions
from cairn.assistant.agent.metering import MeteredModel
from cairn.assistant.agent.models import FAILURES, Chain, FellSilent
from cairn.assistant.agent.replay import Record, RecordedModel
from cairn.assistant.agent.stopping import until_stopped
from cairn.assistant.schemas import Ledger, Said, Turn, Watcher
from cairn.assistant.settings import AssistantSettings
from cairn.assistant.tracing import Tracing
from cairn.assistant.usage.service import UsedUp
from cairn.platform.actor import Actor

log = structlog.get_logger()

Event = TypeVar("Event")

GIVEN = "(Here I gave you something to keep.)"
TOLD = "(I told what I keep or had looked up. It isn't repeated here; I can look it up again.)"
"""These stand in the place of earlier messages whose words may be somebody else's."""


async def talk(chain: Chain, actor: Actor, turn: Turn, words: str, ledger: Ledger, watcher: Watcher) -> Told:
    """Let the model answer. A model that fails or takes too long leaves what its tools did and says so."""
    settings = actor.runtime.settings.of(AssistantSettings)
    record = Record(MeteredModel(chain, actor), ledger, await ledger.recorded("response"))
    conversation = Conversation(actor, turn, ledger, watcher, await ledger.recorded("proposal"))
    limits = UsageLimits(request_limit=settings.model_requests, total_tokens_limit=settings.model_tokens)
    quick, agents = shared_out(actor.runtime.toolbox.for_actor(actor))
    delegating = Delegating(record, conversation, turn, words, limits)
    agent = Agent(
        RecordedModel(record),
        instructions=instructions(turn, actor.locale, agents),
        tools=[*(conversation.tool(tool) for tool in quick), *delegating.tools(agents, actor)],
        retries=2,
    )
    tracing = actor.runtime.provider(Tracing)
    agent.instrument = tracing.instrument()
    history = _history(await ledger.before())
    trouble: Trouble = ""
    again_at: datetime | None = None
    try:
        with tracing.turn(turn.id):
            async with until_stopped(ledger, conversation), asyncio.timeout(settings.model_seconds):
                while True:
                    broken_off = chain.broken_off
                    try:
                        async with agent.iter(
                            words, message_history=history, usage_limits=limits, usage=delegating.usage
                        ) as run:
                            async for text in _texts(run, conversation.asks_again, chain, follow=watcher.follows):
                                await conversation.say(text)
                        break
                    except FAILURES:
                        # One that broke off in its first answer has done nothing, so the next can begin it anew.
                        if chain.broken_off == broken_off or record.begun:
                            raise
                        await conversation.begin_anew()
    except (TimeoutError, FellSilent):
        trouble = "model_slow"
    except UsageLimitExceeded:
        trouble = "model_limit"
    except Circling:
        trouble = "model_circles"
    except UsedUp as spent:
        trouble, again_at = "model_spent", spent.again_at
    except FAILURES as error:
        log.warning("model.failed", reason=type(error).__name__)
        trouble = "model_away"
    return await conversation.end("stopped" if conversation.stopped else trouble, again_at)


async def _texts(
    run: AgentRun[None, str], asks: Callable[[], None], chain: Chain, *, follow: bool
) -> AsyncIterator[str]:
    """The words of every answer of a run, as they come when they are followed, else answer by answer.

    Args:
        asks: Called before each request to the model.
    """
    async for node in run:
        if Agent.is_model_request_node(node):
            asks()
        if not follow and Agent.is_call_tools_node(node):
            for part in node.model_response.parts:
                if isinstance(part, TextPart):
                    yield part.content
            yield "\n"
        if not follow or not Agent.is_model_request_node(node):
            continue
        async with node.stream(run.ctx) as events:
            async for event in _heard(events, chain):
                if isinstance(event, PartStartEvent) and isinstance(event.part, TextPart):
                    yield event.part.content
                elif isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
                    yield event.delta.content_delta
        yield "\n"


async def _heard(events: AsyncIterable[Event], chain: Chain) -> AsyncIterator[Event]:
    """What a model streams.

    Raises:
        FellSilent: it began and then said nothing for so long that another is asked.
    """
    come = aiter(events)
    while True:
        try:
            async with asyncio.timeout(chain.silence):
                event = await anext(come)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise chain.fell_silent() from error
        yield event


def _history(before: Sequence[Said]) -> list[ModelMessage]:
    return [
        ModelRequest(parts=[UserPromptPart(content=GIVEN if said.quoted else said.text)])
        if said.role == "person"
        else ModelResponse(parts=[TextPart(content=TOLD if said.quoted else said.text)])
        for said in before
    ]
