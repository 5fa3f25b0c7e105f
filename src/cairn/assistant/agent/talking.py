"""One message answered by a model, with the tools its person may use."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import structlog
from pydantic import BaseModel
from pydantic_ai import Agent, Tool, UsageLimits
from pydantic_ai.agent import AgentRun
from pydantic_ai.exceptions import AgentRunError
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
from pydantic_ai.models import Model

from cairn.assistant.agent.instructions import instructions
from cairn.assistant.agent.replay import RecordedModel
from cairn.assistant.guard import Guard
from cairn.assistant.schemas import Ledger, Proposal, Said, Turn, Watcher
from cairn.assistant.settings import AssistantSettings
from cairn.platform.actor import Actor
from cairn.platform.errors import CairnError
from cairn.platform.tools import Call, Receipt, call_key
from cairn.platform.tools import Tool as PlatformTool

log = structlog.get_logger()

GIVEN = "(Here I gave you something to keep.)"
TOLD = "(I told what I keep or had looked up. It isn't repeated here; I can look it up again.)"
"""These stand in the place of earlier messages whose words may be somebody else's."""

Trouble = Literal["", "model_away", "model_slow"]


@dataclass
class Told:
    """What a model said, without its claims, and what its tools really did and found."""

    text: str = ""
    receipts: list[Receipt] = field(default_factory=list)
    found: list[BaseModel] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    held_back: int = 0
    trouble: Trouble = ""


async def talk(model: Model, actor: Actor, turn: Turn, words: str, ledger: Ledger, watcher: Watcher) -> Told:
    """Let the model answer. A model that fails or takes too long leaves what its tools did and says so."""
    settings = actor.runtime.settings.of(AssistantSettings)
    recorded = RecordedModel(model, ledger, await ledger.recorded("response"))
    conversation = _Conversation(actor, turn, ledger, watcher, await ledger.recorded("proposal"))
    agent = Agent(
        recorded,
        instructions=instructions(turn, actor.locale),
        tools=[conversation.tool(tool) for tool in actor.runtime.toolbox.for_actor(actor)],
        retries=2,
    )
    history = _history(await ledger.before())
    limits = UsageLimits(request_limit=settings.model_requests, total_tokens_limit=settings.model_tokens)
    trouble: Trouble = ""
    try:
        async with (
            asyncio.timeout(settings.model_seconds),
            agent.iter(words, message_history=history, usage_limits=limits) as run,
        ):
            async for text in _texts(run, conversation.asks_again, follow=watcher.follows):
                await conversation.say(text)
    except TimeoutError:
        trouble = "model_slow"
    except AgentRunError as error:
        log.warning("model.failed", reason=type(error).__name__)
        trouble = "model_away"
    return await conversation.end(trouble)


async def _texts(run: AgentRun[None, str], asks: Callable[[], None], *, follow: bool) -> AsyncIterator[str]:
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
            async for event in events:
                if isinstance(event, PartStartEvent) and isinstance(event.part, TextPart):
                    yield event.part.content
                elif isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
                    yield event.delta.content_delta
        yield "\n"


class _Conversation:
    """What comes out of a run: guarded words, committed receipts, and what waits for a yes.

    Whatever a tool found may have been written by anybody. From the request on that tells it to the model, no change
    that the model asks for is made: it is proposed to the person. Where nobody is there, that holds from the beginning.
    """

    def __init__(
        self, actor: Actor, turn: Turn, ledger: Ledger, watcher: Watcher, proposed: Sequence[dict[str, Any]]
    ) -> None:
        self._actor = actor
        self._turn = turn
        self._ledger = ledger
        self._watcher = watcher
        self._guard = Guard()
        self._told = Told()
        self._has_read = False
        self._proposed = [Proposal.model_validate(one) for one in proposed]
        self._proposing = asyncio.Lock()

    def asks_again(self) -> None:
        self._has_read = bool(self._told.found)

    async def say(self, text: str) -> None:
        await self._show(self._guard.feed(text))

    async def end(self, trouble: Trouble) -> Told:
        await self._show(self._guard.close())
        self._told.text = "\n".join(line.strip() for line in self._told.text.splitlines() if line.strip())
        self._told.held_back = self._guard.held_back
        self._told.trouble = trouble
        return self._told

    async def _show(self, text: str) -> None:
        self._told.text += text
        if text.strip():
            await self._watcher.words(text)

    def tool(self, tool: PlatformTool) -> Tool[None]:
        """A tool as the model is offered it. Sibling calls run at once, each in a unit of work of its own."""

        async def call(**arguments: Any) -> dict[str, Any]:
            if tool.changes and (tool.asks or self._has_read or self._turn.unattended):
                return await self._propose(tool, arguments)
            try:
                done = await self._actor.runtime.toolbox.run(self._actor, Call(self._turn.id, tool.name, arguments))
            except CairnError as error:
                return {"refused": error.detail, "changed": False}
            if not isinstance(done, Receipt):
                self._told.found.append(done)
                return {"found": done.model_dump(mode="json")}
            if all(receipt.id != done.id for receipt in self._told.receipts):
                self._told.receipts.append(done)
                await self._watcher.receipt(done)
            return {"receipt": done.read().model_dump(mode="json", exclude={"undo"}), "changed": True}

        return Tool.from_schema(
            call, name=tool.name, description=tool.about, json_schema=tool.arguments.model_json_schema()
        )

    def _why(self, tool: PlatformTool) -> Literal["read", "final", "unattended"]:
        if tool.asks:
            return "final"
        return "unattended" if self._turn.unattended else "read"

    async def _propose(self, tool: PlatformTool, arguments: dict[str, Any]) -> dict[str, Any]:
        """Write down what the model wants to change, once; nothing is done until the person says yes."""
        try:
            key = call_key(tool.name, tool.read(arguments))
        except CairnError as error:
            return {"refused": error.detail, "changed": False}
        async with self._proposing:
            proposal = next((one for one in self._proposed if _key(tool, one) == key), None)
            if proposal is None:
                proposal = Proposal(tool=tool.name, arguments=arguments, why=self._why(tool))
                await self._ledger.record("proposal", len(self._proposed), proposal.model_dump(mode="json"))
                self._proposed.append(proposal)
            if proposal not in self._told.proposals:
                self._told.proposals.append(proposal)
        return {"changed": False, "proposed": "The person is asked whether to do this. Don't ask them yourself."}


def _key(tool: PlatformTool, proposal: Proposal) -> str | None:
    return call_key(tool.name, tool.read(proposal.arguments)) if proposal.tool == tool.name else None


def _history(before: Sequence[Said]) -> list[ModelMessage]:
    return [
        ModelRequest(parts=[UserPromptPart(content=GIVEN if said.quoted else said.text)])
        if said.role == "person"
        else ModelResponse(parts=[TextPart(content=TOLD if said.quoted else said.text)])
        for said in before
    ]
