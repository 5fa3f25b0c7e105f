"""Tools: what the assistant may do, and receipts: what it really did.

The platform opens the unit of work around a tool and writes the receipt in it, keyed by turn and call; the
receipt is read back after the commit, so no tool can claim what was not committed, and a turn that is run
again repeats nothing.
"""

import hashlib
import inspect
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, create_model
from sqlalchemy import Index, Select, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped

from cairn.platform.actor import Actor
from cairn.platform.audit import ACCESS_REFUSED
from cairn.platform.db import Owner, Table
from cairn.platform.errors import Invalid, NotAllowed, NotFound
from cairn.platform.permissions import Permission
from cairn.platform.work import UnitOfWork

F = TypeVar("F", bound=Callable[..., Awaitable[BaseModel]])


class Undo(BaseModel):
    """The call that takes a change back."""

    tool: str
    arguments: dict[str, Any]


class Outcome(BaseModel):
    """What a tool that changes something returns: the fields a receipt shows.

    Args:
        kind: What happened, `resource.happened`.
        subject_kind: The kind of row that changed, as in its URL.
        subject_id: Its id.
        title: The person's own words for it.
        when: The moment it is booked for.
        rrule: How it repeats (RFC 5545), if it does.
        sure: False when the moment rests on a guess that should be read back.
        note: A plain sentence that must be told with it.
        undo: How to take it back.
    """

    model_config = ConfigDict(extra="forbid")

    kind: str
    subject_kind: str
    subject_id: UUID | None = None
    title: str
    when: AwareDatetime | None = None
    rrule: str | None = None
    sure: bool = True
    note: str | None = None
    undo: Undo | None = None


class Receipt(Table):
    """What a turn really changed. Written with the change, undone at most once."""

    __tablename__ = "receipts"
    __table_args__ = (
        UniqueConstraint("user_id", "turn_id", "call_key", name="uq_receipts_call"),
        Index("ix_receipts_turn", "user_id", "turn_id"),
    )

    user_id: Mapped[Owner]
    turn_id: Mapped[UUID]
    call_key: Mapped[str]
    tool: Mapped[str]
    outcome: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]

    def read(self) -> Outcome:
        return Outcome.model_validate(self.outcome)


class ReceiptOut(BaseModel):
    """A receipt as clients see it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    tool: str
    kind: str
    subject_kind: str
    subject_id: UUID | None
    title: str
    when: AwareDatetime | None
    rrule: str | None
    sure: bool
    note: str | None
    can_undo: bool
    created_at: AwareDatetime
    undone_at: AwareDatetime | None

    @classmethod
    def of(cls, receipt: Receipt) -> "ReceiptOut":
        outcome = receipt.read()
        return cls(
            id=receipt.id,
            tool=receipt.tool,
            can_undo=outcome.undo is not None and receipt.undone_at is None,
            created_at=receipt.created_at,
            undone_at=receipt.undone_at,
            **outcome.model_dump(exclude={"undo"}),
        )


class CannotUndo(Invalid):
    """This can't be taken back."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing the assistant may do.

    Args:
        name: What a model calls it.
        about: What it does, as the model reads it.
        arguments: Its arguments, checked.
        permission: What the actor must hold.
        hidden: Offered to nobody; it only takes changes back.
        inner: Not told to a model: the assistant runs it itself, when the person's own words ask for it.
        waits: It takes the actor instead of a unit of work, since it waits for a model or a network; it only reads.
        changes: It changes something and leaves a receipt; all others only read.
        asks: A model's call of it waits for the person's yes: it reaches others, or can't be taken back.
        tells_speaker: It keeps words, and is told by a keyword of its own, which no caller can name, whose they are.
    """

    name: str
    about: str
    function: Callable[..., Awaitable[BaseModel]]
    arguments: type[BaseModel]
    permission: Permission
    hidden: bool
    waits: bool = False
    inner: bool = False
    changes: bool = False
    asks: bool = False
    tells_speaker: bool = False

    def read(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments as the function takes them.

        Raises:
            Invalid: an argument is missing or of the wrong kind; the detail says which and how to mend it.
        """
        try:
            checked = self.arguments.model_validate(dict(raw))
        except ValidationError as error:
            raise _told(error) from error
        return {name: getattr(checked, name) for name in type(checked).model_fields}


class Tools:
    """The tools of one feature."""

    def __init__(self) -> None:
        self.offered: list[Tool] = []

    def offer(
        self, *, needs: Permission, hidden: bool = False, inner: bool = False, asks: bool = False
    ) -> Callable[[F], F]:
        """Offer a function `(work, ...arguments)` as a tool, under its own name, described by its docstring.

        A function `(actor, ...arguments)` opens short units of work of its own and changes nothing.
        """

        def register(function: F) -> F:
            about, described = _read_docstring(function)
            fields: dict[str, Any] = {}
            signature = inspect.signature(function)
            (first, _), *parameters = signature.parameters.items()
            told = [(name, one) for name, one in parameters if one.kind is not one.KEYWORD_ONLY]
            for name, parameter in told:
                default = ... if parameter.default is inspect.Parameter.empty else parameter.default
                fields[name] = (parameter.annotation, Field(default, description=described.get(name)))
            arguments = create_model(f"{function.__name__}_arguments", __config__=ConfigDict(extra="forbid"), **fields)
            self.offered.append(
                Tool(
                    function.__name__,
                    about,
                    function,
                    arguments,
                    needs,
                    hidden,
                    waits=first == "actor",
                    inner=inner,
                    changes=signature.return_annotation is Outcome,
                    asks=asks,
                    tells_speaker="speaker" in signature.parameters,
                )
            )
            return function

        return register

    def include(self, more: "Tools") -> None:
        """Offer another part's tools beside these."""
        self.offered += more.offered


Speaker = Literal["me", "cairn"]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a tool inside a turn.

    Args:
        speaker: Whose words the arguments are: the person's, or a model's own.
    """

    turn_id: UUID
    tool: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    speaker: Speaker = "me"


class Toolbox:
    """Every feature's tools, run for an actor."""

    def __init__(self, tools: Iterable[Tools]) -> None:
        self._tools = {tool.name: tool for group in tools for tool in group.offered}

    def for_actor(self, actor: Actor) -> list[Tool]:
        """The tools an actor may use. Those they may not use are not even named to a model."""
        return [
            tool for tool in self._tools.values() if not tool.hidden and not tool.inner and actor.may(tool.permission)
        ]

    def named(self, name: str) -> Tool | None:
        """The tool of a name, if there is one."""
        return self._tools.get(name)

    def every(self) -> list[Tool]:
        """All tools, the hidden ones too."""
        return list(self._tools.values())

    async def run(self, actor: Actor, call: Call) -> Receipt | BaseModel:
        """Run a tool in a unit of work of its own.

        The same call in the same turn is done once: its receipt is returned again.

        Returns:
            The committed receipt, or what a tool that only reads found.

        Raises:
            Invalid: no such tool, or arguments that can't be used; nothing changed.
        """
        tool = self._tools.get(call.tool)
        if tool is None or tool.hidden:
            raise Invalid(f"There is no tool named {call.tool}.")
        try:
            actor.must(tool.permission)
        except NotAllowed as refusal:
            await self.note_refused(actor, call.tool)
            refusal.noted = True
            raise
        arguments = tool.read(call.arguments)
        try:
            return await self._run(actor, tool, call, arguments)
        except ValidationError as error:  # a feature's own schema was stricter than the tool's arguments
            raise _told(error) from error

    async def note_refused(self, actor: Actor, name: str) -> None:
        """Write to the audit trail that somebody asked for a tool that they may not use."""
        tool = self._tools.get(name)
        if tool is not None and not tool.hidden:
            detail = {"tool": name, "permission": tool.permission.name}
            await actor.runtime.refused(ACCESS_REFUSED, by=actor, detail=detail)

    async def _run(self, actor: Actor, tool: Tool, call: Call, arguments: dict[str, Any]) -> Receipt | BaseModel:
        if tool.waits:
            return await tool.function(actor, **arguments)
        key = call_key(call.tool, arguments)
        async with actor.work() as work:
            work.actor.must(tool.permission)  # as they may now: the turn may have begun before a role or a key changed
            await work.session.execute(_ONE_CALL_AT_A_TIME, {"turn": str(call.turn_id)})
            earlier = await work.session.scalar(_find(work.user_id, call.turn_id, key))
            if earlier is not None:
                return earlier
            speaker = {"speaker": call.speaker} if tool.tells_speaker else {}
            result = await tool.function(work, **arguments, **speaker)
            if not isinstance(result, Outcome):
                return result
            receipt = Receipt(
                id=work.runtime.new_id(),
                user_id=work.user_id,
                turn_id=call.turn_id,
                call_key=key,
                tool=call.tool,
                outcome=result.model_dump(mode="json"),
                created_at=work.now,
            )
            work.session.add(receipt)
        async with actor.work() as work:
            return (await work.session.scalars(_find(work.user_id, call.turn_id, key))).one()

    async def undo(self, work: UnitOfWork, receipt_id: UUID) -> Receipt:
        """Take a change back. Undoing twice is the same as once.

        Raises:
            NotFound: no such receipt of this person.
            CannotUndo: the change has no way back.
        """
        # No lock on the row: what is taken back may itself blank the receipts of what it forgets.
        await work.session.execute(_ONE_UNDO_AT_A_TIME, {"receipt": str(receipt_id)})
        receipt = await work.session.scalar(
            select(Receipt).where(Receipt.user_id == work.user_id, Receipt.id == receipt_id)
        )
        if receipt is None:
            raise NotFound
        undo = receipt.read().undo
        if undo is None:
            raise CannotUndo
        if receipt.undone_at is None:
            tool = self._tools[undo.tool]
            work.actor.must(tool.permission)
            await tool.function(work, **tool.read(undo.arguments))
            await work.session.refresh(receipt)  # it may have been forgotten with what it tells of
            receipt.undone_at = work.now
        return receipt


def _told(error: ValidationError) -> Invalid:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return Invalid(f"{where}: {first['msg']}" if where else first["msg"], field=where or None)


_ONE_CALL_AT_A_TIME = text("select pg_advisory_xact_lock(20015, hashtext(:turn))")


_ONE_UNDO_AT_A_TIME = text("select pg_advisory_xact_lock(20021, hashtext(:receipt))")


def _find(user_id: UUID, turn_id: UUID, key: str) -> Select[Receipt]:
    return select(Receipt).where(Receipt.user_id == user_id, Receipt.turn_id == turn_id, Receipt.call_key == key)


def call_key(tool: str, arguments: Mapping[str, Any]) -> str:
    """What makes two calls of one turn the same call: the tool and its arguments, whatever their case and spacing."""

    def plain(value: Any) -> Any:
        if isinstance(value, BaseModel):
            return plain(value.model_dump())
        if isinstance(value, Mapping):
            return {key: plain(inner) for key, inner in value.items() if inner is not None}
        if isinstance(value, list | tuple):
            return [plain(inner) for inner in value]
        if isinstance(value, datetime):
            return value.timestamp()
        return " ".join(re.findall(r"\w+", str(value).casefold()))

    told = json.dumps([tool, plain(arguments)], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _read_docstring(function: Callable[..., Any]) -> tuple[str, dict[str, str]]:
    """A Google-style docstring as the words before its first section, and the description of each argument."""
    doc = inspect.getdoc(function) or function.__name__
    about, _, rest = doc.partition("\nArgs:\n")
    section = re.split(r"\n(?=\S)", rest, maxsplit=1)[0]
    described: dict[str, str] = {}
    for match in re.finditer(r"^ {4}(\w+): (.+(?:\n {5,}.+)*)", section, re.MULTILINE):
        described[match[1]] = re.sub(r"\s+", " ", match[2])
    return about.strip(), described
