"""Medications as they come in and go out."""

from datetime import date, time
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.platform.http import Schema
from cairn.routines.medications.models import DoseState
from cairn.routines.schemas import Clock, Days, Name

DoseWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Times = Annotated[list[Clock], Field(max_length=12)]


class NewMedication(Schema):
    """A medication to keep times for.

    Args:
        dose: How much, in your words.
        times: By the clock on the wall, wherever you are; none for what is taken when it is needed.
        rrule: On which days; on every day without it.
        until: The last day on which it is taken. No dose is due after it.
    """

    name: Name
    dose: DoseWords = ""
    times: Times = Field(default_factory=list)
    rrule: Days | None = None
    until: date | None = None


class MedicationPatch(Schema):
    """What to change; what is left out stays, and `null` lets it be for every day, or without an end."""

    name: Name | None = None
    dose: DoseWords | None = None
    times: Times | None = None
    rrule: Days | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "MedicationPatch":
        if not self.model_fields_set:
            raise ValueError("name at least one field to change")
        for name in self.model_fields_set - {"rrule", "until"}:
            if getattr(self, name) is None:
                raise ValueError(f"{name} can't be null")
        return self


class Taken(Schema):
    """Which dose, and whether it is meant.

    Args:
        due_at: One of the open ones; the one that is at hand, if left out.
        again: Note it although the last was noted a while ago.
        at: When you took it, within the last 24 hours; now, if left out.
    """

    due_at: AwareDatetime | None = None
    again: bool = False
    at: AwareDatetime | None = None


class Skipped(Schema):
    """Which dose; the one that is at hand, if left out."""

    due_at: AwareDatetime | None = None


class OpenDose(BaseModel):
    """A dose of today that was neither taken nor skipped: a question, gone tomorrow.

    Args:
        reminder_id: Where it is put off.
    """

    due_at: AwareDatetime
    reminder_id: UUID


class MedicationOut(BaseModel):
    """A medication as clients see it.

    Args:
        until: The last day on which it is taken.
        open: What of today waits for an answer.
        last_taken_at: When it was taken last.
    """

    id: UUID
    version: int
    name: str
    dose: str
    times: list[time]
    rrule: str | None
    until: date | None
    created_at: AwareDatetime
    open: list[OpenDose]
    last_taken_at: AwareDatetime | None


class DoseOut(BaseModel):
    """A dose that was taken or skipped.

    Args:
        due_at: For when it was; absent where it was taken beside its times.
        at: When that was said.
        taken_at: When it was taken, or left out; before `at` where you said so.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    medication_id: UUID | None
    name: str
    dose: str
    state: DoseState
    due_at: AwareDatetime | None
    at: AwareDatetime
    taken_at: AwareDatetime


class Told(BaseModel):
    """When a dose was taken, as it was told, and which one that was.

    Args:
        taken_at: When.
        due_at: For when the dose of today that is nearest is; absent where it has no times today.
        noted: What is noted of that dose already.
    """

    taken_at: AwareDatetime
    due_at: AwareDatetime | None = None
    noted: DoseOut | None = None
