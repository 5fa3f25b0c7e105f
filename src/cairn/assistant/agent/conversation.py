"""What comes out of a turn with a model: guarded words, committed receipts, and what waits for a yes."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel
from pydantic_ai import Tool

from cairn.assistant.guard import Guard
from cairn.assistant.own_words import says_no_more
from cairn.assistant.proposals import names
from cairn.assistant.schemas import Ledger, Proposal, Turn, Watcher
from cairn.platform.actor import Actor
from cairn.platform.errors import CairnError
from cairn.platform.tools import Call, Receipt, Speaker, call_key
from cairn.platform.tools import Tool as PlatformTool

Trouble = Literal["", "model_away", "model_slow", "model_limit", "model_circles", "model_spent", "stopped"]
"""Why a model was left, by the sentence that says so."""

CIRCLES = 3
"""In so many answers a model may not ask for the same thing: by then it goes round in circles."""


class Circling(Exception):
    """The model asked again and again for the same call."""


@dataclass
class Told:
    """What a model said, without its claims, and what its tools really did and found."""

    text: str = ""
    receipts: list[Receipt] = field(default_factory=list)
    found: list[BaseModel] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    held_back: int = 0
    trouble: Trouble = ""
    again_at: datetime | None = None

    @property
    def broke_off(self) -> bool:
        """Whether the model failed in the middle of its first answer, before it did or looked up anything."""
        failed = self.trouble in ("model_away", "model_slow")
        return failed and not (self.receipts or self.found or self.proposals)


class Conversation:
    """What comes out of a run: guarded words, committed receipts, and what waits for a yes.

    Whatever a tool found may have been written by anybody. From the request on that tells it to a model, and be it an
    agent's, no change that any of them asks for is made in this turn: it is proposed to the person. Where nobody is
    there, that holds from the beginning.

    What a change was made to may have been named by anybody, too, and is changed by its id or by being the one that is
    on: its receipt names nothing to a model that neither the person nor the model said.
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
        self._answers = 0
        self._own: dict[UUID, bool] = {}
        self._asked: dict[str, set[int]] = defaultdict(set)
        self._circling = False
        self._proposed = [Proposal.model_validate(one) for one in proposed]
        self._stopped = False
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def changes(self) -> list[str]:
        """What was done so far, in words that a model may be told: a title that was kept isn't named."""
        return [one.read().title if self._own[one.id] else one.tool for one in self._told.receipts]

    @property
    def stopped(self) -> bool:
        """Whether the person asked for an end."""
        return self._stopped

    async def stop(self) -> None:
        """Nothing more is done from here on. Returns once what was under way is done, so that it is told."""
        self._stopped = True
        await self._idle.wait()

    def asks_again(self) -> None:
        """Called before each request to a model, whoever makes it.

        Raises:
            Circling: it asked for the same thing too often.
        """
        if self._circling:
            raise Circling
        self._has_read = bool(self._told.found)
        self._answers += 1

    def in_circles(self, tool: str, arguments: dict[str, Any]) -> bool:
        """Whether too many answers asked for this call by now; then this is the last of them."""
        asked = self._asked[call_key(tool, arguments)]
        asked.add(self._answers)
        self._circling |= len(asked) >= CIRCLES
        return len(asked) >= CIRCLES

    async def say(self, text: str) -> None:
        await self._show(self._guard.feed(text))

    async def begin_anew(self) -> None:
        """Forget what was said: whoever said it broke off, and another begins."""
        self._guard = Guard()
        if self._told.text.strip():
            self._told.text = ""
            await self._watcher.anew()

    async def end(self, trouble: Trouble, again_at: datetime | None) -> Told:
        if not self._stopped:  # half a sentence that nobody saw goes with it
            await self._show(self._guard.close())
        self._told.text = "\n".join(line.strip() for line in self._told.text.splitlines() if line.strip())
        self._told.held_back = self._guard.held_back
        self._told.trouble = trouble
        self._told.again_at = again_at
        return self._told

    async def _show(self, text: str) -> None:
        self._told.text += text
        if text.strip():
            await self._watcher.words(text)

    def tool(self, tool: PlatformTool) -> Tool[None]:
        """A tool as the model is offered it, each call in a unit of work of its own.

        Of the calls of one answer those that change something run one after the other, as they were asked for, so that
        they are kept and told in that order; what only looks something up between them runs at once.
        """

        async def call(**arguments: Any) -> dict[str, Any]:
            if self._stopped:
                return {"refused": "The person asked for an end. Nothing more is done.", "changed": False}
            if self.in_circles(tool.name, arguments):
                return {"refused": "You asked for this before. It isn't done again.", "changed": False}
            with self._at_work():
                if tool.changes and (tool.asks or self._has_read or self._turn.unattended):
                    return await self._propose(tool, arguments)
                return await self._do(tool, arguments)

        return Tool.from_schema(
            call,
            name=tool.name,
            description=tool.about,
            json_schema=tool.arguments.model_json_schema(),
            sequential=tool.changes,
        )

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Whoever stops waits for the end of this."""
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def _do(self, tool: PlatformTool, arguments: dict[str, Any]) -> dict[str, Any]:
        """Do what a model asked for."""
        try:
            call = Call(self._turn.id, tool.name, arguments, self._speaker(arguments))
            done = await self._actor.runtime.toolbox.run(self._actor, call)
        except CairnError as error:
            return {"refused": error.detail, "changed": False}
        if not isinstance(done, Receipt):
            self._told.found.append(done)
            return {"found": done.model_dump(mode="json")}
        self._own[done.id] = says_no_more(done.read().title, [self._turn.text, *_texts(arguments)])
        if all(receipt.id != done.id for receipt in self._told.receipts):
            self._told.receipts.append(done)
            await self._watcher.receipt(done)
        hidden = {"undo", "note"} if self._own[done.id] else {"undo", "note", "title"}
        return {"receipt": done.read().model_dump(mode="json", exclude=hidden), "changed": True}

    def _why(self, tool: PlatformTool) -> Literal["read", "final", "unattended"]:
        if tool.asks:
            return "final"
        return "unattended" if self._turn.unattended else "read"

    def _speaker(self, arguments: dict[str, Any]) -> Speaker:
        """Whose words a model has kept: what the person didn't say in this turn isn't kept as said by them."""
        return "me" if says_no_more(str(arguments.get("text", "")), [self._turn.text]) else "cairn"

    async def _propose(self, tool: PlatformTool, arguments: dict[str, Any]) -> dict[str, Any]:
        """Write down what the model wants to change, once; nothing is done until the person says yes."""
        try:
            key = call_key(tool.name, tool.read(arguments))
        except CairnError as error:
            return {"refused": error.detail, "changed": False}
        proposal = next((one for one in self._proposed if _key(tool, one) == key), None)
        if proposal is None:
            wants = Proposal(tool=tool.name, arguments=arguments, why=self._why(tool), speaker=self._speaker(arguments))
            proposal = await self._shown(wants)
            await self._ledger.record("proposal", len(self._proposed), proposal.model_dump(mode="json"))
            self._proposed.append(proposal)
        if proposal not in self._told.proposals:
            self._told.proposals.append(proposal)
        return {"changed": False, "proposed": "The person is asked whether to do this. Don't ask them yourself."}

    async def _shown(self, proposal: Proposal) -> Proposal:
        async with self._actor.work() as work:
            return proposal.model_copy(update={"names": await names(work, proposal)})


def _key(tool: PlatformTool, proposal: Proposal) -> str | None:
    return call_key(tool.name, tool.read(proposal.arguments)) if proposal.tool == tool.name else None


def _texts(value: Any) -> Iterator[str]:
    """Every text in the arguments of a call."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif value is not None:
        yield str(value)
