"""Medications in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text

from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork
from cairn.routines.medications.models import Dose, DoseState, Medication, MedicationTime

_ALONE = text("select pg_advisory_xact_lock(20046, hashtext(:user))")


async def alone(work: UnitOfWork) -> None:
    """Let nobody else add medications of this person until this unit of work ends."""
    await work.session.execute(_ALONE, {"user": str(work.user_id)})


async def count(work: UnitOfWork) -> int:
    query = select(func.count()).select_from(Medication).where(Medication.user_id == work.user_id)
    return int(await work.session.scalar(query) or 0)


async def get(work: UnitOfWork, medication_id: UUID, *, lock: bool = False) -> Medication:
    """One medication with its times.

    Raises:
        NotFound: this person has none with that id.
    """
    return await own(work, Medication, medication_id, lock=lock)


async def page(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Medication], str | None]:
    """Medications, the oldest first."""
    return await paginate(
        work.session, select(Medication).where(Medication.user_id == work.user_id), page, Medication.id
    )


async def every(work: UnitOfWork) -> Sequence[Medication]:
    query = select(Medication).where(Medication.user_id == work.user_id).order_by(Medication.id).limit(200)
    return (await work.session.scalars(query)).all()


async def of_reminder(work: UnitOfWork, reminder_id: UUID) -> UUID | None:
    """The medication that a reminder rings for."""
    query = select(MedicationTime.medication_id).where(
        MedicationTime.user_id == work.user_id, MedicationTime.reminder_id == reminder_id
    )
    return await work.session.scalar(query)


async def answered(work: UnitOfWork, medication_id: UUID, since: datetime) -> Sequence[datetime]:
    """The doses of a medication that were taken or skipped, by when they were for."""
    query = select(Dose.due_at).where(
        Dose.user_id == work.user_id, Dose.medication_id == medication_id, Dose.due_at >= since
    )
    return [due for due in (await work.session.scalars(query)).all() if due is not None]


async def last_taken(work: UnitOfWork, medication_id: UUID) -> datetime | None:
    query = select(func.max(Dose.taken_at)).where(
        Dose.user_id == work.user_id, Dose.medication_id == medication_id, Dose.state == DoseState.TAKEN
    )
    return await work.session.scalar(query)


async def dose(work: UnitOfWork, dose_id: UUID, *, lock: bool = False) -> Dose:
    """One dose.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(Dose).where(Dose.user_id == work.user_id, Dose.id == dose_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = await work.session.scalar(query)
    if found is None:
        raise NotFound
    return found


async def answered_by(work: UnitOfWork, reminder_id: UUID) -> Dose | None:
    """The last dose with which a reminder was answered, locked."""
    query = (
        select(Dose)
        .where(Dose.user_id == work.user_id, Dose.reminder_id == reminder_id, Dose.answered)
        .order_by(Dose.due_at.desc())
        .limit(1)
        .with_for_update()
    )
    return await work.session.scalar(query)


async def of_due(work: UnitOfWork, medication_id: UUID, due_at: datetime) -> Dose | None:
    """What was noted of the dose for a moment."""
    query = select(Dose).where(Dose.user_id == work.user_id, Dose.medication_id == medication_id, Dose.due_at == due_at)
    return await work.session.scalar(query.limit(1))


async def latest(work: UnitOfWork) -> Dose | None:
    """What was noted last."""
    query = select(Dose).where(Dose.user_id == work.user_id).order_by(Dose.at.desc(), Dose.id.desc()).limit(1)
    return await work.session.scalar(query)


async def doses(work: UnitOfWork, page: PageQuery, medication_id: UUID | None) -> tuple[Sequence[Dose], str | None]:
    """What was taken or skipped, the latest first."""
    query = select(Dose).where(Dose.user_id == work.user_id)
    if medication_id is not None:
        query = query.where(Dose.medication_id == medication_id)
    return await paginate(work.session, query, page, Dose.at, Dose.id, descending=True)


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in (Medication.__table__, MedicationTime.__table__, Dose.__table__):
        found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's medications and doses."""
    for model in (Dose, MedicationTime, Medication):
        await work.session.execute(delete(model).where(model.user_id == work.user_id))
