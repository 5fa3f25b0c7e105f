"""Reminders as others book them, and as people see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.notify.schemas import Ladder
from cairn.platform.http import Schema, Words
from cairn.reminders.models import State

TimeInWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
RuleText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
ZoneName = Annotated[str, StringConstraints(min_length=1, max_length=64)]


@dataclass(frozen=True, slots=True)
class NewReminder:
    """A reminder about to be booked.

    Args:
        due_at: The first moment it rings, with zone.
        zone: The IANA zone whose wall clock it goes by.
        rrule: How it repeats, as the value of an RFC 5545 RRULE.
        task_id: The task that it stops with.
        floating: Whether it moves with the person to another zone: nine o'clock is nine o'clock there, too.
        sure: False when the moment rests on a guess that should be read back.
        urgent: Whether it is heard in quiet times, too.
        without: Days named by `rrule` on which it doesn't ring.
    """

    text: str
    due_at: datetime
    zone: str
    rrule: str | None = None
    task_id: UUID | None = None
    floating: bool = True
    sure: bool = True
    urgent: bool = False
    without: frozenset[date] = frozenset()


LinkKind = Literal["leave", "start", "ready"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When one rings that goes with an event or another reminder.

    Args:
        first_local: When that begins first, on the wall.
        lead_minutes: So long before each beginning it rings.
        skips: Wall times of beginnings that are left out.
    """

    first_local: datetime
    zone: str
    floating: bool
    rrule: str | None
    lead_minutes: int
    skips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Times):
    """A reminder that belongs to an event: it moves and ends with it.

    Args:
        link: What it says of the event.
    """

    link: LinkKind
    text: str


class Schedule(BaseModel):
    """Everything about a reminder that an answer changes: what an undo puts back."""

    model_config = ConfigDict(from_attributes=True, extra="forbid", frozen=True)

    state: State
    due_at: AwareDatetime
    armed: bool
    local_time: datetime
    snoozed_until: AwareDatetime | None
    last_rung_at: AwareDatetime | None
    rang_for: AwareDatetime | None
    done_at: AwareDatetime | None
    ahead_of: UUID | None = None


class Booking(Schedule):
    """What a new time changes besides: the rule, and the wall time it counts from."""

    first_local: datetime
    rrule: str | None
    lead_minutes: int = 0
    skips: list[str] = []


class ReminderOut(BaseModel):
    """A reminder.

    Args:
        due_at: The next moment it rings; when none follows, the last one.
        state: `waiting`, `ringing` (it rang and waits for an answer), `done` or `cancelled`.
        event_id: The event that it belongs to, if it does; it moves and ends with that.
        link: What it says of the event.
        ahead_of: The reminder that it rings before, if it does; it moves and ends with that.
        snoozed_until: Set while `due_at` was chosen by snoozing.
        rang_for: The moment it last rang for; earlier than `last_rung_at` when it was late.
        ladder: Where it goes step by step, if not the way you are reached otherwise.
        urgent: Whether it is heard in quiet times, too.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    text: str
    state: State
    due_at: AwareDatetime
    zone: str
    floating: bool
    rrule: str | None
    task_id: UUID | None
    event_id: UUID | None
    link: LinkKind | None
    ahead_of: UUID | None
    snoozed_until: AwareDatetime | None
    last_rung_at: AwareDatetime | None
    rang_for: AwareDatetime | None
    done_at: AwareDatetime | None
    created_at: AwareDatetime
    ladder: Ladder | None = None
    urgent: bool = False


class BookReminder(Schema):
    """A new reminder: its moment as `due_at`, or in words as `when`."""

    text: Words
    due_at: AwareDatetime | None = None
    when: Annotated[TimeInWords | None, Field(examples=["tomorrow at 3pm", "every weekday at 9"])] = None
    time_zone: ZoneName | None = Field(None, description="Yours, unless you name another.")
    rrule: RuleText | None = Field(None, examples=["FREQ=WEEKLY;BYDAY=MO,WE"])
    floating: bool = Field(True, description="Whether it moves with you to another time zone.")

    @model_validator(mode="after")
    def _one_moment(self) -> "BookReminder":
        if (self.due_at is None) == (self.when is None):
            raise ValueError("give either due_at or when")
        return self


class ChangeReminder(Schema):
    """What to change; what isn't named stays. A new moment arms it again."""

    text: Words | None = None
    due_at: AwareDatetime | None = None
    when: TimeInWords | None = None
    rrule: RuleText | None = Field(None, description="Null makes it ring once.")
    floating: bool | None = None
    ladder: Ladder | None = Field(None, description="Null takes the way you are reached otherwise.")
    urgent: bool | None = Field(None, description="Whether it is heard in quiet times, too.")

    @model_validator(mode="after")
    def _at_most_one_moment(self) -> "ChangeReminder":
        if self.due_at is not None and self.when is not None:
            raise ValueError("give either due_at or when")
        if not self.model_fields_set:
            raise ValueError("name at least one field to change")
        for field in ("text", "floating", "urgent"):
            if field in self.model_fields_set and getattr(self, field) is None:
                raise ValueError(f"{field} can't be null")
        return self


class Snooze(Schema):
    """Until when, in words (`10 minutes`, `tomorrow morning`) or as a moment."""

    text: TimeInWords | None = None
    until: AwareDatetime | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> "Snooze":
        if (self.text is None) == (self.until is None):
            raise ValueError("give either text or until")
        return self
