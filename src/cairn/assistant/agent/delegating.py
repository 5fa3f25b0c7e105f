"""What who answers the person gives to an agent, and what comes back: information, never words for the person."""

from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from pydantic_ai import Agent, Tool, UsageLimits
from pydantic_ai.exceptions import UsageLimitExceeded
from pydantic_ai.usage import RunUsage

from cairn.assistant.agent.agents import Specialist
from cairn.assistant.agent.conversation import Circling, Conversation
from cairn.assistant.agent.instructions import instructions_of
from cairn.assistant.agent.models import FAILURES
from cairn.assistant.agent.replay import Record, RecordedModel
from cairn.assistant.schemas import Turn
from cairn.assistant.tracing import Tracing
from cairn.assistant.usage.service import UsedUp
from cairn.platform.actor import Actor

log = structlog.get_logger()

LONGEST_SAID = 2_000
ABOUT = "Give a task that takes several steps to an agent, and hear what it did or found."


class Delegating:
    """The agents of one turn: one after the other, so that a turn that runs again hears the same answers in order.

    Attributes:
        usage: What the whole turn has used, whoever used it.
    """

    def __init__(self, record: Record, conversation: Conversation, turn: Turn, words: str, limits: UsageLimits) -> None:
        self.usage = RunUsage()
        self._record = record
        self._conversation = conversation
        self._turn = turn
        self._words = words
        self._limits = limits

    def tools(self, agents: Sequence[Specialist], actor: Actor) -> list[Tool[None]]:
        """The one tool that asks them; none where there are no agents."""
        if not agents:
            return []
        known = {agent.name: agent for agent in agents}

        async def delegate(**arguments: Any) -> dict[str, Any]:
            agent, task = known.get(str(arguments.get("agent"))), str(arguments.get("task") or "").strip()
            if agent is None or not task:
                return {"refused": f"Name one of {', '.join(known)}, and a task.", "changed": False}
            if self._conversation.in_circles("delegate", {"agent": agent.name, "task": task}):
                return {"refused": "You asked for this before. It isn't done again.", "changed": False}
            return await self._ask(agent, task, actor)

        return [
            Tool.from_schema(delegate, name="delegate", description=ABOUT, json_schema=_schema(known), sequential=True)
        ]

    async def _ask(self, specialist: Specialist, task: str, actor: Actor) -> dict[str, Any]:
        usable = {tool.name: tool for tool in actor.runtime.toolbox.for_actor(actor)}
        agent = Agent(
            RecordedModel(self._record, specialist.name),
            instructions=instructions_of(specialist, self._turn, actor.locale),
            tools=[self._conversation.tool(usable[name]) for name in specialist.tools if name in usable],
            retries=2,
        )
        agent.instrument = actor.runtime.provider(Tracing).instrument()
        before = self._conversation.changes
        said, stopped = "", ""
        try:
            async with agent.iter(
                f"{task}\n\nThe person said: {self._words}", usage=self.usage, usage_limits=self._share(specialist)
            ) as run:
                async for node in run:
                    if Agent.is_model_request_node(node):
                        self._conversation.asks_again()
            said = run.result.output if run.result is not None else ""
        except (UsageLimitExceeded, Circling, UsedUp):
            stopped = "It was stopped before it came to an end."
        except FAILURES as error:
            log.warning("model.failed", reason=type(error).__name__, agent=specialist.name)
            stopped = "It didn't answer."
        changed = self._conversation.changes[len(before) :]
        log.info("model.delegated", agent=specialist.name, changed=len(changed), stopped=bool(stopped))
        told = {"agent": specialist.name, "said": said[:LONGEST_SAID], "changed": changed}
        return {**told, "stopped": stopped} if stopped else told

    def _share(self, specialist: Specialist) -> UsageLimits:
        """What an agent may still use: its own share, and never more than is left of the turn."""
        most = self._limits.request_limit or specialist.requests
        return UsageLimits(
            request_limit=min(most, self.usage.requests + specialist.requests),
            total_tokens_limit=self._limits.total_tokens_limit,
        )


def _schema(agents: Mapping[str, Specialist]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "agent": {"type": "string", "enum": list(agents)},
            "task": {"type": "string", "description": "What to do, with all that the agent must know for it."},
        },
        "required": ["agent", "task"],
        "additionalProperties": False,
    }
