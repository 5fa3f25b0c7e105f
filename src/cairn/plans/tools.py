"""What the assistant may do with plans."""

from datetime import time
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from cairn.plans import beginning, service, words
from cairn.plans.models import Kind, Plan
from cairn.plans.permissions import WRITE
from cairn.plans.schemas import NewPlan
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork

tools = Tools()


@tools.offer(needs=WRITE)
async def add_plan(
    work: UnitOfWork,
    cue: Kind,
    deed: str,
    about: str = "",
    at: time | None = None,
    days: str | None = None,
) -> Outcome:
    """Keep an if-then plan: when something happens, the person is told what they wanted to do then, every time.

    Args:
        cue: `time` of the day, end of an `event` of the calendar, a `word` that they write, or an `arrival`.
        deed: What they do then, in their own words.
        about: Words in the event's title, the word they write, or the name of the place.
        at: Of a `time`: when, on the clock where they are, such as 21:00.
        days: Of a `time`: on which days, as an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO; every day without it.
    """
    fields: dict[Kind, dict[str, Any]] = {
        Kind.TIME: {"at": at, "days": days},
        Kind.EVENT: {"title": about},
        Kind.WORD: {"word": about},
        Kind.ARRIVAL: {"place": about},
    }
    plan, _ = await service.add(work, NewPlan.model_validate({"cue": {"kind": cue, **fields[cue]}, "deed": deed}))
    undo = Undo(tool="drop_plan", arguments={"plan_id": str(plan.id), "version": plan.version})
    return _outcome(work, "plan.added_arrival" if cue is Kind.ARRIVAL else "plan.added", plan, undo)


@tools.offer(needs=WRITE)
async def pause_plan(work: UnitOfWork, plan_id: UUID) -> Outcome:
    """Let an if-then plan wait until the person resumes it.

    Args:
        plan_id: Which one.
    """
    was_on = (await service.get(work, plan_id, lock=True)).paused_at is None
    plan = await service.pause(work, plan_id)
    return _outcome(work, "plan.paused", plan, _back("resume_plan", plan) if was_on else None)


@tools.offer(needs=WRITE)
async def resume_plan(work: UnitOfWork, plan_id: UUID) -> Outcome:
    """Let an if-then plan that was paused go on.

    Args:
        plan_id: Which one.
    """
    was_off = (await service.get(work, plan_id, lock=True)).paused_at is not None
    plan = await service.resume(work, plan_id)
    return _outcome(work, "plan.resumed", plan, _back("pause_plan", plan) if was_off else None)


@tools.offer(needs=WRITE, inner=True)
async def begin_plan(work: UnitOfWork, plan_id: UUID) -> Outcome:
    """The person wrote the word of a plan."""
    plan, _ = await beginning.at_word(work, plan_id)
    return _outcome(work, "plan.began", plan, None)


class DroppedPlan(BaseModel):
    """A plan that is gone."""

    plan_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def drop_plan(work: UnitOfWork, plan_id: UUID, version: int) -> DroppedPlan:
    """Take a plan back that was just made."""
    await service.drop(work, plan_id, version)
    return DroppedPlan(plan_id=plan_id)


def _back(tool: str, plan: Plan) -> Undo:
    return Undo(tool=tool, arguments={"plan_id": str(plan.id)})


def _outcome(work: UnitOfWork, kind: str, plan: Plan, undo: Undo | None) -> Outcome:
    return Outcome(
        kind=kind,
        subject_kind="plan",
        subject_id=plan.id,
        title=plan.deed,
        note=f"{words.told(plan, work.actor.locale)}." if kind.startswith("plan.added") else None,
        when=plan.due_at,
        undo=undo,
    )
