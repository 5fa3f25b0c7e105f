"""The time of what was told as over, with a beginning and an end: "I lived in Braga in 2015".

It says when its value held, and that it ended. Of the time outside it says nothing, so it closes no other value: who
has lived in Porto since 2010 lives there still. It holds where nothing else already says the same, up to where another
value begins within it, and gives way to what a hand has set.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from cairn.memory.facts.known import Closed, Known


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time that is over, as one row of it tells."""

    row: Known
    begins: datetime
    ends: datetime


def placed(
    ended: Sequence[Known], held: Sequence[Known], stops: Mapping[str, Sequence[datetime]], *, single_valued: bool
) -> list[Known]:
    """The rows that tell of an end, each with the time before it that is its own; empty where none is.

    Args:
        ended: All rows of a slot that tell of an end.
        held: Its values with their intervals.
        stops: When something ended each of their values, in order.
        single_valued: Whether only one value holds at a time.
    """
    told = [(row, _stretch(row)) for row in ended]
    found = [_mark(row) for row, stretch in told if stretch is None]
    taken = list(held)
    for stretch in sorted((stretch for _, stretch in told if stretch is not None), key=_order):
        before = [row for row in taken if _covers(row, stretch.row, single_valued=single_valued)]
        row = _within(stretch, before, stops.get(stretch.row.value_key, ()))
        taken.append(row)
        found.append(row)
    return found


def _stretch(row: Known) -> Stretch | None:
    told = row.tellings[0]
    return Stretch(row, told.at, told.until) if told.until is not None else None


def _order(stretch: Stretch) -> tuple[bool, datetime, timedelta, datetime, UUID]:
    """What is certain first, then the earlier and the longer: never what was told first, but between equals."""
    row = stretch.row
    return not row.is_certain, stretch.begins, stretch.begins - stretch.ends, row.tellings[0].said_at, row.id


def _covers(row: Known, of: Known, *, single_valued: bool) -> bool:
    if row.value_key == of.value_key:
        return row.is_certain or not of.is_certain
    return single_valued and row.is_by_hand and not of.is_by_hand


def _within(stretch: Stretch, before: Sequence[Known], stops: Sequence[datetime]) -> Known:
    begins = stretch.begins
    ends = min((stop for stop in stops if begins < stop < stretch.ends), default=stretch.ends)
    while begins < ends:
        holding = [row.valid_to or ends for row in before if row.holds(begins)]
        if not holding:
            following = [row.valid_from for row in before if _is_long(row) and begins < row.valid_from < ends]
            ends = min(following, default=ends)
            break
        begins = max(holding)
    if begins >= ends:
        return _mark(stretch.row)
    return replace(stretch.row, valid_from=begins, valid_to=ends, superseded_by=None, closed=Closed.PAST)


def _is_long(row: Known) -> bool:
    return row.valid_to is None or row.valid_from < row.valid_to


def _mark(row: Known) -> Known:
    at = row.tellings[0].until or row.tellings[0].at
    return replace(row, valid_from=at, valid_to=at, superseded_by=None, closed=Closed.MARK)
