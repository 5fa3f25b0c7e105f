"""How people wish to be reached: their ladder, their quiet hours, what they don't want, and do not disturb."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row, delete, select, text

from cairn.mail import service as mail
from cairn.notify import carriers, climbing
from cairn.notify.errors import NotAhead, TooLongQuiet
from cairn.notify.models import Channel, Preferences, Preset
from cairn.notify.rules import LADDERS, NOISY, Quiet, Wishes
from cairn.notify.schemas import ChangePreferences, Ladder, PreferencesOut, QuietHours
from cairn.platform.trail import personal
from cairn.platform.work import UnitOfWork

LONGEST_QUIET = timedelta(days=30)
KIND = "notifications"

_OF = text(
    "select u.id, u.time_zone, p.preset, p.ladder, p.quiet_from, p.quiet_to, p.quiet_channels, p.off, p.quiet_until"
    " from notification_preferences p join users u on u.id = p.user_id where p.user_id = any(cast(:people as uuid[]))"
)
# Rows are made by the first change; two at once are the same row.
_MAKE = text(
    "insert into notification_preferences (id, user_id, preset, quiet_channels, off)"
    " values (:id, :me, 'usual', cast(:noisy as jsonb), '[]') on conflict (user_id) do nothing"
)
_NO_QUIET = Quiet(ZoneInfo("UTC"))


async def of(work: UnitOfWork, people: Collection[UUID]) -> dict[UUID, Wishes]:
    """The wishes of these people, in one statement however many they are."""
    rows = {row.id: row for row in (await work.session.execute(_OF, {"people": list(people)})).all()}
    reach = await carriers.reach(work, people)
    return {person: _wishes(rows.get(person), reach[person]) for person in people}


def _wishes(row: Row[Any] | None, reach: frozenset[Channel]) -> Wishes:
    if row is None:
        return Wishes(LADDERS[Preset.USUAL], reach, _NO_QUIET)
    off = frozenset(Channel(name) for name in row.off)
    quiet = Quiet(
        zone=ZoneInfo(row.time_zone),
        start=row.quiet_from,
        end=row.quiet_to,
        channels=frozenset(Channel(name) for name in row.quiet_channels),
        until=row.quiet_until,
    )
    return Wishes(_ladder(row.preset, row.ladder), reach - off, quiet, off)


def _ladder(preset: str, own: Mapping[str, Any] | None) -> Ladder:
    return LADDERS[Preset(preset)] if own is None else Ladder.model_validate(own)


async def get(work: UnitOfWork) -> PreferencesOut:
    """How this person is reached."""
    row = await work.session.scalar(select(Preferences).where(Preferences.user_id == work.user_id))
    return _out(row, work)


def _out(row: Preferences | None, work: UnitOfWork) -> PreferencesOut:
    off = [] if row is None else [Channel(name) for name in row.off]
    quiet_until = None if row is None else row.quiet_until
    return PreferencesOut(
        preset=Preset.USUAL if row is None else Preset(row.preset),
        ladder=LADDERS[Preset.USUAL] if row is None else _ladder(row.preset, row.ladder),
        presets=LADDERS,
        quiet_hours=_hours(row),
        off=off,
        channels=list(Channel),
        do_not_disturb_until=quiet_until if quiet_until is not None and quiet_until > work.now else None,
        nothing_but_the_page=frozenset(off) >= NOISY,
        mail_stays_here=not mail.delivers_outside(work.runtime),
    )


def _hours(row: Preferences | None) -> QuietHours | None:
    if row is None or row.quiet_from is None or row.quiet_to is None:
        return None
    channels = [Channel(name) for name in row.quiet_channels]
    return QuietHours(start=row.quiet_from, end=row.quiet_to, channels=channels)


async def change(work: UnitOfWork, wanted: ChangePreferences) -> PreferencesOut:
    """Put these in place of what was. What is planned is looked at again; what rings keeps its ladder."""
    row = await _mine(work)
    before = _plainly(row)
    hours = wanted.quiet_hours
    row.preset = wanted.preset
    row.ladder = wanted.ladder.model_dump(mode="json") if wanted.ladder else None
    row.quiet_from = hours.start if hours else None
    row.quiet_to = hours.end if hours else None
    row.quiet_channels = [str(channel) for channel in (hours.channels if hours and hours.channels else sorted(NOISY))]
    row.off = [str(channel) for channel in dict.fromkeys(wanted.off)]
    return await _changed(work, row, before)


async def keep_quiet_hours(work: UnitOfWork, hours: QuietHours | None) -> PreferencesOut:
    """Set the quiet hours, or have none; everything else stays."""
    now = await get(work)
    wanted = ChangePreferences(
        preset=now.preset,
        ladder=now.ladder if now.preset is Preset.OWN else None,
        quiet_hours=hours,
        off=now.off,
    )
    return await change(work, wanted)


async def do_not_disturb(work: UnitOfWork, until: datetime | None) -> PreferencesOut:
    """Let nothing make a noise until then, or take that back. What waits goes afterwards; nothing is dropped.

    Raises:
        NotAhead, TooLongQuiet: nothing changes.
    """
    if until is not None and until <= work.now:
        raise NotAhead(field="until")
    if until is not None and until > work.now + LONGEST_QUIET:
        raise TooLongQuiet(field="until")
    row = await _mine(work)
    before = _plainly(row)
    row.quiet_until = until
    return await _changed(work, row, before)


async def _mine(work: UnitOfWork) -> Preferences:
    """This person's row, made if need be and held until the unit of work ends."""
    arguments = {"id": work.runtime.new_id(), "me": work.user_id, "noisy": work.runtime.dump(sorted(NOISY))}
    await work.session.execute(_MAKE, arguments)
    query = select(Preferences).where(Preferences.user_id == work.user_id).with_for_update()
    return (await work.session.scalars(query.execution_options(populate_existing=True))).one()


def _plainly(row: Preferences) -> dict[str, Any]:
    return {
        "preset": str(row.preset),
        "ladder": row.ladder,
        "quiet_from": row.quiet_from.isoformat() if row.quiet_from else None,
        "quiet_to": row.quiet_to.isoformat() if row.quiet_to else None,
        "quiet_channels": list(row.quiet_channels),
        "off": list(row.off),
        "do_not_disturb_until": row.quiet_until.isoformat() if row.quiet_until else None,
    }


async def _changed(work: UnitOfWork, row: Preferences, before: Mapping[str, Any]) -> PreferencesOut:
    await work.session.flush()
    after = _plainly(row)
    changes = {name: personal(before[name], after[name]) for name in after if before[name] != after[name]}
    if changes:
        await work.audit("notifications.changed", row.id, kind=KIND, changes=changes)
        await climbing.wake(work)
    return _out(row, work)


async def exported(work: UnitOfWork) -> list[dict[str, Any]]:
    """The person's row, if they have changed anything."""
    row = await work.session.scalar(select(Preferences).where(Preferences.user_id == work.user_id))
    return [] if row is None else [_plainly(row)]


async def erase(work: UnitOfWork) -> None:
    await work.session.execute(delete(Preferences).where(Preferences.user_id == work.user_id))
