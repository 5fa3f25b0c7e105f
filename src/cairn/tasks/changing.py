"""Taking a task away and moving it, so that both can be taken back to the letter."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlalchemy.exc import IntegrityError

from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.tasks import kept, repeats, repository, service
from cairn.tasks.errors import ChangedSince
from cairn.tasks.messages import TaskAdded
from cairn.tasks.models import Task, TaskStep


class StepState(BaseModel):
    """A step as it stands."""

    model_config = ConfigDict(from_attributes=True, extra="forbid", frozen=True)

    id: UUID
    position: int
    text: str
    minutes: int | None
    done_at: AwareDatetime | None


class TaskState(BaseModel):
    """All of a task that somebody may change, or that goes with it: what an undo puts back."""

    model_config = ConfigDict(from_attributes=True, extra="forbid", frozen=True)

    id: UUID
    title: str
    notes: str
    due_at: AwareDatetime | None
    due_date_only: bool
    estimate_minutes: int | None
    energy: str
    important: bool
    project: str
    context: str
    tags: list[str]
    waiting_for: str
    someday: bool
    rrule: str | None
    after_done: bool
    without: list[date]
    first_local: datetime | None
    occurs_on: date | None
    turn: int
    this_only: dict[str, Any]
    follows: UUID | None
    left_out: dict[str, Any] | None
    domain: str
    skip_until: AwareDatetime | None
    done_at: AwareDatetime | None
    times_put_off: int
    stopped_reminders: list[str]
    created_at: AwareDatetime
    steps: list[StepState]


def state(task: Task) -> TaskState:
    return TaskState.model_validate(task)


async def put_back(work: UnitOfWork, task_id: UUID, before: TaskState, after: TaskState) -> Task:
    """Put a task back exactly as it stood before a change.

    Args:
        after: How that change left it.

    Raises:
        NotFound: it is gone.
        ChangedSince: it is no longer as `after`.
    """
    task = await repository.get(work, task_id, lock=True)
    if state(task) != after:
        raise ChangedSince
    was = kept.fields(task)
    for name in TaskState.model_fields.keys() - {"id", "steps"}:
        setattr(task, name, getattr(before, name))
    task.comes_again_at = repeats.comes_again_at(task, work.actor.zone)
    await service.written(work, task)
    await work.audit("task.edit", task.id, kind="task", changes=changed(was, kept.fields(task)))
    return task


async def bring_back(work: UnitOfWork, before: TaskState, woken: list[UUID]) -> Task:
    """Put a task that was taken away on the list again, with its steps and the reminders that stopped with it.

    Raises:
        ChangedSince: it is there already.
    """
    earlier = before.follows
    if earlier is not None and not await repository.may_be_followed(work, earlier):
        before = before.model_copy(update={"follows": None})
    task = Task(
        user_id=work.user_id,
        **before.model_dump(exclude={"steps"}),
        steps=[TaskStep(**step.model_dump()) for step in before.steps],
    )
    task.comes_again_at = repeats.comes_again_at(task, work.actor.zone)
    work.session.add(task)
    try:
        await work.session.flush()
    except IntegrityError as error:  # it is there, or was never this person's
        raise ChangedSince from error
    await reminders.wake(work, task.id, woken)
    await work.audit("task.add", task.id, kind="task")
    await work.publish(TaskAdded(task_id=task.id))
    return task
