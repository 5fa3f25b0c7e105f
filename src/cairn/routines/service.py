"""Making routines, and going through them. Nothing here knows which day was left out."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn.notify import service as notify
from cairn.notify.schemas import ONCE, Notice
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, expect
from cairn.platform.runtime import Runtime
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.routines import kept, repository, rules
from cairn.routines.errors import ChangedSince, RunOpen, RunOver, StepTwice, TooManyRoutines, WindowWanted
from cairn.routines.messages import RoutineChanged, RoutineFinished, RunChanged
from cairn.routines.models import Routine, RoutineStep, Run
from cairn.routines.schemas import GivenStep, NewRoutine, RoutineOut, RoutinePatch, State, as_begun

KIND = "routine"
MOST_ROUTINES = 200
STILL_AT_IT = timedelta(hours=2)
"""So long after its last step somebody is still going through a routine."""
Step = dict[str, Any]
"""A step of a run, as `Run` says."""


async def add(work: UnitOfWork, new: NewRoutine) -> Routine:
    """Make a routine.

    Raises:
        WindowWanted: it has no time at which one could be told of it.
        BadDays: its days can't be kept.
        TooManyRoutines: there are two hundred already.
    """
    await repository.alone(work)
    if await repository.count(work) >= MOST_ROUTINES:
        raise TooManyRoutines
    routine = Routine(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        **new.model_dump(exclude={"steps"}),
        first_day=work.now.astimezone(work.actor.zone).date(),
        created_at=work.now,
        steps=[],
    )
    _set_steps(work, routine, new.steps)
    _settle(work, routine)
    work.session.add(routine)
    await work.session.flush()
    await work.audit("routine.add", routine.id, kind=KIND)
    await work.publish(RoutineChanged(routine_id=routine.id))
    return routine


async def get(work: UnitOfWork, routine_id: UUID) -> Routine:
    """One routine with its steps.

    Raises:
        NotFound: this person has none with that id.
    """
    return await repository.get(work, routine_id)


async def edit(work: UnitOfWork, routine_id: UUID, patch: RoutinePatch, version: str | None) -> Routine:
    """Change what the patch names. A run that is open keeps its steps.

    Raises:
        NotFound: this person has none with that id, or it has no such step.
        Stale: it changed since.
        WindowWanted, BadDays, StepTwice: nothing changes.
    """
    routine = await repository.get(work, routine_id, lock=True)
    expect(routine.version, version)
    before = kept.fields(routine)
    for name in patch.model_fields_set - {"steps"}:
        setattr(routine, name, getattr(patch, name))
    if patch.steps is not None:
        _set_steps(work, routine, patch.steps)
    if patch.window_from is None and "window_from" in patch.model_fields_set:
        routine.window_to = None
        routine.nudge = False if "nudge" not in patch.model_fields_set else routine.nudge
    if "rrule" in patch.model_fields_set:
        routine.first_day = work.now.astimezone(work.actor.zone).date()
    _settle(work, routine)
    routine.version += 1  # steps have rows of their own
    await work.session.flush()
    await work.audit("routine.edit", routine.id, kind=KIND, changes=changed(before, kept.fields(routine)))
    await work.publish(RoutineChanged(routine_id=routine.id))
    return routine


def _set_steps(work: UnitOfWork, routine: Routine, given: Sequence[GivenStep]) -> None:
    before = {step.id: step for step in routine.steps}
    named = [one.id for one in given if one.id is not None]
    if len(set(named)) < len(named):
        raise StepTwice(field="steps")
    if not before.keys() >= set(named):
        raise NotFound
    steps = []
    for place, one in enumerate(given):
        step = before[one.id] if one.id is not None else RoutineStep(id=work.runtime.new_id())
        step.position, step.text, step.minutes = place, one.text, one.minutes
        steps.append(step)
    routine.steps = steps


def _settle(work: UnitOfWork, routine: Routine) -> None:
    zone = work.actor.zone
    if routine.window_from is None and (routine.nudge or routine.window_to is not None):
        raise WindowWanted(field="window_from")
    if routine.rrule is not None:
        routine.rrule = rules.checked_days(routine.rrule, routine.first_day, zone)
    routine.nudge_at = rules.next_nudge(routine, work.now, zone)


async def remove(work: UnitOfWork, routine_id: UUID, version: str | None = None) -> None:
    """Take a routine away. What was done with it stays.

    Raises:
        NotFound: this person has none with that id.
        Stale: it changed since.
    """
    routine = await repository.get(work, routine_id, lock=True)
    expect(routine.version, version)
    run = await repository.open_run(work, routine_id, lock=True)
    if run is not None:
        run.finished_at = work.now
        await work.session.flush()
    await notify.withdraw(work, KIND, routine_id)
    await work.session.delete(routine)
    await work.session.flush()
    await work.audit("routine.remove", routine_id, kind=KIND)
    await work.publish(RoutineChanged(routine_id=routine_id))


async def listing(work: UnitOfWork, page: PageQuery) -> tuple[list[RoutineOut], str | None]:
    """Routines, the oldest first, with what holds for each at this moment."""
    rows, following = await repository.page(work, page)
    runs = await repository.open_runs(work)
    return [told(work, routine, runs.get(routine.id)) for routine in rows], following


async def one(work: UnitOfWork, routine: Routine) -> RoutineOut:
    """A routine with what holds for it at this moment."""
    run = await repository.open_run(work, routine.id)
    return told(work, routine, run.id if run else None)


def told(work: UnitOfWork, routine: Routine, run_id: UUID | None) -> RoutineOut:
    out = RoutineOut.model_validate(routine)
    out.is_now = rules.is_now(routine, work.now, work.actor.zone)
    out.run_id = run_id
    return out


async def begin(work: UnitOfWork, routine_id: UUID) -> Run:
    """Go through a routine. Begun on another device, or before the tab was closed, it is the same run.

    What was begun on another day and never ended is ended as it was, and a new one begins.

    Raises:
        NotFound: this person has no such routine.
    """
    routine = await repository.get(work, routine_id)
    zone = work.actor.zone
    run = await repository.open_run(work, routine_id, lock=True)
    if run is not None:
        if run.started_at.astimezone(zone).date() == work.now.astimezone(zone).date():
            return run
        run.finished_at = rules.last_touched(run.steps, run.started_at)
        await work.session.flush()
    made = await repository.begin(work, routine, as_begun(routine.steps))
    if made is None:
        begun = await repository.open_run(work, routine_id)
        assert begun is not None, "somebody else began it at this moment"
        return begun
    await notify.acknowledge(work, KIND, routine_id)
    await work.audit("routine.begin", made, kind="routine_run")
    await work.publish(RunChanged(run_id=made))
    return await repository.run(work, made)


async def run(work: UnitOfWork, run_id: UUID) -> Run:
    """One run.

    Raises:
        NotFound: this person has none with that id.
    """
    return await repository.run(work, run_id)


async def at_hand(work: UnitOfWork) -> tuple[Run, Step, Step | None] | None:
    """The step at which somebody is in the routine that they go through, and the one after it; nothing once they
    have been away from it for long."""
    runs = [await repository.run(work, run_id) for run_id in (await repository.open_runs(work)).values()]
    lately = [run for run in runs if work.now - rules.last_touched(run.steps, run.started_at) <= STILL_AT_IT]
    run = max(lately, key=lambda one: rules.last_touched(one.steps, one.started_at), default=None)
    opened = rules.opened(run.steps) if run is not None else []
    if run is None or not opened:
        return None
    return run, opened[0], opened[1] if len(opened) > 1 else None


async def step_done(work: UnitOfWork, run_id: UUID, step_id: UUID) -> tuple[Run, Step]:
    """A step was done; with the last that was open, the run ends.

    Raises:
        NotFound, RunOver: as for `tick`.
    """
    return await _answered(work, run_id, step_id, "done")


async def step_skipped(work: UnitOfWork, run_id: UUID, step_id: UUID) -> tuple[Run, Step]:
    """A step is left out this time; with the last that was open, the run ends.

    Raises:
        NotFound, RunOver: as for `tick`.
    """
    return await _answered(work, run_id, step_id, "skipped")


async def _answered(work: UnitOfWork, run_id: UUID, step_id: UUID, state: State) -> tuple[Run, Step]:
    run = await tick(work, run_id, step_id, state)
    if not rules.opened(run.steps):
        run = await finish(work, run_id)
    return run, next(step for step in run.steps if step["id"] == str(step_id))


async def step_opened(work: UnitOfWork, run_id: UUID, step_id: UUID) -> Run:
    """A step wasn't done after all; a run that ended with it goes on.

    Raises:
        NotFound, RunOpen: as for `tick` and `resume`.
    """
    await resume(work, run_id)
    return await tick(work, run_id, step_id, "open")


async def tick(work: UnitOfWork, run_id: UUID, step_id: UUID, state: State) -> Run:
    """Say what became of a step. Said twice, it is the same as once.

    Raises:
        NotFound: there is no such run, or no such step in it.
        RunOver: it was finished.
    """
    run = await repository.run(work, run_id, lock=True)
    steps = rules.ticked(run.steps, str(step_id), state, work.now)
    if steps is None:
        raise NotFound
    if run.finished_at is not None:
        raise RunOver
    if [step["state"] for step in steps] == [step["state"] for step in run.steps]:
        return run
    run.steps = steps
    return await _changed(work, run, "routine.step")


async def finish(work: UnitOfWork, run_id: UUID) -> Run:
    """End a run with whatever was done. Ended twice, it is the same as once.

    Raises:
        NotFound: this person has no such run.
    """
    run = await repository.run(work, run_id, lock=True)
    if run.finished_at is not None:
        return run
    run.finished_at = work.now
    await _changed(work, run, "routine.finish")
    await work.publish(RoutineFinished(routine_id=run.routine_id, run_id=run.id))
    return run


async def resume(work: UnitOfWork, run_id: UUID) -> Run:
    """Take its end back.

    Raises:
        NotFound: this person has no such run.
        RunOpen: another was begun since, or its routine is gone.
    """
    run = await repository.run(work, run_id, lock=True)
    if run.finished_at is None:
        return run
    if run.routine_id is None or await repository.open_run(work, run.routine_id) is not None:
        raise RunOpen
    run.finished_at = None
    return await _changed(work, run, "routine.resume")


async def drop(work: UnitOfWork, run_id: UUID) -> None:
    """Take the beginning of a run back.

    Raises:
        NotFound: this person has no such run.
        ChangedSince: something was done in it.
    """
    run = await repository.run(work, run_id, lock=True)
    if run.finished_at is not None or any(step["state"] != "open" for step in run.steps):
        raise ChangedSince
    await work.session.delete(run)
    await work.session.flush()
    await work.audit("routine.drop", run_id, kind="routine_run")
    await work.publish(RunChanged(run_id=run_id))


async def done(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Run], str | None]:
    """What was done, the latest first."""
    return await repository.done_runs(work, page)


async def _changed(work: UnitOfWork, run: Run, action: str) -> Run:
    await work.session.flush()
    await work.audit(action, run.id, kind="routine_run")
    await work.publish(RunChanged(run_id=run.id))
    return run


async def nudge(runtime: Runtime) -> None:
    """Tell once, when a window opens, whoever wants to be told; once a minute."""
    after = UUID(int=0)
    while True:
        async with runtime.system() as work:
            people = await repository.with_nudges_due(work, after)
        for user_id in people:
            actor = await runtime.person(user_id)
            if actor is not None:
                async with actor.work() as work:
                    await _nudge_mine(work)
        if len(people) < repository.PEOPLE_AT_ONCE:
            return
        after = people[-1]


async def _nudge_mine(work: UnitOfWork) -> None:
    zone = work.actor.zone
    for routine in await repository.to_nudge(work):
        opened = routine.nudge_at
        assert opened is not None
        begun = await repository.was_done_since(work, routine.id, opened - timedelta(hours=1))
        if rules.still_worth_it(routine, opened, work.now, zone) and not begun:
            link = f"/routines/{routine.id}"
            nudge = Notice(work.user_id, KIND, routine.id, opened, routine.name, link=link, ladder=ONCE)
            await notify.notify(work, nudge)
        routine.nudge_at = rules.next_nudge(routine, work.now, zone)
    await work.session.flush()


async def follow_zone(work: UnitOfWork, key: str) -> None:
    """The person lives by another clock: windows open by that one."""
    for routine in await repository.floating(work):
        routine.nudge_at = rules.next_nudge(routine, work.now, ZoneInfo(key))
    await work.session.flush()


async def named(work: UnitOfWork, words: str) -> Routine | None:
    """The routine that somebody calls by its name."""
    wanted = " ".join(words.casefold().split())
    for routine in await repository.named(work):
        if routine.name.casefold() == wanted:
            return routine
    return None
