"""What the assistant may do with focus sessions."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel

from cairn.focus import happening, parking, rules, service, words
from cairn.focus.errors import AlreadyOver, StillRunning
from cairn.focus.models import FocusSession, Outcome
from cairn.focus.permissions import READ, WRITE
from cairn.focus.schemas import CurrentFocus, Extend, Finish, FocusOut, Park, StartFocus
from cairn.platform import tools as platform
from cairn.platform.tools import Tools, Undo
from cairn.platform.work import UnitOfWork

tools = Tools()


@tools.offer(needs=READ)
async def current_focus(work: UnitOfWork) -> CurrentFocus:
    """The focus session that runs or pauses now, if one does."""
    return await service.current(work)


@tools.offer(needs=WRITE)
async def start_focus(
    work: UnitOfWork, minutes: int = 25, task_id: UUID | None = None, about: str = ""
) -> platform.Outcome:
    """Start a timer for one thing that the person wants to be at now.

    Args:
        minutes: For how long, up to 480.
        task_id: The task that it is for, if it is one on their list.
        about: What it is for in their own words, if it is no task.
    """
    new = StartFocus.model_validate({"minutes": minutes, "task_id": task_id, "words": about})
    session, began = await service.start(work, new)
    if not began:
        raise StillRunning
    return _outcome(work, "focus.started", session, Undo(tool="stop_focus", arguments=_named(session)))


@tools.offer(needs=WRITE)
async def pause_focus(work: UnitOfWork, focus_id: UUID | None = None) -> platform.Outcome:
    """Let the time of a focus session stand still.

    Args:
        focus_id: Which; the one that runs, if left out.
    """
    session = await service.pause(work, await _meant(work, focus_id))
    return _outcome(work, "focus.paused", session, Undo(tool="resume_focus", arguments=_named(session)))


@tools.offer(needs=WRITE)
async def resume_focus(work: UnitOfWork, focus_id: UUID | None = None) -> platform.Outcome:
    """Let a focus session that pauses go on.

    Args:
        focus_id: Which; the one that pauses, if left out.
    """
    session = await service.resume(work, await _meant(work, focus_id))
    return _outcome(work, "focus.resumed", session, Undo(tool="pause_focus", arguments=_named(session)))


@tools.offer(needs=WRITE)
async def extend_focus(work: UnitOfWork, minutes: int = 10, focus_id: UUID | None = None) -> platform.Outcome:
    """Give a focus session more time.

    Args:
        minutes: How much.
        focus_id: Which; the one that is on, if left out.
    """
    more = Extend(minutes=minutes).minutes
    session = await service.extend(work, await _meant(work, focus_id), more)
    undo = Undo(tool="shorten_focus", arguments={**_named(session), "minutes": more})
    return _outcome(work, "focus.extended", session, undo)


@tools.offer(needs=WRITE)
async def stop_focus(work: UnitOfWork, focus_id: UUID | None = None) -> platform.Outcome:
    """End a focus session.

    Args:
        focus_id: Which; the one that is on, if left out.
    """
    session = await service.stop(work, await _meant(work, focus_id))
    return _outcome(work, "focus.stopped", session, Undo(tool="reopen_focus", arguments=_named(session)))


@tools.offer(needs=WRITE)
async def finish_focus(
    work: UnitOfWork, outcome: Outcome, note: str = "", focus_id: UUID | None = None
) -> platform.Outcome:
    """End a focus session, and note what was done. All of it checks its task off.

    Args:
        outcome: `done` for all of it, `part`, or `not`.
        note: What they said about it.
        focus_id: Which; the one that is on, if left out.
    """
    named = await _meant(work, focus_id)
    session, checked_off = await service.finish_and_tell(work, named, Finish(outcome=outcome, note=note))
    undo = Undo(tool="reopen_focus", arguments={**_named(session), **checked_off})
    return _outcome(work, "focus.finished", session, undo)


@tools.offer(needs=WRITE)
async def park_thought(work: UnitOfWork, text: str) -> platform.Outcome:
    """Keep a thought that came up while the person is at something else, to be looked at afterwards.

    Args:
        text: The thought, in their own words.
    """
    thought = await parking.park(work, Park(text=text).text)
    return platform.Outcome(
        kind="parked.kept",
        subject_kind="parked",
        subject_id=thought.id,
        title=thought.text,
        undo=Undo(tool="unpark_thought", arguments={"thought_id": str(thought.id)}),
    )


@tools.offer(needs=WRITE, hidden=True)
async def shorten_focus(work: UnitOfWork, focus_id: UUID, minutes: int) -> FocusOut:
    """Take time back that was given."""
    return FocusOut.model_validate(await service.extend(work, focus_id, -minutes))


@tools.offer(needs=WRITE, hidden=True)
async def reopen_focus(
    work: UnitOfWork, focus_id: UUID, reopen_task: UUID | None = None, reopen_step: UUID | None = None
) -> FocusOut:
    """Take the end of a session back, and what it checked off."""
    return FocusOut.model_validate(await service.reopen(work, focus_id, reopen_task, reopen_step))


class Unparked(BaseModel):
    """A parked thought that was taken back."""

    thought_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def unpark_thought(work: UnitOfWork, thought_id: UUID) -> Unparked:
    """Take a parked thought back."""
    await parking.unpark(work, thought_id)
    return Unparked(thought_id=thought_id)


async def _meant(work: UnitOfWork, focus_id: UUID | None) -> UUID:
    if focus_id is not None:
        return focus_id
    session = await service.running(work)
    if session is None:
        raise AlreadyOver
    return session.id


def _named(session: FocusSession) -> dict[str, Any]:
    return {"focus_id": str(session.id)}


def _outcome(work: UnitOfWork, kind: str, session: FocusSession, undo: Undo) -> platform.Outcome:
    """A receipt: while it runs, with the moment when its time is up."""
    told = words.lines(work.actor.locale)
    left = rules.left(happening.course(session), work.now)
    return platform.Outcome(
        kind=kind,
        subject_kind="focus",
        subject_id=session.id,
        title=session.title or told.untitled,
        when=session.ends_at if session.state == "running" else None,
        note=told.left.format(minutes=-(-left.seconds // 60)) if session.state == "paused" else None,
        undo=undo,
    )
