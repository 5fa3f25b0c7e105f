"""Which screens there are, how long they may take, and when something is offered."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.reviews.models import Kind
from cairn.reviews.rules import (
    ALWAYS,
    CHOICES,
    SECONDS,
    STEPS,
    Offered,
    Step,
    after,
    day_of,
    offer,
    steps_of,
)

LISBON = ZoneInfo("Europe/Lisbon")
FIRST = datetime(2026, 1, 1, tzinfo=LISBON)
LONGEST_WEEK = 10 * 60
LONGEST_DAY = 3 * 60
times = st.none() | st.times()
wishes = st.builds(Offered, times, times, st.integers(0, 6), times)
moments = st.integers(0, 2 * 366 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))


@given(st.sampled_from(Kind), st.sets(st.sampled_from(Step)))
def test_a_review_has_the_screens_that_have_something_on_them_in_order(kind: Kind, there: set[Step]) -> None:
    steps = steps_of(kind, there)
    assert steps
    assert set(steps) <= there | ALWAYS
    assert steps == [step for step in STEPS[kind] if step in steps]


@given(st.sampled_from(Kind), st.sets(st.sampled_from(Step)), st.sets(st.sampled_from(Step)))
def test_going_on_comes_to_an_end_and_shows_nothing_twice(kind: Kind, there: set[Step], skip: set[Step]) -> None:
    steps = steps_of(kind, there)
    seen, step = [steps[0]], after(steps[0], steps, skip=skip)
    while step is not None:
        seen.append(step)
        step = after(step, steps, skip=skip)
    assert len(set(seen)) == len(seen)
    assert not skip & set(seen[1:])


def test_a_week_takes_less_than_ten_minutes_and_a_day_less_than_three() -> None:
    taken = {kind: sum(SECONDS[step] for step in steps) for kind, steps in STEPS.items()}
    assert taken[Kind.WEEK] < LONGEST_WEEK
    assert max(taken[Kind.START], taken[Kind.SHUTDOWN]) <= LONGEST_DAY
    assert set(SECONDS) == set(Step)


def test_what_is_decided_is_among_few_choices() -> None:
    assert all(len(choices) <= 4 for choices in CHOICES.values())


@pytest.mark.parametrize(
    ("kind", "wall", "day"),
    [
        (Kind.START, "2026-11-24T09:00", date(2026, 11, 24)),
        (Kind.SHUTDOWN, "2026-11-25T01:30", date(2026, 11, 24)),
        (Kind.WEEK, "2026-11-29T20:00", date(2026, 11, 23)),
        (Kind.WEEK, "2026-12-01T09:00", date(2026, 11, 23)),
        (Kind.WEEK, "2026-12-02T09:00", date(2026, 11, 30)),
    ],
)
def test_a_night_belongs_to_the_day_before_and_a_monday_to_the_week_before(kind: Kind, wall: str, day: date) -> None:
    assert day_of(kind, datetime.fromisoformat(wall).replace(tzinfo=LISBON)) == day


@given(moments, st.sampled_from(Kind))
def test_nothing_is_offered_to_who_asked_for_nothing(now: datetime, kind: Kind) -> None:
    assert offer(Offered(), now, {}) is None


@given(wishes, moments)
def test_what_was_had_is_not_offered_again_for_its_day(asked: Offered, now: datetime) -> None:
    had: dict[Kind, date | None] = {}
    offered = []
    while (kind := offer(asked, now, had)) is not None:
        offered.append(kind)
        had[kind] = day_of(kind, now)
    assert len(set(offered)) == len(offered)


@given(wishes, moments)
def test_what_is_offered_was_asked_for(asked: Offered, now: datetime) -> None:
    at = {Kind.START: asked.start_at, Kind.SHUTDOWN: asked.shutdown_at, Kind.WEEK: asked.week_at}
    kind = offer(asked, now, {})
    assert kind is None or at[kind] is not None


def test_it_is_offered_at_its_time_and_a_few_hours_after() -> None:
    asked = Offered(start_at=time(8), week_day=6, week_at=time(18))
    morning = datetime(2026, 11, 24, 8, tzinfo=LISBON)
    assert offer(asked, morning - timedelta(minutes=1), {}) is None
    assert offer(asked, morning, {}) is Kind.START
    assert offer(asked, morning + timedelta(hours=4), {}) is None
    sunday = datetime(2026, 11, 29, 18, tzinfo=LISBON)
    assert offer(asked, sunday, {}) is Kind.WEEK
    assert offer(asked, sunday + timedelta(hours=29), {}) is Kind.WEEK
    assert offer(asked, sunday + timedelta(hours=31), {}) is None
