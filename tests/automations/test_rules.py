"""When an automation runs: on the wall where its person is, at most once an hour, and once for what was missed."""

from datetime import UTC, datetime, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.automations import rules, words
from cairn.automations.errors import BeginsInThePast, UnreadableSchedule, UnusableSchedule
from cairn.automations.models import What, Why
from tests.conftest import NOON

LISBON = ZoneInfo("Europe/Lisbon")
EIGHT = datetime.fromisoformat("2026-11-25T08:00:00")


@pytest.mark.parametrize(
    ("said", "locale", "rrule", "first"),
    [
        ("every sunday at 18:00", "en", "FREQ=WEEKLY;BYDAY=SU", "2026-11-29T18:00:00"),
        ("every weekday at 8am", "en", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-25T08:00:00"),
        ("every monday", "en", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30T09:00:00"),
        ("cada domingo a las 18:00", "es", "FREQ=WEEKLY;BYDAY=SU", "2026-11-29T18:00:00"),
        ("tous les jours à 8h", "fr", "FREQ=DAILY", "2026-11-25T08:00:00"),
        ("todos os domingos às 18:00", "pt", "FREQ=WEEKLY;BYDAY=SU", "2026-11-29T18:00:00"),
    ],
)
def test_words_name_a_schedule(said: str, locale: str, rrule: str, first: str) -> None:
    found = rules.in_words(said, NOON, LISBON, locale)
    assert found.rrule == rrule
    assert rules.wall(found.due_at, LISBON).isoformat() == first


@pytest.mark.parametrize("said", ["tomorrow at 8", "now and then", "sunday"])
def test_words_that_name_none_that_repeats_are_refused(said: str) -> None:
    with pytest.raises(UnreadableSchedule):
        rules.in_words(said, NOON, LISBON, "en")


@pytest.mark.parametrize(
    "rrule",
    ["FREQ=MINUTELY;INTERVAL=30", "FREQ=DAILY;BYHOUR=8;BYMINUTE=0,30", "FREQ=HOURLY;BYMINUTE=0,59", "FREQ=SECONDLY"],
)
def test_what_comes_more_often_than_hourly_is_refused(rrule: str) -> None:
    with pytest.raises(UnusableSchedule):
        rules.by_rule(rrule, NOON + timedelta(hours=1), NOON, LISBON)


def test_hourly_is_allowed_also_where_clocks_are_set_forward() -> None:
    before = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert rules.by_rule("FREQ=HOURLY", before + timedelta(minutes=15), before, LISBON).rrule == "FREQ=HOURLY"


@pytest.mark.parametrize("away", [timedelta(hours=-1), timedelta(days=400)])
def test_it_begins_ahead_and_within_a_year(away: timedelta) -> None:
    with pytest.raises(BeginsInThePast):
        rules.by_rule("FREQ=DAILY", NOON + away, NOON, LISBON)


@pytest.mark.parametrize("changes", [datetime(2027, 3, 28, tzinfo=UTC), datetime(2027, 10, 31, tzinfo=UTC)])
def test_eight_is_eight_on_both_sides_of_a_change_of_clocks(changes: datetime) -> None:
    times = rules.series("FREQ=DAILY", EIGHT, LISBON)
    before = times.after(changes - timedelta(days=1))
    assert before is not None
    after = rules.due(before, times, before).following
    assert after is not None
    assert (rules.wall(before, LISBON).hour, rules.wall(after, LISBON).hour) == (8, 8)
    assert after - before != timedelta(days=1)


@given(days=st.integers(0, 60), minutes=st.integers(0, 24 * 60 - 1))
def test_of_what_was_missed_the_latest_runs_and_nothing_else(days: int, minutes: int) -> None:
    times = rules.series("FREQ=DAILY", EIGHT, LISBON)
    first = times.after(NOON)
    assert first is not None
    now = first + timedelta(days=days, minutes=minutes)
    due = rules.due(first, times, now)
    assert due.scheduled_for <= now
    assert due.following is not None
    assert due.following > now
    assert times.after(due.scheduled_for) == due.following


def test_another_clock_keeps_the_time_on_the_wall() -> None:
    due = datetime(2026, 11, 25, 8, tzinfo=UTC)
    assert rules.moved(due, LISBON, ZoneInfo("America/New_York")) == datetime(2026, 11, 25, 13, tzinfo=UTC)


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
def test_every_language_has_its_words(locale: str) -> None:
    assert words.named(What.WEEK, "", locale)
    assert words.named(What.PROMPT, "a" * 200, locale).endswith("…")
    assert all(words.of_nothing(why, locale) for why in (Why.NO_MODEL, Why.BUDGET, Why.MODEL, Why.TROUBLE))
    if locale != "en":
        assert words.phrases(locale) != words.phrases("en")


def test_what_comes_seldom_is_reckoned_in_no_time() -> None:
    began = process_time()
    assert not rules.comes_too_often(
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", datetime.fromisoformat("2028-02-29T09:00:00")
    )
    assert process_time() - began < 0.15
