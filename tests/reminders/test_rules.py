"""What words for a time mean to a reminder, and which rules it repeats by."""

from datetime import UTC, date, datetime, time, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from cairn.reminders.errors import BadRule, InThePast, NoSuchZone, TooFarAway, UnreadableTime
from cairn.reminders.rules import checked_rule, known_zone, read_moment, read_snooze, ring, still_to_come

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
USUAL = datetime.combine(date(2026, 11, 24), time(14, 30))


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("10 minutes", "24 12:10"),
        ("for 10 minutes", "24 12:10"),
        ("in 10 minutes", "24 12:10"),
        ("10 min", "24 12:10"),
        ("1 h", "24 13:00"),
        ("an hour", "24 13:00"),
        ("half an hour", "24 12:30"),
        ("until 3pm", "24 15:00"),
        ("tonight", "24 21:00"),
        ("tomorrow", "25 14:30"),
        ("tomorrow morning", "25 09:00"),
        ("friday", "27 14:30"),
        ("today", "24 14:30"),
        ("2 days", "26 12:00"),
    ],
)
def test_later_in_words(words: str, until: str) -> None:
    assert f"{read_snooze(words, NOW, LISBON, 'en', USUAL):%d %H:%M}" == until


@pytest.mark.parametrize("words", ["yesterday", "yesterday at 3pm", "24 Nov 2020", "today at 11am"])
def test_nothing_is_put_off_into_the_past(words: str) -> None:
    with pytest.raises(InThePast):
        read_snooze(words, NOW, LISBON, "en", USUAL)


@pytest.mark.parametrize("words", ["purple", "later", "every day at 9", "10 minutes of silence", "🙂"])
def test_words_that_name_no_moment_are_refused(words: str) -> None:
    with pytest.raises(UnreadableTime):
        read_snooze(words, NOW, LISBON, "en", USUAL)


@pytest.mark.parametrize(
    ("words", "due", "rrule"),
    [
        ("tomorrow at 3pm", "25 15:00", None),
        ("in 20 minutes", "24 12:20", None),
        ("tomorrow", "25 09:00", None),
        ("today", "24 15:00", None),
        ("every weekday at 9am", "25 09:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ],
)
def test_a_moment_in_words(words: str, due: str, rrule: str | None) -> None:
    said = read_moment(words, NOW, LISBON, "en")

    assert (f"{said.due_at:%d %H:%M}", said.rrule) == (due, rrule)


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE",
        "freq=monthly;bymonthday=31",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MINUTELY;INTERVAL=20",
        "FREQ=HOURLY;INTERVAL=2",
        "FREQ=DAILY;COUNT=3",
        "FREQ=DAILY;UNTIL=20261231T235959Z",
        "FREQ=YEARLY;BYDAY=53MO",
        "FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10",
        "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30",
        "FREQ=HOURLY;BYMINUTE=0,5,55",
        "FREQ=HOURLY;INTERVAL=2;BYMINUTE=0,58",
    ],
)
def test_rules_that_are_taken(rrule: str) -> None:
    assert checked_rule(rrule, USUAL, LISBON).startswith("FREQ=")


@pytest.mark.parametrize(
    "rrule",
    [
        "every day",
        "",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=MINUTELY;INTERVAL=4",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=99999999",
        "FREQ=DAILY;UNTIL=20200101T000000Z",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY\nDTSTART:20200101T000000",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYHOUR=25",
        # Closer together than five minutes, within an hour, between two hours, and over midnight.
        "FREQ=HOURLY;BYMINUTE=" + ",".join(map(str, range(60))),
        "FREQ=HOURLY;BYMINUTE=0,4",
        "FREQ=HOURLY;BYMINUTE=1,57",
        "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,1",
        "FREQ=DAILY;BYHOUR=0,23;BYMINUTE=0,58",
        # More than there are.
        "FREQ=YEARLY;BYDAY=60MO",
        "FREQ=YEARLY;BYMONTH=12;BYDAY=53MO",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYMONTH=13;BYMONTHDAY=1",
    ],
)
def test_rules_that_are_refused(rrule: str) -> None:
    with pytest.raises(BadRule):
        checked_rule(rrule, USUAL, LISBON)


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=-31;BYSETPOS=-366",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=60",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31,-31",
        # What no arithmetic here tells is looked for, but not up to the year 9999.
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=8",
        "FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=31",
        "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
    ],
)
def test_what_never_comes_is_refused_in_no_time(rrule: str) -> None:
    began = process_time()
    with pytest.raises(BadRule):
        checked_rule(rrule, USUAL, LISBON)

    assert process_time() - began < 0.2


def test_zones_and_moments_are_checked() -> None:
    for key in ("Mars/Olympus", "", "../etc/passwd", "Europe/Lisbon\x00"):
        with pytest.raises(NoSuchZone):
            known_zone(key)
    with pytest.raises(InThePast):
        still_to_come(NOW, NOW)
    with pytest.raises(TooFarAway):
        still_to_come(datetime.max.replace(tzinfo=UTC), NOW)
    just_now = NOW - timedelta(seconds=30)
    assert still_to_come(just_now, NOW, grace=timedelta(minutes=1)) == just_now


@pytest.mark.parametrize("away", [timedelta(minutes=3), timedelta(days=3), timedelta(days=40)])
def test_however_long_away_it_rings_for_the_latest_moment_alone(away: timedelta) -> None:
    first = datetime.combine(date(2026, 11, 24), time(12))
    due_at = NOW
    now = NOW + away
    for minutes in (5, 45, 600):
        rule = f"FREQ=MINUTELY;INTERVAL={minutes}"
        rung = ring(due_at=due_at, snoozed=False, rrule=rule, first_local=first, zone=LISBON, now=now)

        step = timedelta(minutes=minutes)
        assert rung.rang_for == NOW + (away // step) * step
        assert rung.next_due == rung.rang_for + step
