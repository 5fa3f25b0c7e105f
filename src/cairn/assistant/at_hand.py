"""What is at hand when somebody says "done" or "smaller" and names nothing: the order is decided here, and only here.

What rings and waits for an answer comes first, then what they are in the middle of, then what was named in this
conversation a moment ago, and last what would be proposed next.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from cairn.assistant import follow_up, repository
from cairn.assistant.schemas import Before, Turn
from cairn.assistant.steps import Step
from cairn.focus import service as focus
from cairn.focus.permissions import WRITE as FOCUS
from cairn.platform.errors import NotFound
from cairn.platform.tools import Outcome
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.routines import service as routines
from cairn.routines.permissions import WRITE as ROUTINES
from cairn.tasks import service as tasks
from cairn.tasks.schemas import Given

TIME_UP = timedelta(hours=1)
"""So long after its time was up, "done" still answers what a session asked."""
_NAMED = (
    "task.added",
    "task.smaller",
    "task.moved",
    "task.changed",
    "reminder.booked",
    "reminder.moved",
    "reminder.renamed",
)
_EVENTS = ("event.added", "event.moved", "event.changed")


@dataclass(frozen=True, slots=True)
class Lately:
    """The turns right before, in the same conversation, the newest first; and the one that asks."""

    turn: Turn
    before: Sequence[Before] = ()


@dataclass(frozen=True, slots=True)
class AtHand:
    """Something at hand.

    Args:
        done: What says of it that it is done.
        task_id: The task that it is, or is for.
    """

    done: Step
    task_id: UUID | None = None


Look = Callable[[UnitOfWork, Lately], Awaitable[AtHand | None]]


async def at_hand(work: UnitOfWork, lately: Lately) -> AtHand | None:
    """What "done" is said of."""
    return await _first(work, lately, (_ringing, _in_focus, _in_routine, _named, _next))


async def task_at_hand(work: UnitOfWork, lately: Lately) -> UUID | None:
    """What should be made smaller: of the same things in the same order, those that are on the list."""
    found = await _first(work, lately, (_task_in_focus, _task_named, _next))
    return found.task_id if found is not None else None


async def _first(work: UnitOfWork, lately: Lately, looks: Sequence[Look]) -> AtHand | None:
    for look in looks:
        found = await look(work, lately)
        if found is not None:
            return found
    return None


async def _ringing(work: UnitOfWork, lately: Lately) -> AtHand | None:
    ringing = await reminders.current(work)
    return AtHand(finish_reminder(ringing.id), ringing.task_id) if ringing is not None else None


async def _in_focus(work: UnitOfWork, lately: Lately) -> AtHand | None:
    """The session that is on, or whose time was up a moment ago and of which nobody said what was done."""
    if not work.actor.may(FOCUS):
        return None
    there = await focus.current(work)
    session = there.session
    if session is None and there.ask is not None and there.ask.ended_at is not None:
        session = there.ask if work.now - there.ask.ended_at <= TIME_UP else None
    if session is None:
        return None
    arguments = {"focus_id": str(session.id), "outcome": "done"}
    return AtHand(Step(do="call", tool="finish_focus", arguments=arguments), session.task_id)


async def _task_in_focus(work: UnitOfWork, lately: Lately) -> AtHand | None:
    found = await _in_focus(work, lately)
    return found if found is not None and found.task_id is not None else None


async def _in_routine(work: UnitOfWork, lately: Lately) -> AtHand | None:
    done = await of_routine(work, "tick_step")
    return AtHand(done) if done is not None else None


async def of_routine(work: UnitOfWork, tool: str) -> Step | None:
    """What says of the step of a routine that is at hand that it is done or left out, and tells the one after it."""
    found = await routines.at_hand(work) if work.actor.may(ROUTINES) else None
    if found is None:
        return None
    run, step, following = found
    arguments = {"run_id": str(run.id), "step_id": step["id"]}
    also, words = ("routine_then", following["text"]) if following is not None else ("routine_last", "")
    return Step(do="call", tool=tool, arguments=arguments, also=also, title=run.name, words=words)


@dataclass(frozen=True, slots=True)
class Named:
    """What was named: a task, a reminder or an event."""

    kind: str
    id: UUID


async def last_named(work: UnitOfWork, lately: Lately) -> Named | None:
    """What "it" is: what was named or worked on last, or told as the next thing; nothing where that were several."""
    for before in lately.before:
        if not follow_up.in_time(lately.turn, before):
            return None
        shown = [step for step in follow_up.steps_of(before, work.actor.locale) if step.do == "next"]
        if shown:
            following = await tasks.next_one(work, Given.model_validate(shown[-1].arguments))
            return Named("task", following[0].id) if following is not None else None
        about = {(one.subject_kind, one.subject_id): None for one in await _about(work, before, (*_NAMED, *_EVENTS))}
        there = [Named(kind, subject) for kind, subject in about if subject is not None]
        if there:
            return there[0] if len(there) == 1 else None
    return None


async def _about(work: UnitOfWork, before: Before, kinds: Sequence[str]) -> list[Outcome]:
    told = [one.read() for one in await repository.of_turns(work, [before.turn.id]) if one.undone_at is None]
    return [one for one in told if one.kind in kinds]


async def _named(work: UnitOfWork, lately: Lately) -> AtHand | None:
    """What was named or worked on last: put on the list, booked, moved, divided, or told as the next thing."""
    for before in lately.before:
        if not follow_up.in_time(lately.turn, before):
            return None
        shown = [step for step in follow_up.steps_of(before, work.actor.locale) if step.do == "next"]
        if shown:
            return await _proposed(work, Given.model_validate(shown[-1].arguments))
        about = await _about(work, before, _NAMED)
        found = await _still_open(work, about[-1]) if about else None
        if found is not None:
            return found
    return None


async def _task_named(work: UnitOfWork, lately: Lately) -> AtHand | None:
    found = await _named(work, lately)
    return found if found is not None and found.task_id is not None else None


async def _still_open(work: UnitOfWork, told: Outcome) -> AtHand | None:
    """It, unless it was finished or taken away meanwhile; what comes again waits for its own time."""
    if told.subject_id is None:
        return None
    try:
        if told.subject_kind == "task":
            task = await tasks.get(work, told.subject_id)
            return AtHand(finish_task(task.id), task.id) if task.done_at is None else None
        reminder = await reminders.get(work, told.subject_id)
    except NotFound:
        return None
    once = reminder.state == "waiting" and reminder.rrule is None
    return AtHand(finish_reminder(reminder.id), reminder.task_id) if once else None


async def _next(work: UnitOfWork, lately: Lately) -> AtHand | None:
    return await _proposed(work, None)


async def _proposed(work: UnitOfWork, given: Given | None) -> AtHand | None:
    following = await tasks.next_one(work, given)
    return AtHand(finish_task(following[0].id), following[0].id) if following is not None else None


def finish_reminder(reminder_id: UUID) -> Step:
    return Step(do="call", tool="finish_reminder", arguments={"reminder_id": str(reminder_id)})


def finish_task(task_id: UUID) -> Step:
    return Step(do="call", tool="finish_task", arguments={"task_id": str(task_id)})
