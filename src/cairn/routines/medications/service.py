"""Medications, and the doses that were taken or skipped: exact, and without a word about the rest."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, expect
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.reminders.schemas import ChangeReminder
from cairn.routines.medications import alarms, asked, kept, repository, rules
from cairn.routines.medications.errors import (
    AlreadyTaken,
    NothingToSkip,
    NotThen,
    OverAlready,
    TooManyMedications,
)
from cairn.routines.medications.messages import MedicationChanged
from cairn.routines.medications.models import Dose, DoseState, Medication
from cairn.routines.medications.rules import Due
from cairn.routines.medications.schemas import MedicationOut, MedicationPatch, NewMedication, OpenDose, Told

KIND = "medication"
MOST_MEDICATIONS = 200
LATELY = timedelta(hours=12)
"""A dose noted within that time is told of before another is noted beside the times."""


async def add(work: UnitOfWork, new: NewMedication) -> Medication:
    """Keep times for a medication; at each a reminder rings.

    Raises:
        BadDays, EndsTwice, OverAlready, SameTimeTwice, TooManyMedications: nothing is kept.
    """
    await repository.alone(work)
    if await repository.count(work) >= MOST_MEDICATIONS:
        raise TooManyMedications
    if new.until is not None and new.until < work.now.astimezone(work.actor.zone).date():
        raise OverAlready(field="until")
    medication = Medication(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        name=new.name,
        dose=new.dose,
        rrule=new.rrule,
        until=new.until,
        created_at=work.now,
        times=[],
    )
    await alarms.set_times(work, medication, new.times)
    work.session.add(medication)
    await work.session.flush()
    await work.audit("medication.add", medication.id, kind=KIND)
    await work.publish(MedicationChanged(medication_id=medication.id))
    return medication


async def edit(work: UnitOfWork, medication_id: UUID, patch: MedicationPatch, version: str | None) -> Medication:
    """Change what the patch names. Doses that were noted stay as they were noted.

    Raises:
        NotFound: this person has none with that id.
        Stale: it changed since.
        BadDays, EndsTwice, SameTimeTwice: nothing changes.
    """
    medication = await _held(work, medication_id)
    expect(medication.version, version)
    before = kept.fields(medication)
    named = patch.model_fields_set
    for name in named - {"times"}:
        setattr(medication, name, getattr(patch, name))
    if named & {"times", "rrule", "until"}:
        clocks = [one.clock for one in medication.times] if patch.times is None else patch.times
        await alarms.silence(work, medication)
        medication.times = []
        await work.session.flush()
        await alarms.set_times(work, medication, clocks)
    elif named:
        for reminder_id in asked.ringing(medication):
            await reminders.edit(work, reminder_id, ChangeReminder(text=alarms.text(medication)), None)
    medication.version += 1  # times have rows of their own
    await work.session.flush()
    await work.audit("medication.edit", medication.id, kind=KIND, changes=changed(before, kept.fields(medication)))
    await work.publish(MedicationChanged(medication_id=medication.id))
    return medication


async def remove(work: UnitOfWork, medication_id: UUID, version: str | None = None) -> None:
    """Keep no more times for it. What was taken or skipped stays.

    Raises:
        NotFound: this person has none with that id.
        Stale: it changed since.
    """
    medication = await _held(work, medication_id)
    expect(medication.version, version)
    await alarms.silence(work, medication)
    await work.session.delete(medication)
    await work.session.flush()
    await work.audit("medication.remove", medication_id, kind=KIND)
    await work.publish(MedicationChanged(medication_id=medication_id))


async def listing(work: UnitOfWork, page: PageQuery) -> tuple[list[MedicationOut], str | None]:
    """Medications, the oldest first, with what of today waits for an answer."""
    found, following = await repository.page(work, page)
    return [await told(work, one) for one in found], following


async def get(work: UnitOfWork, medication_id: UUID) -> Medication:
    """One medication.

    Raises:
        NotFound: this person has none with that id.
    """
    return await repository.get(work, medication_id)


async def _held(work: UnitOfWork, medication_id: UUID) -> Medication:
    """One medication, locked after its reminders: who answers one of these holds it first, and neither waits in vain.

    Raises:
        NotFound: this person has none with that id.
    """
    seen = await repository.get(work, medication_id)
    for reminder_id in sorted(asked.ringing(seen)):
        await reminders.get(work, reminder_id, lock=True)
    return await repository.get(work, medication_id, lock=True)


async def told(work: UnitOfWork, medication: Medication) -> MedicationOut:
    """A medication with what holds for it at this moment."""
    found, answered = await asked.doses(work, medication)
    opened = rules.open_today(found, answered, work.now, work.actor.zone)
    return MedicationOut(
        id=medication.id,
        version=medication.version,
        name=medication.name,
        dose=medication.dose,
        times=[one.clock for one in medication.times],
        rrule=medication.rrule,
        until=medication.until,
        created_at=medication.created_at,
        open=[OpenDose(due_at=due.at, reminder_id=due.reminder_id) for due in opened],
        last_taken_at=await repository.last_taken(work, medication.id),
    )


async def take(
    work: UnitOfWork,
    medication_id: UUID,
    due_at: datetime | None = None,
    *,
    again: bool = False,
    taken_at: datetime | None = None,
) -> Dose:
    """Note that a dose was taken; the reminder that asks for it is answered.

    Args:
        due_at: Which; the one that is at hand, if left out.
        again: Also where none is at hand and one was noted lately.
        taken_at: When, if that was before.

    Raises:
        NotFound: this person has no such medication, or it has no open dose for that moment.
        AlreadyTaken: one was noted lately, and none is at hand. The error says when.
        NotThen: it is to come, or too long ago.
    """
    if taken_at is not None and not timedelta() <= work.now - taken_at < rules.LONGEST_AGO:
        raise NotThen(field="at")
    medication = await _held(work, medication_id)
    at = (taken_at or work.now).astimezone(UTC)
    due = await _meant(work, medication, due_at, at)
    last = await repository.last_taken(work, medication_id)
    if due is None and not again and last is not None and work.now - last < LATELY:
        raise AlreadyTaken(rules.taken_before(medication.name, last, work.actor.zone, work.actor.locale))
    return await _note(work, medication, DoseState.TAKEN, due, at)


async def skip(work: UnitOfWork, medication_id: UUID, due_at: datetime | None = None) -> Dose:
    """Note that a dose was left out; the reminder that asks for it is answered.

    Raises:
        NotFound: as for `take`.
        NothingToSkip: none is at hand.
    """
    medication = await _held(work, medication_id)
    due = await _meant(work, medication, due_at, work.now)
    if due is None:
        raise NothingToSkip
    return await _note(work, medication, DoseState.SKIPPED, due, work.now)


async def _meant(work: UnitOfWork, medication: Medication, due_at: datetime | None, at: datetime) -> Due | None:
    found, answered = await asked.doses(work, medication)
    if due_at is None:
        return rules.at_hand(found, answered, at)
    for due in found:
        if due.at == due_at and due.at not in answered:
            return due
    raise NotFound


async def _note(work: UnitOfWork, medication: Medication, state: DoseState, due: Due | None, at: datetime) -> Dose:
    dose = await _write(work, medication, state, due, at)
    if due is not None:
        dose.answered = await alarms.answer(work, due)
        await work.session.flush()
    return dose


async def _write(work: UnitOfWork, medication: Medication, state: DoseState, due: Due | None, at: datetime) -> Dose:
    dose = Dose(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        medication_id=medication.id,
        name=medication.name,
        dose=medication.dose,
        state=state,
        due_at=due.at if due else None,
        reminder_id=due.reminder_id if due else None,
        at=work.now,
        taken_at=at,
    )
    work.session.add(dose)
    await work.session.flush()
    await work.audit("dose.log", dose.id, kind="dose", changes=changed({}, kept.fields_of_dose(dose)))
    await work.publish(MedicationChanged(medication_id=medication.id))
    return dose


async def answered(work: UnitOfWork, reminder_id: UUID) -> None:
    """A reminder was answered with "done", wherever that was: its dose was taken."""
    medication_id = await repository.of_reminder(work, reminder_id)
    if medication_id is None:
        return
    medication = await repository.get(work, medication_id, lock=True)
    reminder = await reminders.get(work, reminder_id)
    found, noted = await asked.doses(work, medication)
    for due in reversed(found):
        if due.reminder_id == reminder_id and due.slot.rang_for(due.at, reminder.rang_for, work.actor.zone):
            if due.at not in noted:
                dose = await _write(work, medication, DoseState.TAKEN, due, work.now)
                dose.answered = True
                await work.session.flush()
            return


async def reopened(work: UnitOfWork, reminder_id: UUID) -> None:
    """The answer to a reminder was taken back: nothing is known of its dose any more."""
    dose = await repository.answered_by(work, reminder_id)
    if dose is None or dose.due_at is None:
        return
    reminder, slot = await reminders.get(work, reminder_id), await asked.slot(work, reminder_id)
    if slot.rang_for(dose.due_at, reminder.rang_for, work.actor.zone):
        await _forget(work, dose)


async def take_back(work: UnitOfWork, dose_id: UUID) -> None:
    """Take back what was noted of a dose; the reminder that was answered by it asks again.

    Raises:
        NotFound: this person has none with that id.
    """
    seen = await repository.dose(work, dose_id)
    if seen.reminder_id is not None:  # before the dose: who takes the answer to it back holds it first
        await reminders.get(work, seen.reminder_id, lock=True)
    dose = await repository.dose(work, dose_id, lock=True)
    await _forget(work, dose)
    if not dose.answered or dose.reminder_id is None or dose.due_at is None:
        return
    if await repository.of_reminder(work, dose.reminder_id) is None:
        return  # other times ring by now, or none
    reminder, zone = await reminders.get(work, dose.reminder_id, lock=True), work.actor.zone
    slot = await asked.slot(work, dose.reminder_id)
    following = slot.following(dose.due_at, zone)
    if slot.rang_for(dose.due_at, reminder.rang_for, zone):
        if reminder.done_at == dose.at:
            await reminders.reopen(work, reminder.id)
    elif following is None and reminder.state == "cancelled":
        await reminders.reopen(work, reminder.id)
    elif reminder.snoozed_until == following and dose.due_at > work.now:
        await reminders.snooze(work, reminder.id, dose.due_at)


async def _forget(work: UnitOfWork, dose: Dose) -> None:
    await work.session.delete(dose)
    await work.session.flush()
    await work.audit("dose.remove", dose.id, kind="dose")
    await work.publish(MedicationChanged(medication_id=dose.medication_id))


async def log(
    work: UnitOfWork, page: PageQuery, medication_id: UUID | None = None
) -> tuple[Sequence[Dose], str | None]:
    """What was taken or skipped, the latest first."""
    return await repository.doses(work, page, medication_id)


async def that_rings(work: UnitOfWork) -> UUID | None:
    """The medication whose reminder rings now."""
    ringing = await reminders.current(work)
    return await repository.of_reminder(work, ringing.id) if ringing is not None else None


async def asked_for(work: UnitOfWork) -> UUID | None:
    """The medication that is asked for now: the one whose reminder rings, else the only one with an open dose."""
    found = await that_rings(work)
    if found is not None:
        return found
    opened = [one.id for one in await repository.every(work) if (await told(work, one)).open]
    return opened[0] if len(opened) == 1 else None


async def only_one(work: UnitOfWork) -> Medication | None:
    """The medication that is asked for, else the only one there is."""
    medication_id = await asked_for(work)
    if medication_id is not None:
        return await get(work, medication_id)
    kept_now = await repository.every(work)
    return kept_now[0] if len(kept_now) == 1 else None


async def named(work: UnitOfWork, words: str) -> Medication | None:
    """The only medication that is called by these words, beside its dose: "ritalin", "ritalin 10 mg"."""
    wanted = rules.words_of(words)
    called = [
        one
        for one in await repository.every(work)
        if wanted & rules.words_of(one.name) and wanted <= rules.words_of(f"{one.name} {one.dose}")
    ]
    return called[0] if len(called) == 1 else None


async def of_today(work: UnitOfWork, medication_id: UUID) -> Dose | None:
    """What was noted last of a medication on the person's day, if anything was."""
    doses, _ = await repository.doses(work, PageQuery(limit=1), medication_id)
    zone = work.actor.zone
    same_day = (dose for dose in doses if dose.at.astimezone(zone).date() == work.now.astimezone(zone).date())
    return next(same_day, None)


async def when_taken(
    work: UnitOfWork, medication_id: UUID, clocks: Sequence[time] = (), ago: timedelta | None = None
) -> Told | None:
    """When a dose was taken as somebody tells it, and which one; nothing where that is no time of the last day.

    Of two doses that are as near, the one that waits for an answer is meant.

    Args:
        clocks: The hours that may be meant, by the clock where the person is.
        ago: How long ago it was.
    """
    hours = rules.last_shown(clocks, work.now, work.actor.zone)
    if ago is not None and ago < rules.LONGEST_AGO:
        hours.append(work.now - ago)
    return await asked.told(work, await get(work, medication_id), hours) if hours else None


async def taken_lately(work: UnitOfWork) -> UUID | None:
    """The medication that was taken last, if that was lately."""
    dose = await repository.latest(work)
    if dose is None or dose.state != DoseState.TAKEN or work.now - dose.at >= LATELY:
        return None
    return dose.medication_id
