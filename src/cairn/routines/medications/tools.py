"""What the assistant may do with medications."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from cairn.platform.http import PageQuery
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.routines.medications import service
from cairn.routines.medications.models import Dose
from cairn.routines.medications.permissions import READ, WRITE
from cairn.routines.medications.schemas import MedicationOut

tools = Tools()


class Medications(BaseModel):
    """The person's medications."""

    medications: list[MedicationOut]


@tools.offer(needs=READ)
async def list_medications(work: UnitOfWork) -> Medications:
    """The person's medications with their times, and what of today waits for an answer."""
    items, _ = await service.listing(work, PageQuery())
    return Medications(medications=items)


@tools.offer(needs=WRITE)
async def take_medication(
    work: UnitOfWork,
    medication_id: UUID,
    again: bool = False,
    due_at: AwareDatetime | None = None,
    taken_at: AwareDatetime | None = None,
) -> Outcome:
    """Note that the person took a medication. Refused, with when it was, where they said so a while ago.

    Args:
        medication_id: Which.
        again: True only if they say that they took more.
        due_at: For which of its times, one of the open ones. Leave out for the one at hand.
        taken_at: When they took it, if they say that it was before now.
    """
    dose = await service.take(work, medication_id, due_at, again=again, taken_at=taken_at)
    return _outcome("dose.taken", dose)


@tools.offer(needs=WRITE)
async def skip_medication(work: UnitOfWork, medication_id: UUID) -> Outcome:
    """Note that the person leaves this dose of a medication out.

    Args:
        medication_id: Which.
    """
    return _outcome("dose.skipped", await service.skip(work, medication_id))


class Gone(BaseModel):
    """A note of a dose that was taken back."""

    dose_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def take_dose_back(work: UnitOfWork, dose_id: UUID) -> Gone:
    """Take back what was noted of a dose.

    Args:
        dose_id: Which.
    """
    await service.take_back(work, dose_id)
    return Gone(dose_id=dose_id)


def _outcome(kind: str, dose: Dose) -> Outcome:
    return Outcome(
        kind=kind,
        subject_kind="dose",
        subject_id=dose.id,
        title=f"{dose.name}, {dose.dose}" if dose.dose else dose.name,
        when=dose.taken_at if dose.taken_at < dose.at else None,
        undo=Undo(tool="take_dose_back", arguments={"dose_id": str(dose.id)}),
    )
