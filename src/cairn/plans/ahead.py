"""When plans begin next: worked out as they change, as the calendar does, and by night."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cairn.calendar import service as calendar
from cairn.calendar.schemas import Occurrence
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
    await _wait_for_ends(work, await repository.of_kinds(work, Kind.EVENT))


async def look_ahead(work: UnitOfWork) -> None:
    """By night: find ends that come within reach, and times that were lost; let go of what began long ago."""
    lost = [plan for plan in await repository.of_kinds(work, Kind.TIME, Kind.EVENT) if plan.due_at is None]
    waiting = [plan for plan in lost if plan.kind == Kind.EVENT]
    await _wait_for_ends(work, waiting)
    for plan in lost:
        if plan.kind == Kind.TIME:
            await go_on(work, plan, work.now, work.actor.zone)
    await repository.trim(work, work.now - KEPT_FOR)


async def go_on(work: UnitOfWork, plan: Plan, after: datetime, zone: ZoneInfo) -> None:
    """Note when it begins next. The plan itself doesn't change, whoever edits it just now."""
    await _note(work, plan, await next_of(work, plan, after, zone))


async def _note(work: UnitOfWork, plan: Plan, following: datetime | None) -> None:
    if following != plan.due_at:
        await repository.set_due(work, plan.id, following)
        await work.publish(PlanChanged(plan_id=plan.id))


async def next_of(work: UnitOfWork, plan: Plan, after: datetime, zone: ZoneInfo) -> datetime | None:
    """When it begins next, where that is known beforehand."""
    if plan.paused_at is not None:
        return None
    if plan.kind == Kind.EVENT:
        return rules.next_end(await _within_reach(work, after), plan.about, after)
    if plan.rrule is None or plan.first_local is None:
        return None
    return rules.next_time(plan.rrule, plan.first_local, zone, after)


async def _wait_for_ends(work: UnitOfWork, plans: Sequence[Plan]) -> None:
    """Look into the calendar once, however many wait for something in it."""
    events = await _within_reach(work, work.now) if plans else []
    for plan in plans:
        await _note(work, plan, rules.next_end(events, plan.about, work.now))


async def _within_reach(work: UnitOfWork, after: datetime) -> Sequence[Occurrence]:
    """Events whose end may be waited for."""
    return await calendar.happening(work, after - timedelta(days=1), after + rules.AHEAD)
