"""Focus sessions, parked thoughts and rooms as they come in and go out."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.focus.models import Becomes, CheckIn, Outcome, RoomSeat, State
from cairn.platform.http import Schema, Words

Minutes = Annotated[int, Field(ge=1, le=480, strict=True)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
"""A short line; empty for none."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]

USUAL = 25


class StartFocus(Schema):
    """What to begin, and for how long.

    Args:
        task_id: The task that it is for.
        step_id: The step of that task.
        words: What it is for, if that is no task; nothing in particular, if left out.
        instead: Stop the session that runs, if one does.
    """

    task_id: UUID | None = None
    step_id: UUID | None = None
    words: Annotated[Line, Field(examples=["The taxes"])] = ""
    minutes: Minutes = USUAL
    instead: bool = False

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if self.task_id is not None and self.words:
            raise ValueError("name either a task or words")
        if self.step_id is not None and self.task_id is None:
            raise ValueError("a step needs its task")
        return self


class Extend(Schema):
    """How much longer."""

    minutes: Minutes = 10


class CheckInAnswer(Schema):
    """How it goes."""

    answer: CheckIn


class Finish(Schema):
    """What was done. Done with all of it checks the task off, or the step that the session was for.

    Args:
        outcome: Left out, nobody says what was done.
    """

    outcome: Outcome | None = None
    note: Note = ""


class FocusOut(BaseModel):
    """A focus session.

    Args:
        title: What it is for; empty for nothing in particular.
        state: `running`, `paused`, `finished`, or `stopped` (ended, and nothing said of what was done).
        ends_at: When its time is up. While it pauses, it moves on by as long as the pause takes.
        half_at: When it is asked how it goes; absent for a short one.
        half_asked_at: When it was asked.
        time_up: It ended because its time was up.
        worked_minutes: How long it took without pauses, once it is over.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    task_id: UUID | None
    step_id: UUID | None
    title: str
    planned_minutes: int
    state: State
    started_at: AwareDatetime
    ends_at: AwareDatetime
    half_at: AwareDatetime | None
    half_asked_at: AwareDatetime | None
    check_in: CheckIn | None
    paused_at: AwareDatetime | None
    ended_at: AwareDatetime | None
    time_up: bool
    worked_minutes: int | None
    outcome: Outcome | None
    note: str


class Started(BaseModel):
    """The session that runs now.

    Args:
        began: False when it ran already, and nothing new began.
    """

    session: FocusOut
    began: bool
    now: AwareDatetime


class CurrentFocus(BaseModel):
    """What there is of focus now.

    Args:
        now: The server's time, which timers go by.
        session: The one that runs or pauses.
        ask: One whose time was up and of which nobody said yet what was done. It is asked once.
    """

    now: AwareDatetime
    session: FocusOut | None
    ask: FocusOut | None


class Park(Schema):
    """What came to mind."""

    text: Words


class Settle(Schema):
    """Where a thought goes: on the list, into memory, or nowhere."""

    becomes: Becomes


class ThoughtOut(BaseModel):
    """A parked thought.

    Args:
        became: What it became; absent while it waits to be looked at.
        became_id: The task or the memory.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    session_id: UUID | None
    text: str
    parked_at: AwareDatetime
    became: Becomes | None
    became_id: UUID | None
    settled_at: AwareDatetime | None


class Sit(Schema):
    """How one sits in a room; others see no more than this.

    Args:
        name: What they are called there; nothing, if left out.
        doing: What they do; nothing, if left out.
    """

    name: Name = ""
    doing: Line = ""


class SeatOut(BaseModel):
    """Somebody who sits in a room.

    Args:
        mine: It is the one who asks.
    """

    id: UUID
    mine: bool
    name: str
    doing: str
    sat_at: AwareDatetime

    @classmethod
    def of(cls, seat: RoomSeat, me: UUID) -> "SeatOut":
        return cls(id=seat.id, mine=seat.user_id == me, name=seat.name, doing=seat.doing, sat_at=seat.sat_at)
