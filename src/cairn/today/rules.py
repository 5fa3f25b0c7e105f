"""Where a day begins and ends, the order of what is in it, and the day as one line. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn.accounts.schemas import USUAL_DAY, WakingHours
from cairn.calendar.schemas import Occurrence
from cairn.today.schemas import Ahead, Item, Ref, SegmentKind, Today
from cairn.when import resolve

TRANSITION = timedelta(minutes=10)
"""Left free between two things, and before what has a time: nobody goes from one to the next in no time."""
USUAL_MINUTES = 25
"""How long a task is taken to last of which nobody said it."""
MOST_IN_A_GAP = 3
"""More than that is a list, and no suggestion."""


def day_of(now: datetime, zone: ZoneInfo, hours: WakingHours = USUAL_DAY) -> date:
    """The day that a moment is of. Until the day before ends, it goes on past midnight."""
    wall = now.astimezone(zone)
    before = hours.past_midnight and wall.time() < hours.ends
    return wall.date() - timedelta(days=1) if before else wall.date()


def bounds(now: datetime, zone: ZoneInfo, hours: WakingHours = USUAL_DAY) -> tuple[datetime, datetime]:
    """Where the day turns around a moment, by the person's clock: at midnight, or where their day ends after it."""
    day = day_of(now, zone, hours)
    return turn(day, zone, hours), turn(day + timedelta(days=1), zone, hours)


def turn(day: date, zone: ZoneInfo, hours: WakingHours = USUAL_DAY) -> datetime:
    """Where a day begins: at midnight, or where the one before it ends."""
    return resolve(datetime.combine(day, hours.ends if hours.past_midnight else time()), zone)


def waking(now: datetime, zone: ZoneInfo, hours: WakingHours = USUAL_DAY) -> tuple[datetime, datetime]:
    """When the person's day begins and ends."""
    day = day_of(now, zone, hours)
    last = day + timedelta(days=1) if hours.past_midnight else day
    return resolve(datetime.combine(day, hours.begins), zone), resolve(datetime.combine(last, hours.ends), zone)


def in_order(items: Iterable[Item]) -> list[Item]:
    """Timed ones by their time, then what has the whole day."""
    return sorted(items, key=lambda item: (item.at is None, item.at.timestamp() if item.at else 0, item.title))


def next_of(items: Iterable[Item], now: datetime) -> Item | None:
    """The first open one that is still to come; of an ordered day."""
    for item in items:
        if not item.done and item.at is not None and item.at >= now:
            return item
    return None


def without_bring(day: Today) -> Today:
    """A day as a model may read it: what to take along may come from a calendar that others write to, as notes may."""
    items = [item.model_copy(update={"bring": ""}) for item in day.items]
    line = [piece.model_copy(update={"bring": ""}) for piece in day.line]
    following = day.next and day.next.model_copy(update={"bring": ""})
    return day.model_copy(update={"items": items, "line": line, "next": following})


def days_without_bring(ahead: Ahead) -> Ahead:
    """Days as a model may read them."""
    days = [
        day.model_copy(update={"items": [item.model_copy(update={"bring": ""}) for item in day.items]})
        for day in ahead.days
    ]
    return ahead.model_copy(update={"days": days})


class ToDo(NamedTuple):
    """A task that may be done in between.

    Args:
        minutes: How long it takes; `None` where nobody said.
    """

    id: UUID
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the line. One without a length is a moment, such as a reminder's.

    Args:
        fixed: It has its time; else it is only proposed, or free.
        overlaps: Something else that is fixed goes on at the same time.
    """

    kind: SegmentKind
    start: datetime
    end: datetime
    fixed: bool
    title: str = ""
    place: str = ""
    bring: str = ""
    ref: Ref | None = None
    overlaps: bool = False


def pieces_of(occurrence: Occurrence) -> list[Piece]:
    """Getting ready, the way, and the event itself."""
    if occurrence.all_day:
        return []
    ref = Ref(kind="event", id=occurrence.event_id)
    leave = occurrence.leave_by or occurrence.start
    stretches: list[tuple[SegmentKind, datetime, datetime]] = [
        ("ready", occurrence.ready_by or leave, leave),
        ("travel", leave, occurrence.start),
        ("event", occurrence.start, occurrence.end),
    ]
    return [
        Piece(
            kind,
            start,
            end,
            fixed=True,
            title=occurrence.title,
            place=occurrence.place,
            bring=occurrence.bring,
            ref=ref,
        )
        for kind, start, end in stretches
        if start < end
    ]


@dataclass(frozen=True, slots=True)
class Day:
    """What a line is made of.

    Args:
        start: When the person's day begins. Nothing is put before, though the line begins with what is fixed first.
        end: When it ends; the line goes on to what is fixed last.
        midnights: Where the day turns; nothing of the line lies outside of them.
    """

    now: datetime
    start: datetime
    end: datetime
    midnights: tuple[datetime, datetime]


def line(day: Day, events: Sequence[Occurrence], others: Sequence[Piece], todos: Iterable[ToDo]) -> list[Piece]:
    """The day from its beginning to its end: what is fixed, what fits between, and what is free.

    What is fixed may overlap, and says so; all else fills the rest without a gap and without overlapping.

    Args:
        others: What else has its time: reminders, and tasks for an hour.
        todos: What may be done in between, the first choice first.
    """
    first, last = day.midnights
    fixed = [
        replace(piece, start=max(piece.start, first), end=min(piece.end, last))
        for piece in [*(piece for one in events for piece in pieces_of(one)), *others]
        if piece.start < last and (piece.end > first or piece.start == piece.end >= first)
    ]
    moments = [piece for piece in fixed if piece.start == piece.end]
    lasting = _marked([piece for piece in fixed if piece.start < piece.end])
    start = min([day.start, *(piece.start for piece in fixed)])
    end = max([day.end, *(piece.end for piece in fixed)])
    landings = {one.end: one.landed for one in events if one.landed > one.end}
    waiting = list(todos)
    between: list[Piece] = []
    for gap in _gaps(lasting, start, end):
        night, awake = _awake(gap, day)
        between += night
        if awake is not None:
            between += _filled(awake, day.now, landings, waiting)
    return sorted([*lasting, *moments, *between], key=lambda piece: (piece.start, piece.end))


def _marked(pieces: Sequence[Piece]) -> list[Piece]:
    """In order, those that go on at the same time marked."""
    ordered = sorted(pieces, key=lambda piece: (piece.start, piece.end))
    overlapping: set[int] = set()
    active: list[int] = []
    for index, piece in enumerate(ordered):
        active = [one for one in active if ordered[one].end > piece.start]
        if active:
            overlapping |= {index, *active}
        active.append(index)
    return [replace(piece, overlaps=index in overlapping) for index, piece in enumerate(ordered)]


class _Gap(NamedTuple):
    """A stretch in which nothing is fixed.

    Args:
        follows: Something fixed ends where it begins.
        leads: Something fixed begins where it ends.
    """

    start: datetime
    end: datetime
    follows: bool
    leads: bool


def _gaps(ordered: Sequence[Piece], start: datetime, end: datetime) -> list[_Gap]:
    found, free = [], start
    for piece in ordered:
        if piece.start > free:
            found.append(_Gap(free, piece.start, free > start, leads=True))
        free = max(free, piece.end)
    if end > free:
        found.append(_Gap(free, end, free > start, leads=False))
    return found


def _awake(gap: _Gap, day: Day) -> tuple[list[Piece], _Gap | None]:
    """What of a gap is night, and what isn't."""
    night = []
    start, end = min(max(gap.start, day.start), gap.end), max(min(gap.end, day.end), gap.start)
    if gap.start < start:
        night.append(Piece("rest", gap.start, start, fixed=False))
    if end < gap.end:
        night.append(Piece("rest", end, gap.end, fixed=False))
    if start >= end:
        return night, None
    return night, _Gap(start, end, gap.follows and start == gap.start, gap.leads and end == gap.end)


def _filled(gap: _Gap, now: datetime, landings: dict[datetime, datetime], waiting: list[ToDo]) -> list[Piece]:
    """A gap's pieces. What is put there is taken from `waiting`."""
    found: list[Piece] = []
    at = gap.start
    landed = min(landings.get(at, at), gap.end)
    if landed > at:
        found.append(Piece("rest", at, landed, fixed=False))
        at = landed
    elsewhere = gap.follows and landed == gap.start
    if at < now:
        past = min(now, gap.end)
        found.append(Piece("free", at, past, fixed=False))
        at, elsewhere = past, elsewhere and now - gap.start < TRANSITION
    latest = gap.end - TRANSITION if gap.leads else gap.end
    put = 0
    index = 0
    while index < len(waiting) and put < MOST_IN_A_GAP and at < latest:
        task = waiting[index]
        begins = at + TRANSITION if elsewhere or put else at
        ends = begins + timedelta(minutes=task.minutes or USUAL_MINUTES)
        if ends > latest:
            index += 1
            continue
        if begins > at:
            found.append(Piece("rest", at, begins, fixed=False))
        found.append(Piece("task", begins, ends, fixed=False, ref=Ref(kind="task", id=task.id)))
        del waiting[index]
        at, put = ends, put + 1
    if at < gap.end:
        found.append(Piece("free", at, gap.end, fixed=False))
    return found
