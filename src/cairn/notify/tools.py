"""What the assistant may do about how a person is reached."""

from datetime import time
from uuid import UUID

from pydantic import AwareDatetime

from cairn.notify import preferences, stopping
from cairn.notify.errors import NothingComing
from cairn.notify.permissions import PREFERENCES_WRITE
from cairn.notify.schemas import QuietHours
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork

tools = Tools()
MOST_TITLES = 3


@tools.offer(needs=PREFERENCES_WRITE)
async def do_not_disturb(work: UnitOfWork, until: AwareDatetime) -> Outcome:
    """Let nothing make a noise until a moment. What waits goes afterwards; nothing is dropped.

    Args:
        until: Until when, with time zone. It must lie ahead.
    """
    before = (await preferences.get(work)).do_not_disturb_until
    await preferences.do_not_disturb(work, until)
    return _quiet("quiet.begun", until, before)


@tools.offer(needs=PREFERENCES_WRITE)
async def end_do_not_disturb(work: UnitOfWork) -> Outcome:
    """Let the person be reached again now: do not disturb is over."""
    before = (await preferences.get(work)).do_not_disturb_until
    await preferences.do_not_disturb(work, None)
    return _quiet("quiet.ended", None, before)


@tools.offer(needs=PREFERENCES_WRITE)
async def stop_coming(work: UnitOfWork) -> Outcome:
    """Call back whatever comes after the person now, by any channel. It stays open on their page."""
    stopped = await stopping.stop(work)
    if not stopped:
        raise NothingComing
    titles = list(dict.fromkeys(one.title for one in sorted(stopped, key=lambda one: one.occurrence_at, reverse=True)))
    more = "" if len(titles) <= MOST_TITLES else ", …"
    return Outcome(
        kind="quiet.stopped",
        subject_kind=preferences.KIND,
        title=", ".join(titles[:MOST_TITLES]) + more,
        undo=Undo(tool="go_on_coming", arguments={"delivery_ids": [str(one.id) for one in stopped]}),
    )


@tools.offer(needs=PREFERENCES_WRITE, hidden=True)
async def go_on_coming(work: UnitOfWork, delivery_ids: list[UUID]) -> Outcome:
    """Take a stop back; what was answered since stays quiet."""
    await stopping.go_on(work, delivery_ids)
    return Outcome(kind="quiet.restored", subject_kind=preferences.KIND, title="")


@tools.offer(needs=PREFERENCES_WRITE)
async def set_quiet_hours(work: UnitOfWork, start: time, end: time) -> Outcome:
    """Keep quiet every day between two times on the wall; over midnight too.

    Args:
        start: From when, such as 22:00.
        end: Until when, such as 07:00.
    """
    before = (await preferences.get(work)).quiet_hours
    await preferences.keep_quiet_hours(work, QuietHours(start=start, end=end))
    return _hours("quiet.hours_set", f"{start:%H:%M}–{end:%H:%M}", before)


@tools.offer(needs=PREFERENCES_WRITE)
async def drop_quiet_hours(work: UnitOfWork) -> Outcome:
    """Have no quiet hours any more."""
    before = (await preferences.get(work)).quiet_hours
    await preferences.keep_quiet_hours(work, None)
    return _hours("quiet.hours_dropped", "", before)


@tools.offer(needs=PREFERENCES_WRITE, hidden=True)
async def restore_do_not_disturb(work: UnitOfWork, until: AwareDatetime | None) -> Outcome:
    """Put do not disturb back as it was; what has passed by now is no more."""
    still = until if until is not None and until > work.now else None
    await preferences.do_not_disturb(work, still)
    return _quiet("quiet.restored", still, None, undo=False)


@tools.offer(needs=PREFERENCES_WRITE, hidden=True)
async def restore_quiet_hours(work: UnitOfWork, hours: QuietHours | None) -> Outcome:
    """Put the quiet hours back as they were."""
    await preferences.keep_quiet_hours(work, hours)
    return _hours("quiet.hours_restored", "", None, undo=False)


def _quiet(kind: str, until: AwareDatetime | None, before: AwareDatetime | None, *, undo: bool = True) -> Outcome:
    arguments = {"until": before.isoformat() if before else None}
    return Outcome(
        kind=kind,
        subject_kind=preferences.KIND,
        title="",
        when=until,
        undo=Undo(tool="restore_do_not_disturb", arguments=arguments) if undo else None,
    )


def _hours(kind: str, title: str, before: QuietHours | None, *, undo: bool = True) -> Outcome:
    arguments = {"hours": before.model_dump(mode="json") if before else None}
    return Outcome(
        kind=kind,
        subject_kind=preferences.KIND,
        title=title,
        undo=Undo(tool="restore_quiet_hours", arguments=arguments) if undo else None,
    )
