"""What is there that words name: events of the next weeks, open reminders, open tasks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from cairn import when
from cairn.assistant.grammar import Change
from cairn.assistant.wording import phrases
from cairn.calendar import service as calendar
from cairn.calendar.permissions import READ as CALENDAR_READ
from cairn.calendar.schemas import Occurrence
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.reminders.permissions import READ as REMINDERS_READ
from cairn.tasks import service as tasks
from cairn.tasks.permissions import READ as TASKS_READ
from cairn.when.tokens import fold

AHEAD = timedelta(days=60)
MOST_TOLD = 4
_PAGE = 200
_SAYING_LITTLE = """
the our your with and for about appointment event los las mis del con una cita evento consulta
les des mes mon une avec rendez vous rdv evenement das dos com uma para minha meu por sur pour
"""
_SMALL = frozenset(_SAYING_LITTLE.split())
_SAYING_NOTHING = "a an of to in on at my me el la lo un de le du d l au o as os um do da em no na ao s"
_SHORT = frozenset(_SAYING_NOTHING.split())


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that may be taken away or moved.

    Args:
        at: When it is; of what comes again, the next time, or the one that is meant.
        day_only: Of a task: it is for the day of `at`.
        task_id: Of a reminder: the task that it belongs to.
        ahead_of: Of a reminder: the one that it rings before.
        rings_for: Of one that comes again: the time for which it rings now.
        times: Of an event: when it happens in the next weeks.
        coming: Of a reminder that comes again: when it rings on the day on which a time of it is to be left out.
    """

    kind: str
    id: UUID
    title: str
    at: datetime | None
    repeats: bool = False
    day_only: bool = False
    task_id: UUID | None = None
    ahead_of: UUID | None = None
    rings_for: datetime | None = None
    place: str = ""
    times: tuple[Occurrence, ...] = ()
    coming: tuple[datetime, ...] = ()


async def meant(work: UnitOfWork, change: Change) -> list[Thing]:
    """Everything that the words may name, whenever it is, in the order of events, reminders, tasks.

    Whoever speaks by a key is told of nothing that it may not read.
    """
    ways = (
        ("event", CALENDAR_READ, _events),
        ("reminder", REMINDERS_READ, _reminders),
        ("task", TASKS_READ, _tasks),
    )
    found: list[Thing] = []
    for kind, permission, there in ways:
        if change.kind in (None, kind) and work.actor.may(permission):
            found += [one for one in await there(work) if _may_be(one, change)]
    ids = {one.id for one in found}
    found = await _on_their_day(work, [one for one in found if one.ahead_of not in ids], change)
    listed = {one.id for one in found if one.kind == "task"}
    owned = {one.task_id for one in found if one.kind == "reminder" and one.task_id in listed}
    if change.to_a_clock:  # a task and its reminder are one thing: an hour is the reminder's, a day is the task's
        return [one for one in found if one.kind != "task" or one.id not in owned]
    return [one for one in found if one.kind != "reminder" or one.task_id not in owned]


def then(things: Sequence[Thing], change: Change, work: UnitOfWork) -> list[Thing]:
    """Those that are on the day or at the moment that was said, each at that time of it."""
    if change.on is None:
        return [one if change.whole else replace(one, at=one.rings_for or one.at) for one in things]
    kept: list[Thing] = []
    for one in things:
        if one.kind == "event":
            kept += [replace(one, at=time.start) for time in one.times if _is_on(time.start, change, work)]
            continue
        moments = [at for at in (one.rings_for, one.at, *one.coming) if at is not None]
        on = [at for at in moments if _is_on(at, change, work, day_only=one.day_only)]
        kept += [replace(one, at=at) for at in on[:1]]
    return kept


def _is_on(moment: datetime, change: Change, work: UnitOfWork, *, day_only: bool = False) -> bool:
    assert change.on is not None
    zone = work.actor.zone
    if change.at_clock and not day_only:
        return abs(moment - change.on) < timedelta(minutes=1)
    return _day(moment, work) == change.on.astimezone(zone).date()


def _day(moment: datetime, work: UnitOfWork) -> date:
    return moment.astimezone(work.actor.zone).date()


def _may_be(thing: Thing, change: Change) -> bool:
    """Whether the words name it clearly enough.

    An event is named by words of its title or place. What isn't said to be a reminder or a task has to be named by
    all of its title to be taken away ("delete the photos" is something to do), and to be moved to a time by some.
    """
    title = words_of(thing.title)
    wanted = content(change.words)
    if not wanted:
        return change.explicit and not change.words
    if not wanted <= title | words_of(thing.place):
        return False
    if thing.kind == "event" or change.explicit or change.kind == thing.kind:
        return True
    if content(f"{change.verb} {change.words}") >= content(thing.title) and words_of(change.verb) <= title:
        return False  # the same words again: "cancel netflix" is on the list by that name
    if change.does == "move":
        return change.directed
    return change.directed or content(thing.title) <= wanted or _is_name(change.words)


def _is_name(words: str) -> bool:
    """Whether what says something in these words is spelt like somebody's name: "Tom", "de Tom"."""
    named = content(words)
    return all(word[0].isupper() for word in re.findall(r"\w+", words) if fold(word) in named)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def content(text: str) -> set[str]:
    """The words that say something; where all are short, those that aren't only articles and the like."""
    every = words_of(text)
    return {word for word in every if len(word) > 2} - _SMALL or every - _SHORT - _SMALL


async def _events(work: UnitOfWork) -> list[Thing]:
    grouped: dict[UUID, list[Occurrence]] = {}
    for one in await calendar.happening(work, work.now, work.now + AHEAD):
        grouped.setdefault(one.event_id, []).append(one)
    return [
        Thing(
            "event",
            times[0].event_id,
            times[0].title,
            times[0].start,
            repeats=times[0].repeats,
            place=times[0].place,
            times=tuple(times),
        )
        for times in grouped.values()
    ]


async def _reminders(work: UnitOfWork) -> list[Thing]:
    """Open ones that stand by themselves; those of an event go with that."""
    found: list[Thing] = []
    cursor: str | None = None
    while True:
        page = await reminders.listing(work, PageQuery(limit=_PAGE, cursor=cursor))
        found += [
            Thing(
                "reminder",
                one.id,
                one.text,
                one.due_at,
                repeats=one.rrule is not None,
                task_id=one.task_id,
                ahead_of=one.ahead_of,
                rings_for=one.rang_for if one.state == "ringing" and one.rrule is not None else None,
            )
            for one in page.items
            if one.event_id is None
        ]
        cursor = page.next_cursor
        if cursor is None:
            return found


async def _on_their_day(work: UnitOfWork, things: list[Thing], change: Change) -> list[Thing]:
    """Reminders that come again, with their times on the day of which one is to be left out."""
    if (
        change.does != "cancel"
        or change.on is None
        or not any(one.kind == "reminder" and one.repeats for one in things)
    ):
        return things
    zone = work.actor.zone
    day = change.on.astimezone(zone).date()
    begins, ends = (when.resolve(datetime.combine(one, time()), zone) for one in (day, day + timedelta(days=1)))
    if ends <= work.now:
        return things
    coming: dict[UUID, list[datetime]] = {}
    for at, reminder in await reminders.ahead(work, max(begins, work.now), ends):
        coming.setdefault(reminder.id, []).append(at)
    return [replace(one, coming=tuple(coming.get(one.id, ()))) if one.kind == "reminder" else one for one in things]


async def _tasks(work: UnitOfWork) -> list[Thing]:
    found: list[Thing] = []
    cursor: str | None = None
    while True:
        rows, cursor = await tasks.listing(work, PageQuery(limit=_PAGE, cursor=cursor))
        found += [
            Thing("task", row.id, row.title, row.due_at, row.rrule is not None, row.due_date_only) for row in rows
        ]
        if cursor is None:
            return found


def told(things: Sequence[Thing], work: UnitOfWork) -> str:
    """Several of them, so that one can be chosen: of several kinds, each with its kind."""
    words, zone, locale = phrases(work.actor.locale), work.actor.zone, work.actor.locale
    kinds = {"event": words.kind_event, "reminder": words.kind_reminder, "task": words.kind_task}
    mixed = len({one.kind for one in things}) > 1
    lines = []
    for one in things[:MOST_TOLD]:
        line = f"{one.title} ({kinds[one.kind]})" if mixed else one.title
        if one.at is not None:
            moment = when.say_in_full(one.at, work.now, zone=zone, locale=locale)
            line += f", {moment.split(',', maxsplit=1)[0] if one.day_only else moment}"
        lines.append(line)
    return "; ".join(lines)


async def ringing(work: UnitOfWork, things: Sequence[Thing]) -> Thing | None:
    """The one of these that rings now, if one does."""
    current = await reminders.current(work)
    return next((one for one in things if current is not None and one.id == current.id), None)
