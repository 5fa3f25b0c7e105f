"""A plan begins: its cue has come, and its person is told, once for each time."""

from datetime import datetime
from uuid import UUID

from cairn.notify import service as notify
from cairn.notify.schemas import ONCE, Notice
from cairn.plans import ahead, repository, rules, words
from cairn.plans.errors import NotHeard
from cairn.plans.messages import Arrived, PlanBegan, PlanChanged
from cairn.plans.models import Beginning, Kind, Plan, PlanAnswer
from cairn.platform.errors import NotFound
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest
from cairn.platform.work import UnitOfWork

KIND = "plan"
LONGEST_WORD = 200


async def due(work: UnitOfWork, plan_id: UUID, due_at: datetime) -> None:
    """The time of a plan has come: tell it, and work out the next. Told too late it would only be noise."""
    plan = await repository.find(work, plan_id)
    if plan is None or plan.paused_at is not None:
        return
    if rules.still_worth_it(due_at, work.now):
        await _begin(work, plan, due_at)
    await ahead.go_on(work, plan, max(due_at, work.now), work.actor.zone)


async def begin_now(work: UnitOfWork, plan_id: UUID) -> Beginning:
    """Begin a plan as if its cue had come, also while it is paused: to try it.

    Raises:
        NotFound: there is none with this id.
    """
    plan = await repository.get(work, plan_id, lock=True)
    return await _begin(work, plan, work.now)


async def of_word(work: UnitOfWork, said: str) -> UUID | None:
    """The plan that waits for these words, said alone."""
    key = rules.key_of(said) if len(said) <= LONGEST_WORD else ""
    plan = await repository.by_key(work, key) if key else None
    return plan.id if plan is not None and plan.paused_at is None else None


async def at_word(work: UnitOfWork, plan_id: UUID) -> tuple[Plan, Beginning]:
    """Its word was written: it begins, and whoever answers tells the deed.

    Raises:
        NotFound: it is gone meanwhile.
    """
    plan = await repository.get(work, plan_id, lock=True)
    return plan, await _begin(work, plan, work.now, tell=False)


async def call(runtime: Runtime, plan_id: UUID, secret: str) -> None:
    """A phone says that its person is there. What follows is a job: whoever calls learns nothing of the person.

    Raises:
        NotHeard: no plan listens here, or it is another secret.
    """
    async with runtime.system() as work:
        user_id = await repository.called(work, plan_id, digest(secret))
        if user_id is None:
            raise NotHeard
        work.enqueue(Arrived(user_id=user_id, plan_id=plan_id, at=work.now))


async def arrived(work: UnitOfWork, plan_id: UUID, at: datetime) -> None:
    """Begin a plan for an arrival, once for each: phones say it twice, and the job may run again."""
    plan = await repository.find(work, plan_id)
    if plan is None or rules.is_again(plan.heard_at, at):
        return
    await repository.heard(work, plan.id, at)
    if plan.paused_at is None and rules.still_worth_it(at, work.now):
        await _begin(work, plan, at)
    await work.publish(PlanChanged(plan_id=plan.id))


async def _begin(work: UnitOfWork, plan: Plan, at: datetime, *, tell: bool = True) -> Beginning:
    """Write down that it began, and tell its person; once for each moment."""
    made = await repository.begin(work, plan.id, at)
    if made is None:
        return await repository.begun_at(work, plan.id, at)
    if tell:
        notice = Notice(
            user_id=work.user_id,
            kind=KIND,
            subject_id=plan.id,
            occurrence_at=at,
            title=plan.deed,
            body=words.told(plan, work.actor.locale),
            link="/plans",
            ladder=ONCE,
            again=True,
            urgent=plan.kind == Kind.ARRIVAL,  # somebody who gets home at night is awake, and later it is no use
        )
        await notify.notify(work, notice)
    await work.audit("plan.begin", plan.id, kind=KIND)
    await work.publish(PlanBegan(plan_id=plan.id, beginning_id=made.id))
    return made


async def answer(work: UnitOfWork, plan_id: UUID, beginning_id: UUID, said: PlanAnswer | None) -> Beginning:
    """Note what the person says of one time. Said twice, it is the same as once.

    Raises:
        NotFound: there is no such plan, or no such time of it.
    """
    found = await repository.beginning(work, plan_id, beginning_id)
    if found is None:
        raise NotFound
    if found.answer == said:
        return found
    found.answer, found.answered_at = said, work.now if said is not None else None
    await work.session.flush()
    if said is not None:
        await notify.acknowledge(work, KIND, plan_id)
    await work.audit("plan.answer", plan_id, kind=KIND, detail={"answer": str(said or "")})
    await work.publish(PlanBegan(plan_id=plan_id, beginning_id=found.id))
    return found
