"""How the time of a session goes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.focus import rules, words
from cairn.focus.rules import Course, Happens

BEGUN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LISBON = ZoneInfo("Europe/Lisbon")
LENGTHS = st.integers(1, 480)


def later(minutes: float) -> datetime:
    return BEGUN + timedelta(minutes=minutes)


def test_a_session_asks_half_way_and_ends_in_time() -> None:
    course = rules.course(BEGUN, 30)

    assert (course.half_at, course.ends_at) == (later(15), later(30))
    assert rules.happens(course, later(14.99)) is None
    assert rules.happens(course, later(15)) is Happens.HALF
    assert rules.happens(course, later(30)) is Happens.TIME_UP


def test_a_short_one_is_left_in_peace() -> None:
    assert rules.course(BEGUN, 9).half_at is None
    assert rules.course(BEGUN, 10).half_at == later(5)


def test_a_forgotten_pause_ends() -> None:
    course = Course(later(30), later(15), paused_at=later(10))

    assert rules.happens(course, later(200)) is None
    assert rules.happens(course, later(10) + rules.LONGEST_PAUSE) is Happens.FORGOTTEN


@given(LENGTHS, st.floats(0, 480), st.floats(0, 10_000))
def test_a_pause_takes_nothing_from_what_is_left(length: int, after: float, pause: float) -> None:
    course = rules.course(BEGUN, length)
    paused_at = later(min(after, length))
    stopped = Course(course.ends_at, course.half_at, paused_at)
    left = rules.left(stopped, paused_at)

    assert rules.left(stopped, paused_at + timedelta(minutes=pause)) == left
    assert rules.left(rules.resumed(stopped, paused_at + timedelta(minutes=pause)), paused_at) >= left
    again = rules.resumed(stopped, paused_at + timedelta(minutes=pause))
    assert rules.left(again, paused_at + timedelta(minutes=pause)) == left


@given(LENGTHS, st.floats(0, 1000))
def test_what_happens_next_never_happened_already(length: int, at: float) -> None:
    course = rules.course(BEGUN, length)

    assert (rules.happens(course, later(at)) is None) == (later(at) < rules.due(course))


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_what_is_said_late_says_so(language: str) -> None:
    for what in (Happens.HALF, Happens.TIME_UP):
        assert "12:00" not in words.told(what, BEGUN, BEGUN, LISBON, language)
        assert "12:00" in words.told(what, BEGUN, later(20), LISBON, language)
    assert "12:20" in words.told(Happens.TIME_UP, BEGUN, later(20), LISBON, language)
    assert "24/11 12:00" in words.told(Happens.TIME_UP, BEGUN, later(60 * 24), LISBON, language)
