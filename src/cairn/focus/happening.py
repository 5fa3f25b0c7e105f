"""What happens to sessions by themselves: half way, time up, a pause that was forgotten."""

from typing import Literal
from zoneinfo import ZoneInfo

from cairn.focus import rooms, rules, words
from cairn.focus.messages import FocusChanged, FocusTold, TellRoom
from cairn.focus.models import FocusSession, State
from cairn.focus.rules import Course, Happens
from cairn.notify import service as notify
from cairn.notify.schemas import ONCE, Channel, Notice
from cairn.platform.work import UnitOfWork

KIND = "focus"
LINK = "/focus"


def course(session: FocusSession) -> Course:
    """How far a session is."""
    half_at = session.half_at if session.half_asked_at is None and session.check_in is None else None
    return Course(session.ends_at, half_at, session.paused_at)


def schedule(session: FocusSession) -> None:
    """Let the ticker look at it when something happens next."""
    session.due_at = rules.due(course(session)) if session.is_on else None


async def happen(work: UnitOfWork, session: FocusSession) -> Happens | None:
    """Let happen what is due, in the person's own work or the system's; nothing where nothing is."""
    what = rules.happens(course(session), work.now) if session.is_on else None
    match what:
        case Happens.HALF:
            assert session.half_at is not None
            session.half_asked_at = work.now
            schedule(session)
            await _tell(work, session, what, "half")
        case Happens.TIME_UP:
            session.state, session.ended_at, session.time_up = State.FINISHED, session.ends_at, True
            await _tell(work, session, what, "time_up")
            await over(work, session)
        case Happens.FORGOTTEN:
            end(session, State.STOPPED, work)
            await over(work, session)
    if what is not None:
        await work.session.flush()
        await work.publish(FocusChanged(session_id=session.id, state=session.state), to=session.user_id)
    return what


def end(session: FocusSession, state: State, work: UnitOfWork) -> None:
    """End a session that is on; what it paused is no work."""
    if session.paused_at is not None:
        session.paused_seconds += max(0, round((work.now - session.paused_at).total_seconds()))
        session.paused_at = None
    session.state, session.ended_at = state, work.now


async def over(work: UnitOfWork, session: FocusSession) -> None:
    """It is over: nothing more happens, and its seat is free."""
    schedule(session)
    await work.session.flush()
    for space_id in await rooms.free(work, session):
        work.enqueue(TellRoom(user_id=session.user_id, space_id=space_id))


async def _tell(work: UnitOfWork, session: FocusSession, what: Happens, kind: Literal["half", "time_up"]) -> None:
    at = session.ends_at if what is Happens.TIME_UP else session.half_at
    assert at is not None
    made = await notify.notify(
        work,
        Notice(
            user_id=session.user_id,
            kind=KIND,
            subject_id=session.id,
            occurrence_at=at,
            title=session.title or words.lines(session.language).untitled,
            body=words.told(what, at, work.now, ZoneInfo(session.zone), session.language),
            link=LINK,
            ladder=ONCE,
            mail=False,
        ),
    )
    on_page = next((one.id for one in made if one.channel is Channel.PAGE), None)
    await work.publish(FocusTold(session_id=session.id, what=kind, delivery_id=on_page), to=session.user_id)
