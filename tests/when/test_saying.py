"""Times put into words, and read again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.when import find, read, say, say_duration, say_rule, strip

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 26, 11, 40, tzinfo=LISBON)
LANGUAGES = ["en", "es", "fr", "pt"]


@pytest.mark.parametrize(
    ("moment", "locale", "said"),
    [
        ("2026-11-26T15:00", "en", "Thu 26 Nov, 15:00 (in 3 h 20)"),
        ("2026-11-26T15:00", "en-GB", "Thu 26 Nov, 15:00 (in 3 h 20)"),
        ("2026-11-26T12:00", "en", "Thu 26 Nov, 12:00 (in 20 min)"),
        ("2026-11-26T09:40", "en", "Thu 26 Nov, 09:40 (2 h ago)"),
        ("2026-11-28T15:00", "en", "Sat 28 Nov, 15:00 (in 2 days 3 h)"),
        ("2027-01-05T09:00", "en", "Tue 5 Jan 2027, 09:00 (in 40 days)"),
        ("2026-11-26T15:00", "es", "jue 26 nov, 15:00 (en 3 h 20)"),
        ("2026-11-26T15:00", "fr", "jeu. 26 nov., 15:00 (dans 3 h 20)"),
        ("2026-11-26T15:00", "pt", "qui. 26 nov., 15:00 (em 3 h 20)"),
    ],
)
def test_a_moment_is_said_in_full(moment: str, locale: str, said: str) -> None:
    when = datetime.fromisoformat(moment).replace(tzinfo=LISBON)

    assert say(when, NOW, zone=LISBON, locale=locale) == said


@pytest.mark.parametrize(
    ("rrule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=WEEKLY;BYDAY=TU", "every Tuesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "every Monday and Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Mon"),
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("FREQ=MONTHLY;BYMONTHDAY=3", "every month on the 3rd"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", "every year on 4 July"),
        ("FREQ=DAILY;COUNT=5", "every day 5 times"),
        ("FREQ=DAILY;UNTIL=20270303T235959Z", "every day until 3 Mar 2027"),
    ],
)
def test_a_rule_is_said_in_words(rrule: str, said: str) -> None:
    assert say_rule(rrule) == said


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_rule_has_words_in_every_language(locale: str) -> None:
    for rrule in ("FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=SA,SU", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYMONTHDAY=-1"):
        assert "{" not in say_rule(rrule, locale)


@pytest.mark.parametrize(
    ("delta", "said"),
    [
        (timedelta(minutes=200), "3 h 20"), (timedelta(minutes=25), "25 min"), (timedelta(days=2), "2 days"),
        (timedelta(days=1), "1 day"), (timedelta(hours=2), "2 h"), (timedelta(minutes=61), "1 h 01"),
        (timedelta(seconds=10), "10 s"),
    ],
)  # fmt: skip
def test_a_length_is_said_shortly(delta: timedelta, said: str) -> None:
    assert say_duration(delta) == said


def bound(year: int) -> datetime:
    """Hypothesis wants its bounds without a zone."""
    return datetime(year, 1, 2)  # noqa: DTZ001


@given(
    moment=st.datetimes(bound(2026), bound(2030), timezones=st.just(UTC)),
    locale=st.sampled_from(LANGUAGES),
)
def test_what_is_said_is_read_again_to_the_minute(moment: datetime, locale: str) -> None:
    now = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
    said = say(moment, now, zone=ZoneInfo("UTC"), locale=locale).partition(" (")[0]

    again = read(said, now, language=locale)

    assert again is not None
    assert again.start == moment.replace(second=0, microsecond=0)


PHRASES = [
    "at 3", "at 15:00", "tomorrow", "tonight at 8", "friday", "friday at 9", "on the 3rd", "3 march", "at noon",
    "in 20 minutes", "in 2 days", "next week", "next friday at 5pm", "every day at 8am", "every monday at 9",
    "this evening at 8", "at 7:30", "midnight", "from 3 to 5pm", "end of the month", "every morning", "at 12",
    "february 29", "the last friday of the month at 9am",
]  # fmt: skip


@given(
    phrase=st.sampled_from(PHRASES),
    wall=st.datetimes(bound(2026), bound(2030)),
    zone=st.sampled_from(["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"]),
)
def test_nothing_is_silently_in_the_past(phrase: str, wall: datetime, zone: str) -> None:
    now = wall.replace(tzinfo=ZoneInfo(zone))

    moment = read(phrase, now)

    assert moment is not None
    ahead = moment.start >= now or (moment.grain == "day" and moment.start.date() >= now.date())
    assert ahead or not moment.sure


@given(
    phrase=st.sampled_from(PHRASES),
    task=st.sampled_from(["call mum", "take pills", "send the form to Ana", "water 3 plants"]),
    leads=st.booleans(),
)
def test_no_time_is_left_when_times_are_taken_out(phrase: str, task: str, leads: bool) -> None:
    sentence = f"{phrase} {task}" if leads else f"{task} {phrase}"

    left = strip(sentence, find(sentence, NOW))

    assert left == task
    assert find(left, NOW) == []
