"""What the assistant may do to make a task smaller."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.tasks import service as tasks
from cairn.tasks.breakdown import service
from cairn.tasks.breakdown.parts import Part
from cairn.tasks.models import Task, TaskStep
from cairn.tasks.permissions import WRITE
from cairn.tasks.schemas import KeptStep, Steps, TaskOut

tools = Tools()


@tools.offer(needs=WRITE)
async def make_smaller(work: UnitOfWork, task_id: UUID, steps: list[str] | None = None) -> Outcome:
    """Divide a task into small steps that can be begun, in the place of its open steps.

    Args:
        task_id: Which.
        steps: The steps in order, each beginning with a verb, the first of them possible in two minutes. Left out, the
            first open step is divided as Cairn knows how.
    """
    before = _told(await tasks.get(work, task_id, lock=True))
    if steps:
        parts = [Part(text, None) for text in Steps.model_validate({"steps": [{"text": one} for one in steps]}).texts]
        task = await service.use(work, await tasks.open_one(work, task_id), parts)
    else:
        task = await service.smaller(work, task_id)
    first = next(step for step in task.steps if step.done_at is None)
    return Outcome(
        kind="task.smaller",
        subject_kind="task",
        subject_id=task.id,
        title=task.title,
        note=_line(first),
        undo=Undo(tool="restore_steps", arguments={"task_id": str(task.id), "steps": before}),
    )


class Restored(BaseModel):
    """A task with the steps that it had before."""

    task: TaskOut


@tools.offer(needs=WRITE, hidden=True)
async def restore_steps(work: UnitOfWork, task_id: UUID, steps: list[KeptStep]) -> Restored:
    """Give a task back the steps that it had.

    Args:
        task_id: Which.
        steps: As they were.
    """
    task = await tasks.get(work, task_id, lock=True)
    still = {step.id for step in task.steps}
    kept = [step if step.id in still else step.model_copy(update={"id": None}) for step in steps]
    return Restored(task=TaskOut.model_validate(await service.set_steps(work, task, kept)))


def _told(task: Task) -> Sequence[dict[str, Any]]:
    return [
        {"id": str(step.id), "text": step.text, "minutes": step.minutes, "done": step.done_at is not None}
        for step in task.steps
    ]


def _line(step: TaskStep) -> str:
    ended = "" if step.text.endswith((".", "!", "?", "…")) else "."
    return step.text + (f" ({step.minutes} min)" if step.minutes is not None else "") + ended
