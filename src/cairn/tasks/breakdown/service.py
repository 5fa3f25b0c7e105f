"""Dividing a task into steps, and a step into smaller ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork
from cairn.tasks.breakdown import finding, scaffold
from cairn.tasks.breakdown.library import parts_of
from cairn.tasks.breakdown.parts import Grain, Part, at_grain
from cairn.tasks.breakdown.splitter import SplitStep, Splitter, ToSplit
from cairn.tasks.errors import AlreadyDone, AlreadySmall, StepTwice, TooManySteps
from cairn.tasks.models import Task, TaskStep
from cairn.tasks.schemas import KeptStep
from cairn.tasks.service import MOST_STEPS, open_one, written

__all__ = [
    "Breakdown",
    "Grain",
    "SplitStep",
    "Splitter",
    "ToSplit",
    "break_down",
    "known",
    "set_steps",
    "smaller",
    "use",
]

Source = Literal["library", "model", "scaffold"]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Steps for a task, and where they come from.

    Args:
        procedure: What the library calls it, if that is where they come from.
    """

    steps: Sequence[Part]
    source: Source
    procedure: str | None = None


async def break_down(
    actor: Actor, task_id: UUID, grain: Grain, if_match: str | None, *, library: bool = True
) -> tuple[Task, Breakdown]:
    """Divide a task into steps: by a model where there is one, else as the library has it, else by the scaffold.

    Its open steps make room for them; what is done stays. No transaction is open while a model is asked.

    Args:
        library: Whether the library is looked at.

    Raises:
        NotFound: the person has no such task.
        Stale: it isn't the version that was seen.
        AlreadyDone: it was finished.
        TooManySteps: there would be more than 50.
    """
    splitter = actor.runtime.provider(Splitter)
    async with actor.work() as work:
        task = await open_one(work, task_id, if_match)
        title, notes, language = task.title, task.notes, work.actor.locale
    told = await splitter.split(actor, ToSplit(title, notes, grain, language)) if splitter.configured else []
    found = (
        Breakdown([Part(one.text, one.minutes) for one in told], "model")
        if told
        else known(title, language, grain, library=library)
    )
    async with actor.work() as work:
        task = await open_one(work, task_id, if_match)
        return await use(work, task, found.steps), found


def known(title: str, language: str, grain: Grain = Grain.START, *, library: bool = True) -> Breakdown:
    """What can be said of a task without a model. Pure."""
    procedure = finding.found(title, language) if library else None
    steps = at_grain(procedure.steps if procedure is not None else scaffold.steps(language), grain)
    told = scaffold.begun(steps, language) if grain is Grain.TINY else steps
    return Breakdown(told, "library", procedure.title) if procedure is not None else Breakdown(told, "scaffold")


async def use(work: UnitOfWork, task: Task, steps: Sequence[Part]) -> Task:
    """Put these steps in the place of those that are open."""
    done = [step for step in task.steps if step.done_at is not None]
    await _set(work, task, [*done, *_made(work, steps)])
    await written(work, task)
    await work.audit("task.break_down", task.id, kind="task")
    return task


async def smaller(work: UnitOfWork, task_id: UUID, step_id: UUID | None = None, if_match: str | None = None) -> Task:
    """Divide a step, by default the first that is open; where there is none, the task itself.

    Raises:
        NotFound: the person has no such task, or it has no such step.
        Stale: it isn't the version that was seen.
        AlreadyDone: it was finished.
        AlreadySmall: nothing smaller is known.
        TooManySteps: there would be more than 50.
    """
    task = await open_one(work, task_id, if_match)
    opened = [step for step in task.steps if step.done_at is None]
    if step_id is not None:
        step = next((one for one in task.steps if one.id == step_id), None)
        if step is None:
            raise NotFound
        if step.done_at is not None:
            raise AlreadyDone
    elif not opened:
        return await use(work, task, known(task.title, work.actor.locale).steps)
    else:
        step = opened[0]
    parts = parts_of(step.text, work.actor.locale) or scaffold.smaller(step.text, step.minutes, work.actor.locale)
    if not parts:
        raise AlreadySmall
    place = task.steps.index(step)
    await _set(work, task, [*task.steps[:place], *_made(work, parts), *task.steps[place + 1 :]])
    await written(work, task)
    await work.audit("task.smaller", task.id, kind="task")
    return task


async def set_steps(work: UnitOfWork, task: Task, steps: Sequence[KeptStep]) -> Task:
    """Have these steps and no others, in this order; a step that is named by its id stays the same one.

    Raises:
        NotFound: the task has no step with that id.
        StepTwice: an id is there twice.
    """
    before = {step.id: step for step in task.steps}
    named = [one.id for one in steps if one.id is not None]
    if len(set(named)) < len(named):
        raise StepTwice
    if not before.keys() >= set(named):
        raise NotFound
    found: list[TaskStep] = []
    for one in steps:
        step = before[one.id] if one.id is not None else TaskStep(id=work.runtime.new_id())
        step.text, step.minutes = one.text, one.minutes
        if one.done != (step.done_at is not None):
            step.done_at = work.now if one.done else None
        found.append(step)
    await _set(work, task, found)
    await written(work, task)
    await work.audit("task.steps", task.id, kind="task")
    return task


def _made(work: UnitOfWork, parts: Sequence[Part]) -> list[TaskStep]:
    return [TaskStep(id=work.runtime.new_id(), text=part.text, minutes=part.minutes) for part in parts]


async def _set(work: UnitOfWork, task: Task, steps: Sequence[TaskStep]) -> None:
    if len(steps) > MOST_STEPS:
        raise TooManySteps
    for place, step in enumerate(steps):
        step.position = place
    task.steps = list(steps)
