"""Events as they come in, as they go out, and as an undo puts them back."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.platform.http import Schema, Words

DEFAULT_LENGTH = timedelta(hours=1)
"""How long something lasts of which only the beginning is known."""
TOLD_BEFORE = 10
"""Minutes before an event without a way to it at which the person is told, unless they chose others."""

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
"""Beyond these a calendar holds nothing: at its edges no clock can be reckoned with."""


def _in_reach(moment: datetime) -> datetime:
    if not EARLIEST <= moment <= LATEST:
        raise ValueError("choose a moment between the years 1900 and 2200")
    return moment


def _day_in_reach(day: date) -> date:
    if not EARLIEST.date() <= day <= LATEST.date():
        raise ValueError("choose a day between the years 1900 and 2200")
    return day


Moment = Annotated[AwareDatetime, AfterValidator(_in_reach)]
Day = Annotated[date, AfterValidator(_day_in_reach)]
Minutes = Annotated[int, Field(ge=0, le=24 * 60, strict=True)]
Place = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Notes = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Bring = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=500), Field(examples=["Insurance card, bus pass"])
]
"""What to take along, in plain words; empty for nothing."""
TimeInWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
RuleText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
ZoneName = Annotated[str, StringConstraints(min_length=1, max_length=64)]


class EventState(BaseModel):
    """Everything about an event that somebody may change: what rules reckon with and what an undo puts back."""

    model_config = ConfigDict(from_attributes=True, extra="forbid", frozen=True)

    title: str
    place: str = ""
    notes: str = ""
    bring: str = ""
    all_day: bool = False
    start_local: datetime
    end_local: datetime
    zone: str
    floating: bool = False
    rrule: str | None = None
    skips: list[str] = []
    travel_minutes: int = 0
    ready_minutes: int = 0
    after_minutes: int = 0
    remind_minutes: int | None = TOLD_BEFORE
    cancelled: bool = False


class NewEvent(Schema):
    """A new event: its time as `start` and `end`, as days, or in words as `when`.

    Args:
        bring: What to take along: it stands on the day where you leave for it.
        end: An hour after `start`, if left out.
        first_day: Of an event for whole days, the first; `last_day` is the same, if left out.
        time_zone: Whose clock it keeps to: yours, unless you name another.
        floating: Whether it moves with you to another time zone, like a habit, or stays where it is, like a dentist.
        travel_minutes: How long it takes to get there. You are told when to leave.
        ready_minutes: How long it takes to get ready. You are told when to begin.
        after_minutes: How long it takes to land afterwards; nothing is put there.
        remind_minutes: Of one without a way to it: how long before it you are told; `null` for not at all.
        without: Days named by `rrule` on which it isn't.
    """

    title: Words
    place: Place = ""
    notes: Notes = ""
    bring: Bring = ""
    when: Annotated[TimeInWords | None, Field(examples=["tomorrow 3pm to 4pm"])] = None
    start: Moment | None = None
    end: Moment | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    time_zone: ZoneName | None = None
    floating: bool = False
    rrule: Annotated[RuleText | None, Field(examples=["FREQ=WEEKLY;BYDAY=MO"])] = None
    travel_minutes: Minutes = 0
    ready_minutes: Minutes = 0
    after_minutes: Minutes = 0
    remind_minutes: Minutes | None = TOLD_BEFORE
    without: Annotated[frozenset[date], Field(max_length=100)] = Field(default_factory=frozenset)

    @model_validator(mode="after")
    def _one_time(self) -> "NewEvent":
        if sum(one is not None for one in (self.when, self.start, self.first_day)) != 1:
            raise ValueError("give one of start, first_day and when")
        if (self.end is not None and self.start is None) or (self.last_day is not None and self.first_day is None):
            raise ValueError("an end needs a beginning")
        return self


class EventPatch(Schema):
    """What to change; what isn't named stays. With a new `start` alone it lasts as long as before."""

    title: Words | None = None
    place: Place | None = None
    notes: Notes | None = None
    bring: Bring | None = None
    when: TimeInWords | None = None
    start: Moment | None = None
    end: Moment | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    time_zone: ZoneName | None = Field(None, description="It keeps its time on the wall there.")
    floating: bool | None = None
    rrule: RuleText | None = Field(None, description="Null makes it happen once.")
    travel_minutes: Minutes | None = None
    ready_minutes: Minutes | None = None
    after_minutes: Minutes | None = None
    remind_minutes: Minutes | None = None

    @model_validator(mode="after")
    def _names_something(self) -> "EventPatch":
        given = self.model_fields_set
        if not given:
            raise ValueError("name at least one field to change")
        for name in given - {"rrule", "remind_minutes"}:
            if getattr(self, name) is None:
                raise ValueError(f"{name} can't be null")
        if len({"when", "start", "first_day"} & given) > 1 or ("last_day" in given and "first_day" not in given):
            raise ValueError("give one of start, first_day and when")
        return self


class OneTime(Schema):
    """One time of a repeating event, by the moment at which it begins."""

    start: Moment


class ChangedTime(EventPatch):
    """What to change of one time of a repeating event."""

    at: Moment = Field(description="The moment at which that time begins, before the change.")


class EventOut(BaseModel):
    """An event; of one that repeats, its first time.

    Args:
        source: Where it comes from; `own` for what was said here.
        bring: What to take along.
        first_day: Of an event for whole days.
        leave_by: When to leave for it, where it has a way to it.
        ready_by: When to begin to get ready.
        note: What has to be said about it now, such as that it is time to leave.
        series_id: The repeating event of which this is one changed time.
    """

    id: UUID
    version: int
    source: str
    title: str
    place: str
    notes: str
    bring: str
    all_day: bool
    start: AwareDatetime
    end: AwareDatetime
    first_day: date | None
    last_day: date | None
    zone: str
    floating: bool
    rrule: str | None
    travel_minutes: int
    ready_minutes: int
    after_minutes: int
    remind_minutes: int | None
    leave_by: AwareDatetime | None
    ready_by: AwareDatetime | None
    note: str | None
    series_id: UUID | None
    cancelled: bool
    created_at: AwareDatetime


class Occurrence(BaseModel):
    """One time at which an event happens.

    Args:
        bring: What to take along.
        landed: When its landing time afterwards is over.
    """

    model_config = ConfigDict(frozen=True)

    event_id: UUID
    title: str
    place: str
    bring: str = ""
    all_day: bool
    start: AwareDatetime
    end: AwareDatetime
    leave_by: AwareDatetime | None
    ready_by: AwareDatetime | None
    landed: AwareDatetime
    repeats: bool


class LeaveOut(BaseModel):
    """What to leave for next, and when.

    Args:
        occurrence: Absent when nothing is ahead in the next week.
    """

    occurrence: Occurrence | None
