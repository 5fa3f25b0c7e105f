"""When plans begin next: worked out as they change, as the calendar does, and by night."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cairn.calendar import service as calendar
from cairn.plans import repository, rules
from cairn.plans.messages import PlanChanged
from cairn.plans.models import Kind, Plan
from cairn.platform.work import UnitOfWork

KEPT_FOR = timedelta(days=365)
"""So long it is kept when a plan began."""


async def follow_zone(work: UnitOfWork, key: str) -> None:
    """The person lives by another clock: every plan keeps its time on the wall."""
    for plan in await repository.of_kinds(work, Kind.TIME):
        await go_on(work, plan, work.now, ZoneInfo(key))


async def follow_calendar(work: UnitOfWork) -> None:
    """Events were added, moved or cancelled: plans that wait for their ends move with them."""
    for plan in await repository.of_kinds(work, Kind.EVENT):
        await go_on(work, plan, work.now, work.actor.zone)


async def look_ahead(work: UnitOfWork) -> None:
    """By night: find ends that come within reach, and times that were lost; let go of what began long ago."""
    for plan in await repository.of_kinds(work, Kind.TIME, Kind.EVENT):
        if plan.due_at is None:
            await go_on(work, plan, work.now, work.actor.zone)
    await repository.trim(work, work.now - KEPT_FOR)


async def go_on(work: UnitOfWork, plan: Plan, after: datetime, zone: ZoneInfo) -> None:
    """Note when it begins next. The plan itself doesn't change, whoever edits it just now."""
    following = await next_of(work, plan, after, zone)
    if following != plan.due_at:
        await repository.set_due(work, plan.id, following)
        await work.publish(PlanChanged(plan_id=plan.id))


async def next_of(work: UnitOfWork, plan: Plan, after: datetime, zone: ZoneInfo) -> datetime | None:
    """When it begins next, where that is known beforehand."""
    if plan.paused_at is not None:
        return None
    if plan.kind == Kind.EVENT:
        events = await calendar.happening(work, after - timedelta(days=1), after + rules.AHEAD)
        return rules.next_end(events, plan.about, after)
    if plan.rrule is None or plan.first_local is None:
        return None
    return rules.next_time(plan.rrule, plan.first_local, zone, after)
