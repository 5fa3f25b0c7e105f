"""Automations in the database: a person's own, and the ticker's view of all that are due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, func, select, text
from sqlalchemy.dialects.postgresql import distinct_on, insert

from cairn.automations.models import OPEN, Automation, AutomationPrompts, AutomationRun, Came, State, Why
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork

# Rows that another ticker or a person holds are passed over: they are looked at again in a moment.
_CLAIM = text(
    "select id, user_id, due_at, rrule, first_local, zone from automations"
    " where due_at <= :now order by due_at limit :most for update skip locked"
)
_GO_ON = text(
    "update automations set due_at = n"
    " from unnest(cast(:ids as uuid[]), cast(:users as uuid[]), cast(:following as timestamptz[])) as gone(i, u, n)"
    " where id = i and user_id = u"
)
_BEGIN = text(
    "insert into automation_runs (id, user_id, automation_id, scheduled_for, by_hand, state, why, attempts,"
    " requests, tokens)"
    " select r, u, i, s, false, 'waiting', '', 0, 0, 0 from unnest(cast(:new as uuid[]), cast(:users as uuid[]),"
    " cast(:ids as uuid[]), cast(:scheduled as timestamptz[])) as due(r, u, i, s)"
    " on conflict do nothing returning id, user_id, automation_id"
)
_ALONE = text("select pg_advisory_xact_lock(20039, hashtext(:user))")


@dataclass(frozen=True, slots=True)
class Begun:
    """A claimed automation: for which moment it runs now, and when it runs next."""

    id: UUID
    user_id: UUID
    scheduled_for: datetime
    following: datetime | None


async def claim(work: UnitOfWork, most: int) -> Sequence[Row[Any]]:
    """Lock what is due, the longest due first. The system's work only."""
    return (await work.session.execute(_CLAIM, {"now": work.now, "most": most})).all()


async def begin(work: UnitOfWork, begun: Sequence[Begun]) -> Sequence[Row[Any]]:
    """Write a run for each moment, unless there is one, and when each comes next."""
    arguments = {"ids": [one.id for one in begun], "users": [one.user_id for one in begun]}
    runs = await work.session.execute(
        _BEGIN,
        {
            **arguments,
            "new": [work.runtime.new_id() for _ in begun],
            "scheduled": [one.scheduled_for for one in begun],
        },
    )
    made = runs.all()
    await work.session.execute(_GO_ON, {**arguments, "following": [one.following for one in begun]})
    return made


async def alone(work: UnitOfWork) -> None:
    """Let nobody else count this person's automations and runs until this unit of work ends."""
    await work.session.execute(_ALONE, {"user": str(work.user_id)})


async def get(work: UnitOfWork, automation_id: UUID, *, lock: bool = False) -> Automation:
    """One automation of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await own(work, Automation, automation_id, lock=lock)


async def count(work: UnitOfWork) -> int:
    query = select(func.count()).select_from(Automation).where(Automation.user_id == work.user_id)
    return int(await work.session.scalar(query) or 0)


async def page_of(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Automation], str | None]:
    """In the order they were made."""
    query = select(Automation).where(Automation.user_id == work.user_id)
    return await paginate(work.session, query, page, Automation.created_at, Automation.id)


async def all_of(work: UnitOfWork) -> Sequence[Automation]:
    """Every one of the person's, locked in the order of their ids."""
    query = select(Automation).where(Automation.user_id == work.user_id).order_by(Automation.id).with_for_update()
    return (await work.session.scalars(query.execution_options(populate_existing=True))).all()


async def remove(work: UnitOfWork, automation_id: UUID) -> None:
    """Take one away with its runs."""
    mine = (Automation.user_id == work.user_id, Automation.id == automation_id)
    await work.session.execute(delete(Automation).where(*mine))


async def run(work: UnitOfWork, run_id: UUID) -> AutomationRun | None:
    """One run, locked; none where it is gone with its automation."""
    query = select(AutomationRun).where(AutomationRun.user_id == work.user_id, AutomationRun.id == run_id)
    return await work.session.scalar(query.with_for_update().execution_options(populate_existing=True))


async def add_run(work: UnitOfWork, automation_id: UUID) -> AutomationRun:
    """Begin one by hand. Whoever calls holds the automation, and so is alone."""
    run = AutomationRun(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        automation_id=automation_id,
        scheduled_for=work.now,
        by_hand=True,
        state=State.WAITING,
        why=Why.NONE,
        attempts=0,
        requests=0,
        tokens=0,
    )
    work.session.add(run)
    await work.session.flush()
    return run


async def latest(work: UnitOfWork, automation_ids: Sequence[UUID]) -> dict[UUID, AutomationRun]:
    """The latest run of each."""
    query = (
        select(AutomationRun)
        .where(AutomationRun.user_id == work.user_id, AutomationRun.automation_id.in_(automation_ids))
        .order_by(AutomationRun.automation_id, AutomationRun.scheduled_for.desc())
        .ext(distinct_on(AutomationRun.automation_id))
    )
    return {one.automation_id: one for one in (await work.session.scalars(query)).all()}


async def of_moment(work: UnitOfWork, automation_id: UUID, moment: datetime) -> AutomationRun | None:
    query = select(AutomationRun).where(
        AutomationRun.user_id == work.user_id,
        AutomationRun.automation_id == automation_id,
        AutomationRun.scheduled_for == moment,
    )
    return await work.session.scalar(query)


async def by_hand(work: UnitOfWork, automation_id: UUID) -> AutomationRun | None:
    """The one begun by hand that isn't over."""
    query = select(AutomationRun).where(
        AutomationRun.user_id == work.user_id,
        AutomationRun.automation_id == automation_id,
        AutomationRun.by_hand,
        AutomationRun.state.in_(OPEN),
    )
    return await work.session.scalar(query)


async def runs(work: UnitOfWork, automation_id: UUID, page: PageQuery) -> tuple[Sequence[AutomationRun], str | None]:
    """The latest first."""
    query = select(AutomationRun).where(
        AutomationRun.user_id == work.user_id, AutomationRun.automation_id == automation_id
    )
    return await paginate(work.session, query, page, AutomationRun.scheduled_for, AutomationRun.id, descending=True)


async def today(work: UnitOfWork) -> date:
    """The day that is counted: the person's own. It goes by only forwards: who moves to and fro begins no new one."""
    here = work.now.astimezone(work.actor.zone).date()
    query = select(func.max(AutomationPrompts.day)).where(AutomationPrompts.user_id == work.user_id)
    return max(here, await work.session.scalar(query) or here)


async def prompts_of(work: UnitOfWork, day: date) -> int:
    """How many prompts were said on a day, those of automations that are gone included."""
    query = select(AutomationPrompts.said).where(
        AutomationPrompts.user_id == work.user_id, AutomationPrompts.day == day
    )
    return await work.session.scalar(query) or 0


async def count_prompt(work: UnitOfWork, day: date) -> None:
    first = insert(AutomationPrompts).values(id=work.runtime.new_id(), user_id=work.user_id, day=day, said=1)
    more = {"said": AutomationPrompts.said + 1}
    await work.session.execute(first.on_conflict_do_update(constraint="uq_automation_prompts_day", set_=more))


async def asking(work: UnitOfWork, automation_id: UUID) -> Sequence[AutomationRun]:
    """Those whose prompt was said and waits for an answer, locked."""
    query = (
        select(AutomationRun)
        .where(
            AutomationRun.user_id == work.user_id,
            AutomationRun.automation_id == automation_id,
            AutomationRun.state.in_(OPEN),
            AutomationRun.came == Came.TURN,
        )
        .order_by(AutomationRun.id)
        .with_for_update()
    )
    return (await work.session.scalars(query.execution_options(populate_existing=True))).all()


async def trim(work: UnitOfWork, before: datetime) -> None:
    """Let go of runs of long ago."""
    old = (AutomationRun.user_id == work.user_id, AutomationRun.scheduled_for < before)
    await work.session.execute(delete(AutomationRun).where(*old, AutomationRun.state.not_in(OPEN)))
    days = (AutomationPrompts.user_id == work.user_id, AutomationPrompts.day < before.date())
    await work.session.execute(delete(AutomationPrompts).where(*days))


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in (Automation.__table__, AutomationRun.__table__, AutomationPrompts.__table__):
        found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id).order_by(table.c.id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork) -> None:
    for model in (AutomationPrompts, AutomationRun, Automation):
        await work.session.execute(delete(model).where(model.user_id == work.user_id))
