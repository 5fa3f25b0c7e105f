"""Saying how one is, and what the last weeks show."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from cairn.mood import kept, repository, rules
from cairn.mood.errors import NothingSaid, NotYet
from cairn.mood.messages import MoodChanged, MoodSaid
from cairn.mood.models import Mood, MoodEntry
from cairn.mood.rules import Said
from cairn.mood.schemas import EntryPatch, LatelyOut, NewEntry, PartOut, PictureOut
from cairn.mood.words import named, sentence
from cairn.platform.http import PageQuery, expect
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.tasks.schemas import Energy

KIND = "mood"
COUNTS_FOR = timedelta(hours=4)
"""So long the last energy said is taken for the energy there is: longer than that, a meal or a nap has come between."""

WEEKS = timedelta(weeks=4)
JUST_NOW = timedelta(minutes=5)
"""A device's clock may be a little ahead of ours."""


async def say(work: UnitOfWork, new: NewEntry) -> MoodEntry:
    """Keep how somebody is.

    Raises:
        NotYet: it is about a moment still to come.
    """
    entry = MoodEntry(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        mood=new.mood,
        energy=new.energy,
        note=new.note,
        at=_by_now(work, new.at) if new.at is not None else work.now,
        created_at=work.now,
    )
    work.session.add(entry)
    await work.session.flush()
    await work.audit("mood.say", entry.id, kind=KIND)
    await work.publish(MoodSaid(entry_id=entry.id))
    return entry


async def get(work: UnitOfWork, entry_id: UUID) -> MoodEntry:
    """One entry of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await repository.get(work, entry_id)


async def listing(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[MoodEntry], str | None]:
    """The latest first."""
    return await repository.page(work, page)


async def between(work: UnitOfWork, start: datetime, end: datetime) -> Sequence[MoodEntry]:
    """All of a stretch of time, in its order."""
    return await repository.between(work, start, end)


async def edit(work: UnitOfWork, entry_id: UUID, patch: EntryPatch, if_match: str | None) -> MoodEntry:
    """Change what the patch names.

    Raises:
        NotFound: there is none with this id.
        Stale: somebody changed it since.
        NothingSaid: neither a mood nor an energy would be left.
        NotYet: it would be about a moment still to come.
    """
    entry = await repository.get(work, entry_id, lock=True)
    expect(entry.version, if_match)
    before = kept.fields(entry)
    for name, value in patch.changes().items():
        setattr(entry, name, _by_now(work, value) if name == "at" else value)
    if entry.mood is None and entry.energy is None:
        raise NothingSaid
    await work.session.flush()
    await work.audit("mood.edit", entry.id, kind=KIND, changes=changed(before, kept.fields(entry)))
    await work.publish(MoodChanged(entry_id=entry.id))
    return entry


async def remove(work: UnitOfWork, entry_id: UUID) -> None:
    """Take it away, as if it had not been said.

    Raises:
        NotFound: there is none with this id.
    """
    await repository.remove(work, entry_id)
    await work.audit("mood.remove", entry_id, kind=KIND)
    await work.publish(MoodChanged(entry_id=entry_id))


def in_words(entry: MoodEntry, locale: str) -> str:
    """What an entry says: "Flat, low energy"."""
    mood = Mood(entry.mood) if entry.mood is not None else None
    return named(mood, Energy(entry.energy) if entry.energy is not None else None, locale)


async def lately(work: UnitOfWork) -> LatelyOut:
    """The energy that counts now, where it comes from, and for how long."""
    entry = await repository.latest_energy(work, work.now - COUNTS_FOR)
    if entry is None or entry.energy is None:
        return LatelyOut()
    zone = work.actor.zone
    return LatelyOut(
        energy=Energy(entry.energy),
        said_at=entry.at.astimezone(zone),
        until=(entry.at + COUNTS_FOR).astimezone(zone),
        entry_id=entry.id,
    )


async def picture(work: UnitOfWork, until: datetime | None = None) -> PictureOut:
    """What four weeks show: parts of the day and their energy.

    Args:
        until: Where they end; now, if left out.
    """
    end = until or work.now + JUST_NOW
    since, zone = end - WEEKS, work.actor.zone
    said = [
        Said(entry.at.astimezone(zone), Energy(entry.energy))
        for entry in await repository.between(work, since, end)
        if entry.energy is not None
    ]
    drawn = rules.picture(said)
    return PictureOut(
        since=since.astimezone(zone),
        parts=[
            PartOut(part=part, low=shares.low, medium=shares.medium, high=shares.high, enough=shares.enough)
            for part, shares in drawn.parts.items()
        ],
        good_time=drawn.good_time,
        slow_time=drawn.slow_time,
        sentence=sentence(drawn, work.actor.locale),
    )


class SaidHere:
    """The energy that somebody said lately, for whoever chooses the next thing."""

    async def energy(self, work: UnitOfWork) -> Energy | None:
        return (await lately(work)).energy


def _by_now(work: UnitOfWork, moment: datetime) -> datetime:
    if moment > work.now + JUST_NOW:
        raise NotYet(field="at")
    return min(moment, work.now)
