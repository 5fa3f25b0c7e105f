"""Mood and energy as they come in and go out."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints, model_validator

from cairn.mood.models import Mood
from cairn.mood.rules import Part
from cairn.platform.http import Schema
from cairn.tasks.schemas import EARLIEST, LATEST, Energy

__all__ = ["Energy", "EntryOut", "EntryPatch", "LatelyOut", "Mood", "NewEntry", "Part", "PartOut", "PictureOut"]

Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


def _in_reach(moment: datetime) -> datetime:
    if not EARLIEST <= moment <= LATEST:
        raise ValueError("choose a moment between the years 2000 and 2200")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(_in_reach)]


class NewEntry(Schema):
    """How somebody is: a mood, an energy, or both.

    Args:
        at: When, if it isn't about now.
    """

    mood: Mood | None = None
    energy: Energy | None = None
    note: Note = ""
    at: Moment | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "NewEntry":
        if self.mood is None and self.energy is None:
            raise ValueError("say a mood or an energy, at least one of them")
        return self


class EntryPatch(Schema):
    """What to change; what is left out stays, and `null` takes a mood or an energy away."""

    mood: Mood | None = None
    energy: Energy | None = None
    note: Note | None = None
    at: Moment | None = None

    @model_validator(mode="after")
    def _names_something(self) -> "EntryPatch":
        if not self.model_fields_set:
            raise ValueError("name at least one field to change")
        for name in ("note", "at"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} can't be null")
        return self

    def changes(self) -> dict[str, Any]:
        return self.model_dump(exclude_unset=True)


class EntryOut(BaseModel):
    """What somebody said of how they are.

    Args:
        at: The moment it is about.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    mood: Mood | None
    energy: Energy | None
    note: str
    at: AwareDatetime
    created_at: AwareDatetime


class LatelyOut(BaseModel):
    """The energy that choosing the next thing goes by now.

    Args:
        energy: What was said last; absent when nothing was said in the last hours.
        said_at: When.
        until: Until when it counts.
        entry_id: The entry it comes from.
    """

    energy: Energy | None = None
    said_at: AwareDatetime | None = None
    until: AwareDatetime | None = None
    entry_id: UUID | None = None


class PartOut(BaseModel):
    """A part of the day over the last weeks.

    Args:
        part: `morning` (5 to 12), `afternoon` (to 17), `evening` (to 22) or `night`.
        low, medium, high: Which share of its days had such an energy, of one; all nought when nobody said.
        enough: Whether there are days enough to say anything of it.
    """

    part: Part
    low: float
    medium: float
    high: float
    enough: bool


class PictureOut(BaseModel):
    """The last weeks, as parts of the day and energy.

    Args:
        since: What was said from then on is in it.
        parts: In the order of the day.
        good_time: The part with clearly more energy than the rest of the day; only if the data says so.
        slow_time: The part with clearly less.
        sentence: The same in plain words.
    """

    since: AwareDatetime
    parts: list[PartOut]
    good_time: Part | None
    slow_time: Part | None
    sentence: str
