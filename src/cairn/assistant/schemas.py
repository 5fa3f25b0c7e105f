"""What goes into a turn and what comes out of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict

from cairn.platform.tools import Receipt, Speaker
from cairn.when import USUAL_PARTS, DayParts

Recorded = Literal["plan", "response", "told", "proposal", "stop"]


Found = Literal["reminder", "event", "task", "memory", "thought", "recall", "command", "question"]


class Understood(BaseModel):
    """One thing a text says.

    Args:
        kind: What would become of it.
        title: In the person's own words, without the time.
        when: The moment it names; of a task that is for a day, the day's first minute.
        end: Of an event, when it is over, if that was said.
        place: Of an event, where it is.
        bring: Of an event, what to take along to it.
        rrule: How it repeats (RFC 5545), if it does.
        rule_words: The same in the person's language.
        when_words: The moment in full in the person's language, or the day alone.
        heard: The words that name the time.
        sure: False when the words leave room for another time.
    """

    kind: Found
    title: str
    when: AwareDatetime | None = None
    end: AwareDatetime | None = None
    place: str | None = None
    bring: str | None = None
    rrule: str | None = None
    rule_words: str | None = None
    when_words: str | None = None
    heard: str = ""
    sure: bool = True


class Quote(BaseModel):
    """Something the person said, as an answer's source.

    Args:
        source: Where it comes from: `note`, `thought`, or `message`.
        why: Why it is shown, in a plain sentence.
    """

    memory_id: UUID
    text: str
    occurred_at: AwareDatetime
    speaker: str
    source: str
    why: str


class Part(BaseModel):
    """A piece of a text.

    Args:
        text: Its words; of a moment the day and the clock time, which stay true.
        at: The moment that they name, if they do. How far off it is, is told after them when the text is read.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    at: AwareDatetime | None = None


Text = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier message of the conversation.

    Args:
        quoted: It says what was looked up, or what was given to be kept: words that somebody else may have written.
    """

    role: Literal["person", "cairn"]
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One message to be answered.

    Args:
        said_at: When it was said: times in it are read from that moment.
        zone: Where it was said.
        unattended: Nobody is there: an automation says it. It answers nothing, and what a model wants to change waits.
        parts: The hours that its person means by the parts of a day.
        instead_of: The earlier turn in whose place it comes: what that one did is taken back first.
    """

    id: UUID
    text: str
    said_at: datetime
    zone: ZoneInfo
    unattended: bool = False
    parts: DayParts = field(default=USUAL_PARTS, kw_only=True)
    instead_of: UUID | None = field(default=None, kw_only=True)

    @property
    def said_here(self) -> datetime:
        return self.said_at.astimezone(self.zone)


class Told(BaseModel):
    """What an answer rested on, by ids alone: what "that's not right" after it is about.

    Args:
        facts: The facts that it told.
        memories: The memories that it quoted, the closest first, and those that its facts rest on.
        beside: Memories behind the question at its end.
        shown: How many quotes were shown.
        contradiction: The question that it asked at its end.
        asks: It asked what is right instead.
        broad: It told much at once, not one thing.
        unsure: It rested on some of the memories, and nobody knows on which.
    """

    facts: list[UUID] = []
    memories: list[UUID] = []
    beside: list[UUID] = []
    shown: int = 0
    contradiction: UUID | None = None
    asks: bool = False
    broad: bool = False
    unsure: bool = False


class Proposal(BaseModel):
    """A change that a model wants to make and that waits for the person's yes.

    Args:
        tool: The tool it calls, and with which arguments: nothing else is done on a yes.
        why: It had `read` words that somebody else may have written, what it does can't be taken back (`final`), or
            nobody was there (`unattended`).
        names: What the things that it changes were called when the person was asked, by argument. A yes was said to
            these: it does nothing to what is called otherwise by then.
        speaker: Whose words would be kept: the person's, or the model's own. A yes makes nobody have said them.
    """

    tool: str
    arguments: dict[str, Any]
    why: Literal["read", "final", "unattended"]
    names: dict[str, str] = {}
    speaker: Speaker = "me"


class Detail(BaseModel):
    """One argument of a proposal, in the person's language."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Before:
    """The turn right before this one, in the same conversation.

    Args:
        plan: The steps it recorded, if it recorded any.
        told: What its answer rested on.
        proposals: Ids of what it proposed and still waits for an answer.
    """

    turn: Turn
    plan: list[dict[str, Any]]
    told: Told = field(default_factory=Told)
    proposals: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person reads, and what was really changed; `trouble` when a model didn't answer."""

    text: Text
    receipts: Sequence[Receipt] = ()
    quotes: Sequence[Quote] = field(default_factory=list)
    trouble: str = ""


class Ledger(Protocol):
    """What a turn decided so far. A turn that is run again reads it instead of deciding anew."""

    async def recorded(self, kind: Recorded) -> list[dict[str, Any]]:
        """Everything recorded of a kind, in order."""
        ...

    async def before(self) -> Sequence[Said]:
        """What was said in the conversation until then, oldest first."""
        ...

    async def preceding(self) -> Before | None:
        """The last thing the person said before, if there is any."""
        ...

    async def lately(self) -> Sequence[Before]:
        """The last few things the person said before, the newest first."""
        ...

    async def record(self, kind: Recorded, place: int, data: dict[str, Any]) -> None:
        """Write one decision down, committed before anybody acts on it."""
        ...

    async def stopped(self) -> None:
        """Returns when the person asks for an end, on whichever device, and not before."""
        ...

    async def confirm(self, proposal_id: UUID) -> Receipt:
        """Do what an earlier turn proposed, once."""
        ...

    async def refuse(self, proposal_id: UUID) -> None:
        """Let what an earlier turn proposed be."""
        ...


class Watcher(Protocol):
    """Whoever follows a turn while it runs.

    Attributes:
        follows: Whether words are wanted as they come.
    """

    follows: bool

    async def words(self, text: str) -> None:
        """Words of a model that may be shown."""
        ...

    async def anew(self) -> None:
        """The words so far are taken back: whoever said them broke off, and another begins."""
        ...

    async def receipt(self, receipt: Receipt) -> None:
        """A change that is committed."""
        ...
