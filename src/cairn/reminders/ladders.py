"""A reminder's own ladder: where it goes step by step until it is answered, and whether it comes again."""

from uuid import UUID

from cairn.notify import service as notify
from cairn.notify.schemas import Channel, Ladder, Nag, Notice
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import kept, repository
from cairn.reminders.errors import AlreadyAnswered, NothingReachesOut
from cairn.reminders.messages import ReminderChanged
from cairn.reminders.models import Reminder, State

KIND = "reminder"


def notice_of(reminder: Reminder) -> Notice:
    """What is told of the moment that it rang for."""
    return Notice(
        user_id=reminder.user_id,
        kind=KIND,
        subject_id=reminder.id,
        occurrence_at=reminder.rang_for or reminder.due_at,
        title=reminder.text,
        link=f"/reminders/{reminder.id}",
        ladder=own(reminder),
        urgent=reminder.urgent,
    )


def own(reminder: Reminder) -> Ladder | None:
    return None if reminder.ladder is None else Ladder.model_validate(reminder.ladder)


async def follow(work: UnitOfWork, reminder: Reminder) -> None:
    """Let what is still to come of one that rings go by its words and its ladder as they are now."""
    if reminder.state == State.RINGING and reminder.last_rung_at is not None:
        await notify.replan(work, notice_of(reminder), reminder.last_rung_at)


async def nag(work: UnitOfWork, reminder_id: UUID, wanted: Nag | None) -> Reminder:
    """Let it come again and again until it's done, or no longer; the rest of its ladder stays.

    Raises:
        AlreadyAnswered: it is done or removed.
        NothingReachesOut: it goes to the page alone, and the person wants no other channel.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    if reminder.state not in repository.OPEN:
        raise AlreadyAnswered
    present = own(reminder) or await notify.ladder_of(work)
    rungs = list(present.rungs)
    if wanted is not None and not any(rung.noisy for rung in rungs):
        reaching = await notify.reaching(work)
        if not reaching:
            raise NothingReachesOut
        first = rungs[0]
        rungs[0] = first.model_copy(update={"channels": [Channel.PAGE, *reaching]})
    return await put(work, reminder, Ladder(rungs=rungs, nag=wanted), urgent=reminder.urgent)


async def restore(work: UnitOfWork, reminder_id: UUID, before: Ladder | None) -> Reminder:
    """Put the ladder back as it was."""
    reminder = await repository.get(work, reminder_id, lock=True)
    return await put(work, reminder, before, urgent=reminder.urgent)


async def put(work: UnitOfWork, reminder: Reminder, ladder: Ladder | None, *, urgent: bool) -> Reminder:
    """Give it this ladder, or the person's own way."""
    before = kept.fields(reminder)
    reminder.ladder = None if ladder is None else ladder.model_dump(mode="json")
    reminder.urgent = urgent
    await work.session.flush()
    await follow(work, reminder)
    await work.audit("reminder.ladder_changed", reminder.id, kind=KIND, changes=changed(before, kept.fields(reminder)))
    await work.publish(ReminderChanged(reminder_id=reminder.id, state=reminder.state))
    return reminder
