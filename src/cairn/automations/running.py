"""A run: done once, whoever takes it up and however often; and what is told of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeGuard
from uuid import UUID

from cairn.automations import repository, rules, words
from cairn.automations.messages import PromptDue, RunChanged
from cairn.automations.models import OPEN, Automation, AutomationRun, Came, State, What, Why
from cairn.automations.provider import Asked
from cairn.automations.settings import AutomationSettings
from cairn.notify import service as notify
from cairn.notify.schemas import Channel, Ladder, Notice, Rung
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork
from cairn.reviews import service as reviews
from cairn.reviews.schemas import BeginReview
from cairn.tasks import service as tasks
from cairn.today import service as today

KIND = "automation"
_WEEK = BeginReview.model_validate({"kind": "week"})
MOST_ATTEMPTS = 5
TELLS = Ladder(rungs=[Rung(channels=[Channel.PAGE, Channel.PUSH, Channel.EMAIL])])
"""At once, on every channel the person wants, and once: nobody has to answer it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How a prompt was answered.

    Args:
        why: Nothing, or why there is no answer.
        waits: A change waits for the person's yes.
    """

    requests: int
    tokens: int
    why: Why = Why.NONE
    waits: bool = False


async def run(actor: Actor, run_id: UUID) -> None:
    """Do what a run is for, in one transaction: cut off half way, nothing happened, and it is done anew."""
    async with actor.work() as work:
        found = await repository.run(work, run_id)
        if not _is_open(found):
            return
        found.attempts += 1
        found.state = State.RUNNING
        found.started_at = found.started_at or work.now
        if found.attempts > MOST_ATTEMPTS:
            automation = await repository.get(work, found.automation_id)
            await _nothing(work, automation, found, State.FAILED, Why.TROUBLE)
            return
        await _told(work, found)
    async with actor.work() as work:
        await repository.alone(work)
        found = await repository.run(work, run_id)
        if _is_open(found):
            await _do(work, found)


def _is_open(found: AutomationRun | None) -> TypeGuard[AutomationRun]:
    """Whether it is still to be done. A prompt that was said is done by whoever answers it."""
    return found is not None and found.state in OPEN and found.came is None


async def _do(work: UnitOfWork, run: AutomationRun) -> None:
    automation = await repository.get(work, run.automation_id)
    if automation.paused_at is not None and not run.by_hand:
        await _nothing(work, automation, run, State.SKIPPED, Why.PAUSED)
        return
    match What(automation.what):
        case What.DIGEST:
            following = await tasks.next_one(work)
            title = following[0].title if following is not None else None
            body = words.digest(await today.today(work), title, work.actor.locale)
            await _tell(work, automation, run, body, link="/today")
            await _done(work, run, Came.NOTICE, run.id)
        case What.WEEK:
            review = await reviews.begin(work, _WEEK.kind)
            body = words.phrases(work.actor.locale).week_open
            await _tell(work, automation, run, body, link=f"/reviews/{review.id}")
            await _done(work, run, Came.REVIEW, review.id)
        case What.PROMPT:
            await _ask(work, automation, run)


async def _ask(work: UnitOfWork, automation: Automation, run: AutomationRun) -> None:
    """Let it be said, where there is a model to ask and the day's budget isn't used up."""
    if not work.runtime.provider(Asked).configured:
        await _nothing(work, automation, run, State.SKIPPED, Why.NO_MODEL)
        return
    most = work.runtime.settings.of(AutomationSettings).automation_prompts
    if await repository.prompts_of(work, await repository.today(work)) >= most:
        await _nothing(work, automation, run, State.SKIPPED, Why.BUDGET)
        return
    run.started_at = work.now
    await work.publish(PromptDue(automation_id=automation.id, run_id=run.id))
    await _told(work, run)


async def said(work: UnitOfWork, run_id: UUID, turn_id: UUID) -> None:
    """The prompt of a run stands in its conversation, and is answered by this turn."""
    run = await repository.run(work, run_id)
    assert run is not None, "whoever says it holds the run"
    run.came, run.came_id = Came.TURN, turn_id
    await work.session.flush()
    await repository.count_prompt(work, await repository.today(work))


async def answered(work: UnitOfWork, run_id: UUID, answer: Answered) -> None:
    """The prompt of a run has its answer, or gets none."""
    run = await repository.run(work, run_id)
    if run is None or run.state not in OPEN:
        return
    run.requests, run.tokens = answer.requests, answer.tokens
    automation = await repository.get(work, run.automation_id)
    if answer.why is not Why.NONE:
        await _nothing(work, automation, run, State.FAILED, answer.why)
        return
    body = words.of_answer(work.actor.locale, waits=answer.waits)
    await _tell(work, automation, run, body, link=f"/automations/{automation.id}")
    await _done(work, run, Came.TURN, run.came_id)


async def abandoned(work: UnitOfWork, conversation_id: UUID) -> None:
    """The conversation was deleted in which an automation of the same id asked: nobody answers it any more."""
    for run in await repository.asking(work, conversation_id):
        run.state, run.why, run.finished_at = State.FAILED, Why.DELETED, work.now
        await _told(work, run)


async def _done(work: UnitOfWork, run: AutomationRun, came: Came, came_id: UUID | None) -> None:
    run.state, run.why, run.finished_at = State.DONE, Why.NONE, work.now
    run.came, run.came_id = came, came_id
    await _told(work, run)


async def _nothing(work: UnitOfWork, automation: Automation, run: AutomationRun, state: State, why: Why) -> None:
    """It came to nothing, and the person is told why; of a used up budget once a day."""
    run.state, run.why, run.finished_at = state, why, work.now
    body = words.of_nothing(why, work.actor.locale)
    if why is Why.BUDGET:
        about, moment = work.user_id, rules.day_of(work.now, work.actor.zone)[0]
        await _tell(work, automation, run, body, link="/automations", about=about, moment=moment)
    elif body:
        await _tell(work, automation, run, body, link=f"/automations/{automation.id}")
    await _told(work, run)


async def _tell(
    work: UnitOfWork,
    automation: Automation,
    run: AutomationRun,
    body: str,
    *,
    link: str,
    about: UUID | None = None,
    moment: datetime | None = None,
) -> None:
    notice = Notice(
        user_id=work.user_id,
        kind=KIND,
        subject_id=about or automation.id,
        occurrence_at=moment or run.scheduled_for,
        title=automation.name,
        body=body,
        link=link,
        ladder=TELLS,
    )
    await notify.notify(work, notice)


async def _told(work: UnitOfWork, run: AutomationRun) -> None:
    await work.session.flush()
    if run.state not in OPEN:
        detail = {"state": str(run.state), "tokens": run.tokens}
        await work.audit("automation.run", run.automation_id, kind=KIND, detail=detail)
    await work.publish(RunChanged(automation_id=run.automation_id, run_id=run.id, state=run.state))
