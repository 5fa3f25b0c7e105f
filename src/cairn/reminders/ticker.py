"""The ticker: rings what is due. Several may tick at once; each reminder is rung by one of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from cairn.notify import service as notify
from cairn.notify.schemas import Channel, Ladder, Notice
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork
from cairn.reminders import repository, rules
from cairn.reminders.messages import ReminderDue
from cairn.reminders.repository import Ringing

log = structlog.get_logger()

KIND = "reminder"
AT_ONCE = 200
POLL_SECONDS = 0.5


async def tick(runtime: Runtime) -> int:
    """Ring what is due: claim it, queue its deliveries and announce it in one transaction.

    Returns:
        How many rang.
    """
    async with runtime.system() as work:
        due = await repository.claim(work, AT_ONCE)
        if due:
            await _ring(work, [_rung(row, work.now) for row in due])
        return len(due)


async def _ring(work: UnitOfWork, ringing: Sequence[Ringing]) -> None:
    await repository.ring(work, ringing)
    made = await notify.notify(
        work,
        *(
            Notice(
                user_id=one.user_id,
                kind=KIND,
                subject_id=one.id,
                occurrence_at=one.rang_for,
                title=one.text,
                link=f"/reminders/{one.id}",
                ladder=one.ladder,
                urgent=one.urgent,
                again=one.again,
            )
            for one in ringing
        ),
    )
    on_page = {delivery.subject_id: delivery.id for delivery in made if delivery.channel is Channel.PAGE}
    for one in ringing:
        await work.publish(ReminderDue(reminder_id=one.id, delivery_id=on_page.get(one.id)), to=one.user_id)


def _rung(row: Any, now: datetime) -> Ringing:
    """What ringing does to one row. One that can't be reckoned with rings once and must not hold up the others."""
    try:
        zone = ZoneInfo(row.zone)
        rung = rules.ring(
            due_at=row.due_at,
            snoozed=row.snoozed_until is not None,
            rrule=row.rrule,
            first_local=row.first_local,
            zone=zone,
            now=now,
            lead=timedelta(minutes=row.lead_minutes),
            skips=rules.skipped(row.skips),
        )
        following = rung.next_due
        wall = rules.wall(following, zone) if following else None
        ladder = None if row.ladder is None else Ladder.model_validate(row.ladder)
        again = row.rang_for is not None
        return Ringing(
            row.id, row.user_id, row.text, rung.rang_for, following, wall, ladder, urgent=row.urgent, again=again
        )
    except (ValueError, KeyError, OverflowError) as error:
        log.error("reminder.unreckonable", reminder_id=str(row.id), reason=type(error).__name__)
        return Ringing(row.id, row.user_id, row.text, row.due_at, None, None)
