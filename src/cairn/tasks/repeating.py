"""Tasks that come again: one open occurrence at a time, and never a pile of those that were not done."""

from collections.abc import Set
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn import when
from cairn.platform.runtime import Runtime
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.tasks import kept, repeats, repository
from cairn.tasks.errors import AlreadyDone, BadRule, NeedsADay, NotOnThatDay
from cairn.tasks.messages import TaskAdded, TaskChanged, TaskRemoved
from cairn.tasks.models import Task, TaskStep
from cairn.tasks.repository import PEOPLE_AT_ONCE

_RULE = {"rrule", "after_done"}
_DAY = {"due_at", "due_date_only"}


def begin(work: UnitOfWork, task: Task) -> None:
    """Count a task's rule from the first of its days that isn't before the one it was made for.

    Raises:
        BadRule: the rule can't be kept.
    """
    zone = work.actor.zone
    if task.rrule is None:
        task.after_done, task.first_local, task.occurs_on, task.comes_again_at = False, None, None, None
        task.this_only, task.without = {}, []
        return
    if task.due_at is None:
        task.due_at, task.due_date_only = work.now, True
    first = repeats.first_local(task.due_at, zone)
    task.rrule = repeats.checked(task.rrule, first, zone, after_done=task.after_done)
    task.first_local, task.turn = first, 1
    task.occurs_on = first.date()
    if not task.after_done and not repeats.falls_on(task.rrule, first, zone, first.date()):
        day = when.next_day(task.rrule, first, zone, first.date())
        assert day is not None, "a rule that was checked comes round"
        task.first_local = datetime.combine(day, first.time())
        task.occurs_on = day
    if not task.after_done and task.occurs_on in task.without:
        later = repeats.next_on(task, zone, task.occurs_on)
        if later is None:
            raise BadRule(field="without")
        task.occurs_on = later
    task.due_at = repeats.due_on(task.occurs_on, task, zone)
    task.comes_again_at = repeats.comes_again_at(task, zone)


def edited(work: UnitOfWork, task: Task, names: Set[str], was: dict[str, Any], *, only_this: bool) -> None:
    """What a change means for the occurrences that follow.

    Args:
        names: The fields that were changed, and
        was: what stood there.
        only_this: The ones that follow are as they would have been.

    Raises:
        AlreadyDone: it is done; what follows it is changed there.
        BadRule: the rule can't be kept.
        NeedsADay: what comes again needs a day to count from.
        NotOnThatDay: from now on it would be for a day that its rule doesn't name.
    """
    if names & _RULE:
        if task.done_at is not None:
            raise AlreadyDone
        begin(work, task)
        return
    if task.rrule is None:
        return
    if task.due_at is None:
        raise NeedsADay(field="due_at")
    for_next = dict(task.this_only)
    for name in names & set(repeats.KEPT):
        if only_this:
            for_next.setdefault(name, was[name])
        else:
            for_next.pop(name, None)
    task.this_only = for_next
    if not names & _DAY or task.done_at is not None:
        return
    zone = work.actor.zone
    if not only_this:
        turn, first = task.turn, repeats.first_local(task.due_at, zone)
        if not task.after_done and not repeats.falls_on(task.rrule, first, zone, first.date()):
            raise NotOnThatDay(field="due_at")
        task.without = [day for day in task.without if day != first.date()]
        begin(work, task)
        task.turn = turn
    task.comes_again_at = repeats.comes_again_at(task, zone)


async def follow(work: UnitOfWork, task: Task) -> Task | None:
    """The next occurrence of one that is done now; none when it was the last."""
    zone = work.actor.zone
    task.comes_again_at = None
    day = repeats.following(task, work.now.astimezone(zone).date(), zone)
    if day is None:
        return None
    following = Task(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        **repeats.goes_over(task),
        rrule=task.rrule,
        after_done=task.after_done,
        without=task.without,
        first_local=task.first_local,
        occurs_on=day,
        turn=task.turn + 1,
        skip_until=repeats.begins(day, zone),
        follows=task.id,
        stopped_reminders=[],
        created_at=work.now,
        steps=[
            TaskStep(id=work.runtime.new_id(), position=step.position, text=step.text, minutes=step.minutes)
            for step in task.steps
        ],
    )
    following.this_only = {}
    following.due_at = repeats.due_on(day, following, zone)
    following.comes_again_at = repeats.comes_again_at(following, zone)
    work.session.add(following)
    await work.session.flush()
    await work.audit("task.add", following.id, kind="task")
    await work.publish(TaskAdded(task_id=following.id))
    return following


async def take_back(work: UnitOfWork, task: Task) -> None:
    """Undo what followed when a task was done: the next occurrence goes, and this one comes again as before.

    Where something was done to the next one meanwhile, it stays and goes on; then this one is a task of its own.
    """
    following = await repository.followed_by(work, task.id)
    if following is not None and (following.done_at is not None or not repeats.untouched(following, task)):
        task.rrule = None
        begin(work, task)
        return
    if following is not None:
        await reminders.stop_for(work, following.id)
        await work.session.delete(following)
        await work.session.flush()
        await work.audit("task.remove", following.id, kind="task")
        await work.publish(TaskRemoved(task_id=following.id))
    task.comes_again_at = repeats.comes_again_at(task, work.actor.zone)


async def roll(runtime: Runtime) -> None:
    """Where the day of a next occurrence has begun and the one before is open, it takes its place; once a minute.

    Whoever was away for weeks finds the latest, and nothing that tells how many there were.
    """
    after = UUID(int=0)
    while True:
        async with runtime.system() as work:
            people = await repository.with_occurrences_due(work, after)
        for user_id in people:
            actor = await runtime.person(user_id)
            if actor is not None:
                async with actor.work() as work:
                    await _roll_mine(work)
        if len(people) < PEOPLE_AT_ONCE:
            return
        after = people[-1]


async def _roll_mine(work: UnitOfWork) -> None:
    zone = work.actor.zone
    today = work.now.astimezone(zone).date()
    for task in await repository.to_roll(work):
        before = kept.fields(task)
        day = repeats.latest(task, today, zone)
        if day is not None:
            stand_on(work, task, day)
            task.skip_until = None
        task.comes_again_at = repeats.comes_again_at(task, zone)
        await work.session.flush()
        await work.audit("task.come_again", task.id, kind="task", changes=changed(before, kept.fields(task)))
        await work.publish(TaskChanged(task_id=task.id))


def stand_on(work: UnitOfWork, task: Task, day: date) -> None:
    """Let a row be the occurrence of another day: fresh, as each of them begins."""
    for name, value in repeats.goes_over(task).items():
        setattr(task, name, value)
    task.this_only = {}
    task.occurs_on = day
    task.due_at = repeats.due_on(day, task, work.actor.zone)
    for step in task.steps:
        step.done_at = None
    task.comes_again_at = repeats.comes_again_at(task, work.actor.zone)


async def follow_zone(work: UnitOfWork, old: str, new: str) -> None:
    """The person lives by another clock: the days stay, and begin when they begin there."""
    was, zone = ZoneInfo(old), ZoneInfo(new)
    for task in await repository.coming_again(work):
        before = kept.fields(task)
        assert task.due_at is not None
        day = task.due_at.astimezone(was).date()
        task.due_at = repeats.due_on(day, task, zone)
        task.comes_again_at = repeats.comes_again_at(task, zone)
        await work.session.flush()
        await work.audit("task.edit", task.id, kind="task", changes=changed(before, kept.fields(task)))
        await work.publish(TaskChanged(task_id=task.id))
