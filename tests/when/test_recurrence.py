"""The time on the wall, on the days the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from cairn.when import next_occurrence, resolve

ZONES = ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "shown", "moment"),
    [
        # Forward: the hour (or, on Lord Howe, half hour) that is skipped becomes the minute after it.
        ("Europe/Lisbon", "2026-03-29T01:30", "2026-03-29T01:00"),
        ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30"),
        # Back: what is shown twice is the first of the two.
        ("Europe/Lisbon", "2026-10-25T01:30", "2026-10-25T00:30"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45"),
        ("Europe/Lisbon", "2026-07-01T12:00", "2026-07-01T11:00"),
    ],
)
def test_a_wall_time_is_one_moment(zone: str, shown: str, moment: str) -> None:
    assert resolve(wall(shown), ZoneInfo(zone)) == utc(moment)


@pytest.mark.parametrize(
    ("zone", "start", "after", "expected"),
    [
        ("Europe/Lisbon", "2026-03-27T01:30", "2026-03-28T01:30", "2026-03-29T01:00"),
        ("Europe/Lisbon", "2026-03-27T01:30", "2026-03-29T01:00", "2026-03-30T00:30"),
        ("Europe/Lisbon", "2026-10-23T01:30", "2026-10-24T00:30", "2026-10-25T00:30"),
        ("Europe/Lisbon", "2026-10-23T01:30", "2026-10-25T00:30", "2026-10-26T01:30"),
        ("America/New_York", "2026-03-06T02:30", "2026-03-07T07:30", "2026-03-08T07:00"),
        ("America/New_York", "2026-10-30T01:30", "2026-11-01T05:30", "2026-11-02T06:30"),
        ("Australia/Lord_Howe", "2026-10-02T02:15", "2026-10-02T15:45", "2026-10-03T15:30"),
        ("Australia/Lord_Howe", "2026-04-03T01:45", "2026-04-04T14:45", "2026-04-05T15:15"),
    ],
)
def test_a_daily_rule_keeps_its_wall_time_over_the_change(zone: str, start: str, after: str, expected: str) -> None:
    assert next_occurrence("FREQ=DAILY", wall(start), ZoneInfo(zone), utc(after)) == utc(expected)


def test_the_first_occurrence_counts_when_it_is_still_to_come() -> None:
    found = next_occurrence("FREQ=DAILY;COUNT=1", wall("2026-05-01T09:00"), ZoneInfo("UTC"), utc("2026-04-30T00:00"))

    assert found == utc("2026-05-01T09:00")


def test_a_rule_that_has_run_out_has_no_next() -> None:
    zone = ZoneInfo("Europe/Lisbon")

    assert next_occurrence("FREQ=DAILY;COUNT=2", wall("2026-05-01T09:00"), zone, utc("2026-05-02T08:00")) is None
    until = "FREQ=DAILY;UNTIL=20260503T225959Z"
    assert next_occurrence(until, wall("2026-05-01T09:00"), zone, utc("2026-05-02T08:00")) == utc("2026-05-03T08:00")
    assert next_occurrence(until, wall("2026-05-01T09:00"), zone, utc("2026-05-03T08:00")) is None


def bound(year: int) -> datetime:
    """Hypothesis wants its bounds without a zone."""
    return datetime(year, 1, 2)  # noqa: DTZ001


@given(
    zone=st.sampled_from(ZONES),
    minute=st.integers(0, 1439),
    after=st.datetimes(bound(2026), bound(2028), timezones=st.just(UTC)),
)
def test_the_next_day_is_at_most_a_day_and_a_change_of_clocks_away(zone: str, minute: int, after: datetime) -> None:
    start = datetime(2026, 1, 1) + timedelta(minutes=minute)  # noqa: DTZ001 - wall time

    found = next_occurrence("FREQ=DAILY", start, ZoneInfo(zone), after)

    assert found is not None
    assert timedelta() < found - after <= timedelta(hours=25)
    local = found.astimezone(ZoneInfo(zone))
    shown = (local.hour, local.minute) == (start.hour, start.minute)
    jumped = resolve(datetime.combine(local.date(), start.time()), ZoneInfo(zone)) == found
    assert shown or jumped


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MINUTELY;INTERVAL=45",
        "FREQ=HOURLY;INTERVAL=5",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;BYDAY=MO,WE;INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;WKST=SU",
        "FREQ=DAILY;COUNT=400",
        "FREQ=HOURLY;BYHOUR=9,17",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601T000000Z",
    ],
)
def test_a_rule_that_began_long_ago_comes_round_as_when_counted_from_its_start(rule: str) -> None:
    zone = ZoneInfo("Europe/Lisbon")
    start = wall("2026-01-07T09:30")
    counted = rrulestr(rule.replace("Z", ""), dtstart=start)
    moment = datetime(2026, 11, 3, 4, 5, tzinfo=UTC)
    for _ in range(30):
        moment += timedelta(hours=31)
        found = next_occurrence(rule, start, zone, moment)
        expected = counted.after(moment.astimezone(zone).replace(tzinfo=None))
        assert (found and found.astimezone(zone).replace(tzinfo=None)) == expected
