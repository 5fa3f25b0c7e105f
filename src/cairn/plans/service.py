"""If-then plans: made, changed, paused, begun by their cue, and answered."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from cairn import when
from cairn.accounts import service as accounts
from cairn.notify import service as notify
from cairn.plans import ahead, beginning, kept, repository, rules, words
from cairn.plans.errors import (
    NoPhoneCalls,
    PlanChangedSince,
    TooManyPlans,
    WordTaken,
    WordTwice,
)
from cairn.plans.messages import PlanChanged
from cairn.plans.models import Beginning, Plan
from cairn.plans.provider import Commands
from cairn.plans.schemas import (
    AfterEvent,
    AtTime,
    AtWord,
    BeginningOut,
    Cue,
    Kind,
    NewPlan,
    OnArrival,
    PlanMade,
    PlanOut,
    PlanPatch,
)
from cairn.platform.http import Page, PageQuery, expect
from cairn.platform.secrets import digest, fresh
from cairn.platform.trail import Change, changed
from cairn.platform.work import UnitOfWork

__all__ = ["Commands"]

KIND = beginning.KIND
MOST_PLANS = 200
of_word = beginning.of_word


async def add(work: UnitOfWork, new: NewPlan) -> tuple[Plan, str | None]:
    """Make a plan; and of an arrival, the secret that a phone shows.

    Raises:
        UnusableDays, WordTaken, WordTwice, TooManyPlans: nothing is made.
    """
    await repository.alone(work)
    if await repository.count(work) >= MOST_PLANS:
        raise TooManyPlans
    plan = Plan(id=work.runtime.new_id(), user_id=work.user_id, deed=new.deed, about="", created_at=work.now)
    secret = await _set_cue(work, plan, new.cue)
    work.session.add(plan)
    plan.due_at = await ahead.next_of(work, plan, work.now, work.actor.zone)
    await _written(work, plan, "plan.add")
    return plan, secret


async def _set_cue(work: UnitOfWork, plan: Plan, cue: Cue) -> str | None:
    """Let a plan wait for this; the new secret of an arrival that had none."""
    had = plan.hook
    plan.kind, plan.about = cue.kind, ""
    plan.key = plan.rrule = plan.first_local = plan.hook = None
    match cue:
        case AtTime():
            plan.first_local = rules.first_of(cue.at, work.now, work.actor.zone)
            plan.rrule = rules.checked_days(cue.days, plan.first_local, work.actor.zone)
        case AfterEvent():
            plan.about = cue.title
        case AtWord():
            plan.about, plan.key = cue.word, rules.key_of(cue.word)
            await _free(work, plan)
        case OnArrival():
            plan.about, plan.hook = cue.place, had
            if had is None:
                secret = fresh()
                plan.hook = digest(secret)
                return secret
    plan.heard_at = plan.heard_at if plan.hook is not None else None
    return None


async def _free(work: UnitOfWork, plan: Plan) -> None:
    """See that a word means nothing else."""
    taken = work.runtime.provider(Commands).takes(plan.about, work.now.astimezone(work.actor.zone), work.actor.locale)
    if not plan.key or taken:
        raise WordTaken(field="cue.word")
    await repository.alone(work)
    other = await repository.by_key(work, plan.key)
    if other is not None and other.id != plan.id:
        raise WordTwice(field="cue.word")


async def get(work: UnitOfWork, plan_id: UUID, *, lock: bool = False) -> Plan:
    """One plan of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await repository.get(work, plan_id, lock=lock)


async def edit(work: UnitOfWork, plan_id: UUID, patch: PlanPatch, if_match: str | None) -> tuple[Plan, str | None]:
    """Change what the patch names. One that is paused stays so; an arrival keeps its address.

    Raises:
        NotFound, Stale: there is none, or it changed since.
        UnusableDays, WordTaken, WordTwice: nothing changes.
    """
    plan = await repository.get(work, plan_id, lock=True)
    expect(plan.version, if_match)
    before, secret = kept.fields(plan), None
    plan.deed = patch.deed or plan.deed
    if patch.cue is not None:
        with work.session.no_autoflush:  # half of a cue is none
            secret = await _set_cue(work, plan, patch.cue)
            plan.due_at = await ahead.next_of(work, plan, work.now, work.actor.zone)
    await _written(work, plan, "plan.edit", before)
    return plan, secret


async def new_address(work: UnitOfWork, plan_id: UUID) -> tuple[Plan, str]:
    """Give an arrival a new secret; the one before opens nothing any more.

    Raises:
        NotFound: there is no such plan.
        NoPhoneCalls: it waits for something else.
    """
    plan = await repository.get(work, plan_id, lock=True)
    if plan.kind != Kind.ARRIVAL:
        raise NoPhoneCalls
    secret = fresh()
    plan.hook = digest(secret)
    await _written(work, plan, "plan.new_address")
    return plan, secret


async def pause(work: UnitOfWork, plan_id: UUID) -> Plan:
    """Let it wait until it is resumed. Twice is the same as once."""
    plan = await repository.get(work, plan_id, lock=True)
    if plan.paused_at is not None:
        return plan
    before = kept.fields(plan)
    plan.paused_at, plan.due_at = work.now, None
    await _written(work, plan, "plan.pause", before)
    return plan


async def resume(work: UnitOfWork, plan_id: UUID) -> Plan:
    """Wait for its cue again; what came meanwhile isn't made up for."""
    plan = await repository.get(work, plan_id, lock=True)
    if plan.paused_at is None:
        return plan
    before = kept.fields(plan)
    plan.paused_at = None
    plan.due_at = await ahead.next_of(work, plan, work.now, work.actor.zone)
    await _written(work, plan, "plan.resume", before)
    return plan


async def remove(work: UnitOfWork, plan_id: UUID, if_match: str | None = None) -> None:
    """Delete a plan, with the times that it began.

    Raises:
        NotFound, Stale: there is none, or it changed since.
    """
    plan = await repository.get(work, plan_id, lock=True)
    expect(plan.version, if_match)
    await notify.withdraw(work, KIND, plan.id)
    await repository.remove(work, plan.id)
    await work.audit("plan.remove", plan_id, kind=KIND)
    await work.publish(PlanChanged(plan_id=plan_id))


async def drop(work: UnitOfWork, plan_id: UUID, version: int) -> None:
    """Take one back that was just made.

    Raises:
        PlanChangedSince: somebody changed it.
    """
    plan = await repository.get(work, plan_id, lock=True)
    if plan.version != version:
        raise PlanChangedSince
    await remove(work, plan_id)


async def listing(work: UnitOfWork, page: PageQuery) -> Page[PlanOut]:
    """The person's plans, in the order they were made."""
    rows, following = await repository.page_of(work, page)
    last = await repository.latest(work, [row.id for row in rows])
    return Page(items=[PlanOut(**_out(work, row, last.get(row.id))) for row in rows], next_cursor=following)


async def beginnings(work: UnitOfWork, plan_id: UUID, page: PageQuery) -> Page[BeginningOut]:
    """The times that one began, the latest first.

    Raises:
        NotFound: there is none with this id.
    """
    await repository.get(work, plan_id)
    rows, following = await repository.beginnings(work, plan_id, page)
    return Page(items=[BeginningOut.model_validate(row) for row in rows], next_cursor=following)


async def told(work: UnitOfWork, plan: Plan) -> PlanOut:
    """A plan as clients see it."""
    last = await repository.latest(work, [plan.id])
    return PlanOut(**_out(work, plan, last.get(plan.id)))


async def made(work: UnitOfWork, plan: Plan, secret: str | None) -> PlanMade:
    """A plan as clients see it, with the address to call where it is new."""
    last = await repository.latest(work, [plan.id])
    base = accounts.page_address(work.runtime)
    url = f"{base}/api/v1/hooks/plans/{plan.id}?key={secret}" if secret is not None else None
    return PlanMade(**_out(work, plan, last.get(plan.id)), hook_url=url)


def _cue(plan: Plan) -> Cue:
    match Kind(plan.kind):
        case Kind.TIME:
            assert plan.first_local is not None
            days = None if plan.rrule == rules.EVERY_DAY else plan.rrule
            return AtTime(kind=Kind.TIME, at=plan.first_local.time(), days=days)
        case Kind.EVENT:
            return AfterEvent(kind=Kind.EVENT, title=plan.about)
        case Kind.WORD:
            return AtWord(kind=Kind.WORD, word=plan.about)
        case Kind.ARRIVAL:
            return OnArrival(kind=Kind.ARRIVAL, place=plan.about)


def _out(work: UnitOfWork, plan: Plan, last: Beginning | None) -> dict[str, Any]:
    due_at, locale = plan.due_at, work.actor.locale
    return {
        "id": plan.id,
        "version": plan.version,
        "cue": _cue(plan),
        "cue_words": words.told(plan, locale),
        "deed": plan.deed,
        "due_at": due_at,
        "next_words": when.say_in_full(due_at, work.now, zone=work.actor.zone, locale=locale) if due_at else None,
        "heard_at": plan.heard_at,
        "paused_at": plan.paused_at,
        "created_at": plan.created_at,
        "last": BeginningOut.model_validate(last) if last is not None else None,
    }


async def _written(work: UnitOfWork, plan: Plan, action: str, before: Mapping[str, Change] | None = None) -> None:
    await work.session.flush()
    changes = None if before is None else changed(before, kept.fields(plan))
    await work.audit(action, plan.id, kind=KIND, changes=changes)
    await work.publish(PlanChanged(plan_id=plan.id))
