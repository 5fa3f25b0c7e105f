"""The intervals of one slot, reckoned from everything that was ever said about it.

A slot is a subject, a relation and a qualifier. What was said are points in time: a value holds from here, or ended
here. The intervals follow from the points alone, so the order in which they were told cannot matter. Facts keep their
identity: a row takes its points along, and is split only when something came between them.

What is told of a time that is over ("I lived there in 2015") is the point of its end, and has the time before it as its
interval where nothing else says the same (`past.py`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from cairn.memory.facts import past
from cairn.memory.facts.known import Closed, Known, Telling

Key = str


@dataclass(frozen=True, slots=True)
class Point:
    """A telling of a row: its value holds from then on, or ended then (any value's did, when the key is empty)."""

    row: UUID
    key: Key
    ends: bool
    telling: Telling

    @property
    def at(self) -> datetime:
        return (self.ends and self.telling.until) or self.telling.at

    def goes_beyond(self, other: "Point") -> bool:
        """Whether this tells of a time in which the other's end lies: it was no end, then."""
        both_end = self.ends and other.ends and self.key == other.key
        return both_end and other.telling.until is not None and self.telling.at <= other.at < self.at

    def is_against(self, other: "Point", *, single_valued: bool) -> bool:
        """Whether both cannot be right about one moment."""
        if self.ends and other.ends:
            return False
        if self.ends or other.ends:
            return "" in (self.key, other.key) or self.key == other.key
        return single_valued and self.key != other.key

    def outweighs(self, other: "Point", *, single_valued: bool) -> bool:
        """Whether the other gives way: said of the same moment with less weight, or of a time that a hand has set.

        A hand edit says what holds from its event until it was made, or until its own end if that is earlier. What is
        said of a later event may follow it. And who tells today of having moved last week knows better than what they
        said in between, before they told.
        """
        if not self.is_against(other, single_valued=single_valued):
            return self.goes_beyond(other)
        mine, theirs = self.telling, other.telling
        if mine.is_by_hand:
            through = mine.said_at if mine.until is None else min(mine.said_at, mine.until)
            is_later_said = not theirs.is_by_hand or theirs.said_at < mine.said_at
            return is_later_said and self.at <= other.at <= max(through, self.at)
        if self.at == other.at:
            return not (self.ends or other.ends) and mine.weight > theirs.weight
        return not theirs.is_by_hand and mine.tells_of_lately(theirs)


def points_of(rows: Iterable[Known]) -> list[Point]:
    points = [
        Point(row.id, row.value_key, row.tells_end, telling)
        for row in rows
        if row.closed is not Closed.WRONG
        for telling in row.tellings
    ]
    return sorted(points, key=lambda point: (point.at, point.telling.said_at, point.row))


def in_effect(points: Sequence[Point], *, single_valued: bool) -> list[Point]:
    """The certain points that no other outweighs."""
    certain = [point for point in points if point.telling.is_certain]
    return [
        point for point in certain if not any(other.outweighs(point, single_valued=single_valued) for other in certain)
    ]


def runs(points: Sequence[Point], stops: Sequence[Point]) -> list[list[Point]]:
    """Points of one value, cut where something else or their own end came between."""
    found: list[list[Point]] = []
    for point in points:
        if found and _goes_on(found[-1], point, stops):
            found[-1].append(point)
        else:
            found.append([point])
    return found


def _goes_on(run: Sequence[Point], point: Point, stops: Sequence[Point]) -> bool:
    until = _until(run)
    if until is not None and until <= point.at:
        return False
    return not any(run[-1].at < stop.at < point.at for stop in stops)


def _until(run: Sequence[Point]) -> datetime | None:
    """The end that was said last, by event time."""
    return next((point.telling.until for point in reversed(run) if point.telling.until is not None), None)


def _end(run: Sequence[Point], stops: Sequence[Point]) -> tuple[datetime | None, UUID | None, Closed | None]:
    stop = next((stop for stop in stops if stop.at > run[-1].at), None)
    until = _until(run)
    if until is not None and until > run[-1].at and (stop is None or until <= stop.at):
        return until, None, Closed.RAN_OUT
    if stop is None:
        return None, None, None
    return stop.at, stop.row, Closed.ENDED if stop.ends else Closed.SUPERSEDED


@dataclass(frozen=True, slots=True)
class Slot:
    """The points of a slot, seen for one value of it."""

    points: Sequence[Point]
    effective: Sequence[Point]
    single_valued: bool

    @classmethod
    def of(cls, rows: Iterable[Known], *, single_valued: bool) -> "Slot":
        points = points_of(rows)
        return cls(points, in_effect(points, single_valued=single_valued), single_valued)

    def stops(self, key: Key, *, certain: bool) -> list[Point]:
        """What ends a value: its end said, another value where there is one only; for a maybe, its being settled."""
        return [
            point
            for point in self.effective
            if (
                point.key in ("", key)
                if point.ends
                else self._replaces(point.key, key) or self._settles(point, key, certain)
            )
        ]

    def _replaces(self, newer: Key, key: Key) -> bool:
        return self.single_valued and newer != key

    def _settles(self, point: Point, key: Key, certain: bool) -> bool:
        return not certain and point.key == key

    def runs(self, rows: Iterable[Known], key: Key, *, certain: bool) -> list[list[Point]]:
        among = {row.id for row in rows}
        said = self.effective if certain else self.points
        points = [point for point in said if point.row in among and not point.ends and point.key == key]
        return runs(points, self.stops(key, certain=certain))


def _values(rows: Iterable[Known]) -> list[tuple[Key, bool, list[Known]]]:
    """Rows of the same value, certain ones and maybes apart. Ends and what was wrong are not values."""
    groups: dict[tuple[Key, bool], list[Known]] = defaultdict(list)
    for row in rows:
        if _is_value(row):
            groups[row.value_key, row.is_certain].append(row)
    return [(key, certain, same) for (key, certain), same in sorted(groups.items(), key=lambda item: not item[0][1])]


def _is_value(row: Known) -> bool:
    return row.closed is not Closed.WRONG and not row.tells_end


def reckon(
    rows: Sequence[Known], *, single_valued: bool, new_id: Callable[[], UUID], fresh: UUID | None = None
) -> tuple[list[Known], dict[UUID, UUID]]:
    """The rows of one slot with the intervals that follow from their points.

    Args:
        rows: All of the slot, closed ones and marks too.
        fresh: A row that goes into another, if that one already says the same.

    Returns:
        The rows; and for those that had to be split off, from which.
    """
    slot = Slot.of(rows, single_valued=single_valued)
    dealt = [row for row in rows if not _is_value(row)]
    split_from: dict[UUID, UUID] = {}
    for key, certain, same in _values(rows):
        dealt += _deal(same, slot.runs(same, key, certain=certain), split_from, new_id, fresh)
    return _bounded(dealt, single_valued=single_valued), split_from


def _deal(
    rows: Sequence[Known],
    spans: Sequence[Sequence[Point]],
    split_from: dict[UUID, UUID],
    new_id: Callable[[], UUID],
    fresh: UUID | None,
) -> list[Known]:
    """Every telling with the row of its span: a row lives in one span, and `fresh` only where no other row is."""
    by_id = {row.id: row for row in rows}
    home: dict[tuple[UUID, Telling], UUID] = {}
    taken: set[UUID] = set()
    for span in spans:
        here = [row for row in dict.fromkeys(point.row for point in span) if row not in taken and row != fresh]
        if not here:
            here = [fresh if fresh is not None and any(point.row == fresh for point in span) else new_id()]
            if here[0] not in by_id:
                origin = span[0].row
                split_from[here[0]] = origin
                by_id[here[0]] = replace(by_id[origin], id=here[0], tellings=())
        current = here[0]
        for point in span:
            current = point.row if point.row in here else current
            home[point.row, point.telling] = current
        taken.update(here)
    told: dict[UUID, list[Telling]] = defaultdict(list)
    for row in rows:
        last = row.id
        for telling in row.tellings:
            last = home.get((row.id, telling), last)
            told[last].append(telling)
    return [
        replace(by_id[row], tellings=tuple(sorted(set(tellings), key=lambda telling: (telling.at, telling.said_at))))
        for row, tellings in told.items()
    ]


def _bounded(rows: Sequence[Known], *, single_valued: bool) -> list[Known]:
    slot = Slot.of(rows, single_valued=single_valued)
    bounded: dict[UUID, Known] = {}
    for key, certain, same in _values(rows):
        stops = slot.stops(key, certain=certain)
        by_id = {row.id: row for row in same}
        for run in slot.runs(same, key, certain=certain):
            bounded |= {row.id: row for row in _chained(run, stops, by_id)}
        for row in same:
            if row.id not in bounded:
                bounded[row.id] = _outweighed(row, _heavier(row, slot))
            elif not certain and (sure := _surer(bounded[row.id], bounded.values())):
                bounded[row.id] = _outweighed(row, sure.id)
    ended = [row for row in rows if row.tells_end]
    stopped = {row.value_key: [stop.at for stop in slot.stops(row.value_key, certain=True)] for row in ended}
    wrong = [row for row in rows if row.closed is Closed.WRONG]
    held = list(bounded.values())
    return [*wrong, *held, *past.placed(ended, held, stopped, single_valued=single_valued)]


def _chained(run: Sequence[Point], stops: Sequence[Point], by_id: dict[UUID, Known]) -> Iterable[Known]:
    """The rows of a run, each until the next one begins and the last until the run is stopped."""
    firsts = {point.row: point.at for point in reversed(run)}
    order = sorted(firsts, key=lambda row: firsts[row])
    for row_id, following in zip(order, [*order[1:], None], strict=True):
        to, by, why = (firsts[following], following, Closed.CONTINUED) if following else _end(run, stops)
        yield replace(by_id[row_id], valid_from=firsts[row_id], valid_to=to, superseded_by=by, closed=why)


def _heavier(row: Known, slot: Slot) -> UUID:
    """What outweighs a row none of whose points is in effect."""
    mine = [point for point in slot.points if point.row == row.id and point.telling.is_certain]
    return next(
        other.row
        for other in slot.points
        if other.telling.is_certain and other.outweighs(mine[0], single_valued=slot.single_valued)
    )


def _surer(maybe: Known, others: Iterable[Known]) -> Known | None:
    """A certain fact of the same value that holds when a maybe begins: the maybe adds nothing to it."""
    return next(
        (
            other
            for other in others
            if other.value_key == maybe.value_key and other.is_certain and other.holds(maybe.valid_from)
        ),
        None,
    )


def _outweighed(row: Known, by: UUID) -> Known:
    return replace(row, valid_from=row.event_at, valid_to=row.event_at, superseded_by=by, closed=Closed.OUTWEIGHED)
