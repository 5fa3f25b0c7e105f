"""What the tests of ladders do again and again."""

from datetime import datetime, timedelta
from uuid import UUID

from cairn.notify import ladder_ticker, preferences
from cairn.notify.schemas import ChangePreferences, Channel, DeliveryOut, Ladder, Nag, Rung
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http import PageQuery
from cairn.platform.runtime import Runtime
from cairn.reminders import service, ticker
from cairn.reminders.schemas import ChangeReminder
from tests.reminders.booking import NOON, booked

PAGE, EMAIL = Channel.PAGE, Channel.EMAIL
MINUTE = timedelta(minutes=1)
STEPS = Ladder(
    rungs=[Rung(channels=[PAGE]), Rung(channels=[EMAIL], after_minutes=5)], nag=Nag(every_minutes=20, times=2)
)


async def with_ladder(actor: Actor, ladder: Ladder | None = STEPS, *, urgent: bool = False, **how: object) -> UUID:
    reminder = await booked(actor, **how)  # type: ignore[arg-type]
    async with actor.work() as work:
        await service.edit(work, reminder, ChangeReminder(ladder=ladder, urgent=urgent), None)
    return reminder


async def both_tick(runtime: Runtime, clock: StillClock, at: datetime) -> None:
    clock.at = at
    await ticker.tick(runtime)
    await ladder_ticker.tick(runtime)


async def steps(actor: Actor, reminder: UUID) -> list[DeliveryOut]:
    async with actor.work() as work:
        page = await service.deliveries(work, reminder, PageQuery(limit=200))
    return sorted(page.items, key=lambda one: (one.planned_for or NOON, one.rung, one.nag, one.channel is not PAGE))


async def mails(actor: Actor, reminder: UUID) -> list[tuple[str, int, str]]:
    """Each mail's step, repetition and state, in the order of the ladder."""
    found = await steps(actor, reminder)
    return [(f"rung {one.rung}", one.nag, str(one.state)) for one in found if one.channel is EMAIL]


async def keep(actor: Actor, **wanted: object) -> None:
    async with actor.work() as work:
        await preferences.change(work, ChangePreferences(**wanted))  # type: ignore[arg-type]
