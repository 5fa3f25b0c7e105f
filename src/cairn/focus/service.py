"""Focus sessions: begun, paused, made longer, ended. The server keeps their time."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from cairn.focus import happening, repository, rooms, rules, words
from cairn.focus.errors import AlreadyOver, StillRunning, TooLong
from cairn.focus.happening import KIND
from cairn.focus.messages import FocusChanged
from cairn.focus.models import CheckIn, FocusSession, Outcome, ParkedThought, RoomSeat, State
from cairn.focus.schemas import CurrentFocus, Finish, FocusOut, StartFocus
from cairn.notify import service as notify
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery
from cairn.platform.work import UnitOfWork
from cairn.tasks import service as tasks
from cairn.tasks.schemas import StepPatch

ASKED_FOR = timedelta(days=3)
"""So long after its time was up a session is asked about."""
FRESH = timedelta(hours=12)
"""Who checks a task off so soon after a session on it says what was done in it."""
CheckedOff = dict[str, str]
"""Ids of what a session checked off, by the names under which `reopen` takes them."""
said = words.said
TABLES = (RoomSeat.__table__, ParkedThought.__table__, FocusSession.__table__)


async def start(work: UnitOfWork, new: StartFocus) -> tuple[FocusSession, bool]:
    """Begin a session; where one is on, that one, unless the new one comes instead.

    Returns:
        The session that is on, and whether it began now.

    Raises:
        NotFound: there is no such task or step of this person.
    """
    title = new.words
    if new.task_id is not None:
        task = await tasks.get(work, new.task_id)
        title = task.title
        if new.step_id is not None and new.step_id not in {step.id for step in task.steps}:
            raise NotFound
    running = await repository.current(work, lock=True)
    if running is not None:
        await happening.happen(work, running)
        if running.is_on and not new.instead:
            return running, False
        await stop(work, running.id)
    course = rules.course(work.now, new.minutes)
    session = await repository.begin(
        work,
        {
            "id": work.runtime.new_id(),
            "version": 1,
            "task_id": new.task_id,
            "step_id": new.step_id,
            "title": title,
            "language": work.actor.locale,
            "zone": work.actor.time_zone,
            "planned_minutes": new.minutes,
            "state": State.RUNNING,
            "started_at": work.now,
            "ends_at": course.ends_at,
            "half_at": course.half_at,
            "due_at": rules.due(course),
            "paused_seconds": 0,
            "time_up": False,
            "note": "",
        },
    )
    if session is None:  # another began at the same moment
        other = await repository.current(work, lock=True)
        if other is None:
            raise StillRunning
        return other, False
    await rooms.take_along(work, session)
    await work.audit("focus.start", session.id, kind=KIND, detail={"minutes": new.minutes})
    await work.publish(FocusChanged(session_id=session.id, state=session.state))
    return session, True


async def get(work: UnitOfWork, focus_id: UUID) -> FocusSession:
    """One session.

    Raises:
        NotFound: this person has none with that id.
    """
    return await repository.get(work, focus_id)


async def running(work: UnitOfWork) -> FocusSession | None:
    """The session that runs or pauses."""
    return await repository.current(work)


def left(work: UnitOfWork, session: FocusSession) -> tuple[str, str]:
    """What a session is for, and how long it still goes on, in the person's language."""
    told = words.lines(work.actor.locale)
    remaining = rules.left(happening.course(session), work.now)
    return session.title or told.untitled, told.left.format(minutes=-(-remaining.seconds // 60))


async def current(work: UnitOfWork) -> CurrentFocus:
    """The session that is on, or one to ask about: what was done of it."""
    session = await repository.current(work)
    ask = None
    if session is None:
        last = await repository.latest(work)
        if last is not None and last.asked_at is None and last.unanswered(work.now - ASKED_FOR):
            ask = last
    return CurrentFocus(
        now=work.now,
        session=FocusOut.model_validate(session) if session is not None else None,
        ask=FocusOut.model_validate(ask) if ask is not None else None,
    )


async def listing(work: UnitOfWork, page: PageQuery) -> Page[FocusOut]:
    """All sessions, the newest first."""
    rows, following = await repository.page(work, page)
    return Page(items=[FocusOut.model_validate(row) for row in rows], next_cursor=following)


async def pause(work: UnitOfWork, focus_id: UUID) -> FocusSession:
    """Let its time stand still. Paused twice is the same as once.

    Raises:
        AlreadyOver: it has ended.
    """
    session = await _on(work, focus_id)
    if session.state == State.PAUSED:
        return session
    session.state, session.paused_at = State.PAUSED, work.now
    return await _changed(work, session, "focus.pause")


async def resume(work: UnitOfWork, focus_id: UUID) -> FocusSession:
    """Go on: what is left is as long as before the pause.

    Raises:
        AlreadyOver: it has ended.
    """
    session = await _on(work, focus_id)
    if session.paused_at is None:
        return session
    _go_on(work, session)
    return await _changed(work, session, "focus.resume")


def _go_on(work: UnitOfWork, session: FocusSession) -> None:
    assert session.paused_at is not None
    pause = rules.Course(session.ends_at, session.half_at, session.paused_at)
    later = rules.resumed(pause, work.now)
    session.paused_seconds += round((later.ends_at - session.ends_at).total_seconds())
    session.ends_at, session.half_at = later.ends_at, later.half_at
    session.state, session.paused_at = State.RUNNING, None


async def extend(work: UnitOfWork, focus_id: UUID, minutes: int) -> FocusSession:
    """Give it more time, or less; one whose time is up goes on, as long as nothing was said of it.

    Raises:
        AlreadyOver: it was ended, or another runs.
        TooLong: it would take more than eight hours.
    """
    session = await repository.get(work, focus_id, lock=True)
    await happening.happen(work, session)
    planned = session.planned_minutes + minutes
    if planned > rules.LONGEST / timedelta(minutes=1):
        raise TooLong
    session.planned_minutes = max(1, planned)
    if not session.is_on:
        if not session.unanswered(work.now - FRESH):
            raise AlreadyOver
        await _nothing_else_runs(work)
        _take_up(work, session)
        session.ends_at = max(session.ends_at, work.now)
        await notify.acknowledge(work, KIND, session.id)
    least = session.paused_at or work.now
    session.ends_at = max(session.ends_at + timedelta(minutes=minutes), least)
    return await _changed(work, session, "focus.extend", {"minutes": minutes})


def _take_up(work: UnitOfWork, session: FocusSession) -> None:
    """Let one that ended run again, as if it had paused meanwhile."""
    assert session.ended_at is not None
    session.paused_at = session.ended_at
    session.ended_at, session.time_up, session.asked_at = None, False, None
    _go_on(work, session)


async def _nothing_else_runs(work: UnitOfWork) -> None:
    if await repository.current(work) is not None:
        raise StillRunning


async def check_in(work: UnitOfWork, focus_id: UUID, answer: CheckIn) -> FocusSession:
    """Say how it goes; it isn't asked again.

    Raises:
        AlreadyOver: it has ended.
    """
    session = await _on(work, focus_id)
    session.check_in, session.checked_in_at = answer, work.now
    await notify.acknowledge(work, KIND, session.id)
    return await _changed(work, session, "focus.check_in")


async def stop(work: UnitOfWork, focus_id: UUID) -> FocusSession:
    """End it, and say nothing of what was done. Stopped twice is the same as once."""
    session = await repository.get(work, focus_id, lock=True)
    await happening.happen(work, session)
    if not session.is_on:
        return session
    happening.end(session, State.STOPPED, work)
    await happening.over(work, session)
    await notify.withdraw(work, KIND, session.id)
    return await _changed(work, session, "focus.stop")


async def finish(work: UnitOfWork, focus_id: UUID, told: Finish) -> FocusSession:
    """End it if it is on, and say what was done of it. All of it checks off its step, else its task."""
    return (await finish_and_tell(work, focus_id, told))[0]


async def finish_and_tell(work: UnitOfWork, focus_id: UUID, told: Finish) -> tuple[FocusSession, CheckedOff]:
    """The same, and what it checked off, as `reopen` takes it."""
    session = await repository.get(work, focus_id, lock=True)
    if session.is_on:
        await happening.happen(work, session)
        if session.is_on:
            happening.end(session, State.FINISHED, work)
            await happening.over(work, session)
    session.state = State.FINISHED
    session.outcome, session.note, session.asked_at = told.outcome, told.note, work.now
    await notify.acknowledge(work, KIND, session.id)
    await _changed(work, session, "focus.finish", {"outcome": told.outcome or ""})
    if told.outcome == Outcome.DONE and session.task_id is not None:
        return session, await _check_off(work, session, session.task_id)
    return session, {}


async def _check_off(work: UnitOfWork, session: FocusSession, task_id: UUID) -> CheckedOff:
    task = await tasks.get(work, task_id, lock=True)
    step = next((one for one in task.steps if one.id == session.step_id), None)
    if step is not None:
        if step.done_at is None:
            await tasks.edit_step(work, task, step.id, StepPatch(done=True))
            return {"reopen_task": str(task_id), "reopen_step": str(step.id)}
    elif task.done_at is None and session.step_id is None:
        await tasks.finish(work, task_id)
        return {"reopen_task": str(task_id)}
    return {}


async def reopen(
    work: UnitOfWork, focus_id: UUID, task_id: UUID | None = None, step_id: UUID | None = None
) -> FocusSession:
    """Take its end back, or what was said of it.

    Args:
        task_id: The task that it checked off, or whose step.

    Raises:
        StillRunning: another runs meanwhile.
    """
    session = await repository.get(work, focus_id, lock=True)
    if task_id is not None:
        await _open_again(work, task_id, step_id)
    if session.is_on:
        return session
    session.outcome, session.note = None, ""
    if not session.time_up:
        await _nothing_else_runs(work)
        _take_up(work, session)
    return await _changed(work, session, "focus.reopen")


async def _open_again(work: UnitOfWork, task_id: UUID, step_id: UUID | None) -> None:
    task = await tasks.get(work, task_id, lock=True)
    if step_id is None:
        if task.done_at is not None:
            await tasks.reopen(work, task_id)
    elif any(step.id == step_id and step.done_at is not None for step in task.steps):
        await tasks.edit_step(work, task, step_id, StepPatch(done=False))


async def asked(work: UnitOfWork, focus_id: UUID) -> None:
    """A page asks what was done: it isn't asked a second time.

    Raises:
        NotFound: this person has none with that id.
    """
    session = await repository.get(work, focus_id)
    if await repository.asked(work, session.id):
        await work.audit("focus.ask", session.id, kind=KIND)


async def task_done(work: UnitOfWork, task_id: UUID) -> None:
    """A task was checked off, wherever: its session ends, and what it took is learnt from."""
    sessions = await repository.of_task(work, task_id)
    if not sessions:
        return
    last = sessions[0]
    if last.is_on or last.unanswered(work.now - FRESH):
        if last.is_on:
            happening.end(last, State.FINISHED, work)
            await happening.over(work, last)
        last.outcome, last.asked_at = Outcome.DONE, work.now
        await notify.acknowledge(work, KIND, last.id)
        await _changed(work, last, "focus.finish", {"outcome": Outcome.DONE})
    worked = sum((one.worked or timedelta() for one in sessions if one.counts), timedelta())
    minutes = round(worked / timedelta(minutes=1))
    if minutes:
        await tasks.took(work, task_id, minutes)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's sessions, parked thoughts and seats."""
    return await repository.rows(work, TABLES)


async def erase(work: UnitOfWork) -> None:
    await repository.remove_all(work, TABLES)


async def _on(work: UnitOfWork, focus_id: UUID) -> FocusSession:
    """One that is on, locked, with what is due to it happened."""
    session = await repository.get(work, focus_id, lock=True)
    if session.is_on and rules.happens(happening.course(session), work.now) is rules.Happens.HALF:
        await happening.happen(work, session)
    if not session.is_on or rules.happens(happening.course(session), work.now) is not None:
        raise AlreadyOver  # the ticker ends it in a moment, if it hasn't yet
    return session


async def _changed(
    work: UnitOfWork, session: FocusSession, action: str, detail: dict[str, Any] | None = None
) -> FocusSession:
    happening.schedule(session)
    await work.session.flush()
    await work.audit(action, session.id, kind=KIND, detail=detail)
    await work.publish(FocusChanged(session_id=session.id, state=session.state))
    return session
