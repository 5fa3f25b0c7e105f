"""What the words of a sentence mean, form by form."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from cairn.when import DayParts, Grain, durations, find, read, strip

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 20, 11, 40, tzinfo=LISBON)  # a Friday


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LISBON)


@pytest.mark.parametrize(
    ("words", "start", "sure"),
    [
        ("in 20 minutes", "2026-11-20T12:00", True),
        ("in half an hour", "2026-11-20T12:10", True),
        ("in an hour and a half", "2026-11-20T13:10", True),
        ("in 1h30", "2026-11-20T13:10", True),
        ("in 2 h", "2026-11-20T13:40", True),
        ("an hour from now", "2026-11-20T12:40", True),
        ("tomorrow", "2026-11-21T00:00", True),
        ("tomorrow at 3pm", "2026-11-21T15:00", True),
        ("3pm tomorrow", "2026-11-21T15:00", True),
        ("tomorrow morning", "2026-11-21T09:00", True),
        ("tonight", "2026-11-20T21:00", True),
        ("tonight at 8", "2026-11-20T20:00", True),
        ("this evening at 8", "2026-11-20T20:00", True),
        ("at 8 in the evening", "2026-11-20T20:00", True),
        ("at noon", "2026-11-20T12:00", True),
        ("midnight", "2026-11-21T00:00", True),
        ("at 9am", "2026-11-21T09:00", True),
        ("at 3", "2026-11-20T15:00", False),
        ("at 7", "2026-11-20T19:00", False),
        ("at 10", "2026-11-21T10:00", False),
        ("at 15:00", "2026-11-20T15:00", True),
        ("at half eight", "2026-11-20T20:30", False),
        ("at 09:15", "2026-11-21T09:15", True),
        ("half past 3 pm", "2026-11-20T15:30", True),
        ("quarter to 5pm", "2026-11-20T16:45", True),
        ("Monday", "2026-11-23T00:00", True),
        ("this monday", "2026-11-23T00:00", True),
        ("Friday", "2026-11-27T00:00", False),
        ("next wednesday", "2026-11-25T00:00", True),
        ("by Monday 5pm", "2026-11-23T17:00", True),
        ("Tuesday the 24th at 14:15", "2026-11-24T14:15", True),
        ("on the 3rd", "2026-12-03T00:00", True),
        ("3 December", "2026-12-03T00:00", True),
        ("3 March", "2027-03-03T00:00", False),
        ("March 3rd 2027", "2027-03-03T00:00", True),
        ("2026-12-01 09:30", "2026-12-01T09:30", True),
        ("2026-12-01T09:30", "2026-12-01T09:30", True),
        ("in 3 days", "2026-11-23T11:40", True),
        ("in a week", "2026-11-27T11:40", True),
        ("two weeks ago", "2026-11-06T11:40", True),
        ("yesterday", "2026-11-19T00:00", True),
        ("yesterday at 3pm", "2026-11-19T15:00", True),
        ("last night", "2026-11-19T21:00", True),
        ("end of the month", "2026-11-30T00:00", True),
        ("the first monday of december", "2026-12-07T00:00", True),
        ("the day after christmas", "2026-12-26T00:00", True),
        ("Thursday at 8am PST", "2026-11-26T16:00", True),
    ],
)
def test_a_phrase_means_its_moment(words: str, start: str, sure: bool) -> None:
    moment = read(words, NOW)

    assert moment is not None
    assert moment.start == at(start)
    assert moment.sure is sure


@pytest.mark.parametrize(
    ("words", "start", "end", "grain"),
    [
        ("from 3pm to 5pm", "2026-11-20T15:00", "2026-11-20T17:00", Grain.HOUR),
        ("between 3 and 5pm", "2026-11-20T15:00", "2026-11-20T17:00", Grain.HOUR),
        ("tomorrow from 3 to 5", "2026-11-21T15:00", "2026-11-21T17:00", Grain.HOUR),
        ("Monday 10-11am", "2026-11-23T10:00", "2026-11-23T11:00", Grain.HOUR),
        ("this weekend", "2026-11-21T00:00", "2026-11-23T00:00", Grain.DAY),
        ("next week", "2026-11-23T00:00", "2026-11-30T00:00", Grain.WEEK),
        ("last week", "2026-11-09T00:00", "2026-11-16T00:00", Grain.WEEK),
        ("next month", "2026-12-01T00:00", "2027-01-01T00:00", Grain.MONTH),
        ("in 2023", "2023-01-01T00:00", "2024-01-01T00:00", Grain.YEAR),
        ("from 10 to 14 december", "2026-12-10T00:00", "2026-12-15T00:00", Grain.DAY),
        ("from monday to thursday", "2026-11-23T00:00", "2026-11-27T00:00", Grain.DAY),
    ],
)
def test_a_stretch_has_an_end(words: str, start: str, end: str, grain: Grain) -> None:
    moment = read(words, NOW)

    assert moment is not None
    assert (moment.start, moment.end, moment.grain) == (at(start), at(end), grain)


@pytest.mark.parametrize(
    ("words", "rrule", "start"),
    [
        ("every weekday at 9am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-23T09:00"),
        ("every weekday at 9", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-23T09:00"),
        ("every day at 8am", "FREQ=DAILY", "2026-11-21T08:00"),
        ("every Monday and Thursday at 18:30", "FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-23T18:30"),
        ("on mondays and wednesdays at 18h", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-23T18:00"),
        ("every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-27T00:00"),
        ("every 3 days", "FREQ=DAILY;INTERVAL=3", "2026-11-21T00:00"),
        ("every 2 hours", "FREQ=HOURLY;INTERVAL=2", "2026-11-20T13:40"),
        ("every month on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01T00:00"),
        ("the 1st of every month", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01T00:00"),
        ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15T00:00"),
        ("the last friday of every month", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T00:00"),
        ("every year on 4 July", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", "2027-07-04T00:00"),
        ("daily", "FREQ=DAILY", "2026-11-21T00:00"),
        ("weekly", "FREQ=WEEKLY", "2026-11-27T00:00"),
        ("every morning", "FREQ=DAILY", "2026-11-21T09:00"),
        ("every sunday evening", "FREQ=WEEKLY;BYDAY=SU", "2026-11-22T19:00"),
        ("every day at 8am and 8pm", "FREQ=DAILY;BYHOUR=8,20", "2026-11-20T20:00"),
        ("at 8am, 2pm and 9pm every day", "FREQ=DAILY;BYHOUR=8,14,21", "2026-11-20T14:00"),
        ("every tuesday at 10am 5 times", "FREQ=WEEKLY;BYDAY=TU;COUNT=5", "2026-11-24T10:00"),
        ("every day at 8am until 3 March", "FREQ=DAILY;UNTIL=20270303T235959Z", "2026-11-21T08:00"),
        ("every day at 8am for 3 weeks", "FREQ=DAILY;UNTIL=20261211T235959Z", "2026-11-21T08:00"),
    ],
)
def test_what_comes_again_is_a_rule_and_its_first_time(words: str, rrule: str, start: str) -> None:
    moment = read(words, NOW)

    assert moment is not None
    assert (moment.rrule, moment.start) == (rrule, at(start))


@pytest.mark.parametrize(
    "sentence",
    [
        "I may call", "sun cream", "we wed in white", "5 apples", "room 12", "buy 2 milk", "march to the office",
        "give me a minute", "the second one", "I sat at the desk", "good morning", "call me at 555-1234",
        "pay at 20% interest", "ask June about April", "the 3rd floor is cold", "1/2 cup of rice", "open 24/7",
        "what do I do now", "one of these days", "he is 30 years old", "meet at 3 different shops",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_times(sentence: str) -> None:
    assert find(sentence, NOW) == []
    assert strip(sentence, []) == sentence


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("call mum tomorrow at 3pm", "call mum"),
        ("remind me to call the dentist tomorrow at 3pm", "remind me to call the dentist"),
        ("tonight take pills", "take pills"),
        ("submit report by Friday 5pm", "submit report"),
        ("take meds every weekday at 9", "take meds"),
        ("Tomorrow, buy bread", "buy bread"),
        ("what did I say last week about the dentist", "what did I say about the dentist"),
        ("call Anna at 10 tomorrow and Bob on Monday at 2pm", "call Anna and Bob"),
    ],
)
def test_a_sentence_without_its_times_is_what_to_do(sentence: str, left: str) -> None:
    assert strip(sentence, find(sentence, NOW)) == left


def test_two_times_in_a_sentence_are_found_in_their_order() -> None:
    first, second = find("call Anna at 10am tomorrow and Bob on Monday at 2pm", NOW)

    assert (first.start, second.start) == (at("2026-11-21T10:00"), at("2026-11-23T14:00"))
    assert first.span[1] <= second.span[0]


@pytest.mark.parametrize(
    ("sentence", "left", "start", "rrule"),
    [
        ("tomorrow call Ana at 5pm", "call Ana", "2026-11-21T17:00", None),
        ("remind me every day to drink water at 11am", "remind me to drink water", "2026-11-21T11:00", "FREQ=DAILY"),
        ("at 4pm call the bank on Monday", "call the bank", "2026-11-23T16:00", None),
    ],
)
def test_day_and_hour_that_stand_apart_are_one_time(sentence: str, left: str, start: str, rrule: str | None) -> None:
    moments = find(sentence, NOW)

    assert {(moment.start, moment.rrule) for moment in moments} == {(at(start), rrule)}
    assert strip(sentence, moments) == left


def test_weekdays_in_a_list_are_each_meant_once() -> None:
    moment = read("on monday, wednesday and friday at 7am", NOW)

    assert moment is not None
    assert (moment.rrule, moment.start) == ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=3", at("2026-11-23T07:00"))
    assert not moment.sure


def test_a_length_beside_a_moment_is_its_duration() -> None:
    moment = read("tomorrow at 3pm for 20 minutes", NOW)

    assert moment is not None
    assert moment.duration == timedelta(minutes=20)
    assert moment.start == at("2026-11-21T15:00")
    assert find("focus for 20 minutes", NOW) == []


def test_lengths_are_found_with_their_place() -> None:
    text = "focus 25 minutes, then rest for 1 h 30"

    found = durations(text)

    assert [length for length, _ in found] == [timedelta(minutes=25), timedelta(minutes=90)]
    assert [text[slice(*span)] for _, span in found] == ["25 minutes", "1 h 30"]


def test_the_order_of_day_and_month_is_the_locales() -> None:
    everywhere = read("12/03/2027", NOW)
    states = read("12/03/2027", NOW, language="en-US")

    assert everywhere is not None
    assert everywhere.start == at("2027-03-12T00:00")
    assert states is not None
    assert states.start == at("2027-12-03T00:00")


def test_parts_of_the_day_are_the_persons_own() -> None:
    moment = read("tomorrow morning", NOW, parts=DayParts(morning=time(6, 30)))

    assert moment is not None
    assert moment.start == at("2026-11-21T06:30")


@pytest.mark.parametrize(
    ("language", "words", "at"),
    [
        ("en", "tomorrow at noon", "13:30"), ("en", "tomorrow evening", "20:00"),
        ("es", "mañana al mediodía", "13:30"), ("es", "mañana al anochecer", "20:00"),
        ("es", "mañana a última hora de la tarde", "20:00"), ("es", "mañana por la noche", "23:00"),
        ("fr", "demain à midi", "13:30"), ("fr", "demain midi", "13:30"), ("fr", "demain en fin d’après-midi", "16:00"),
        ("fr", "demain en début de soirée", "20:00"), ("fr", "demain en fin de matinée", "10:00"),
        ("pt", "amanhã ao meio-dia", "13:30"), ("pt", "amanhã ao fim da tarde", "20:00"),
        ("pt", "amanhã ao anoitecer", "20:00"), ("pt", "amanhã à noite", "23:00"),
    ],
)  # fmt: skip
def test_each_part_of_a_day_is_the_persons_own(language: str, words: str, at: str) -> None:
    own = DayParts(time(10), time(13, 30), time(16), time(20), time(23))
    moment = read(words, NOW, language=language, parts=own)
    assert moment is not None
    assert f"{moment.start:%H:%M}" == at


def test_midnight_is_nobodys_own() -> None:
    moment = read("tomorrow at midnight", NOW, parts=DayParts(noon=time(13)))
    assert moment is not None
    assert moment.start.hour == 0


def test_looking_back_finds_the_last_one() -> None:
    moment = read("monday", NOW, prefer="past")

    assert moment is not None
    assert moment.start == at("2026-11-16T00:00")


@pytest.mark.parametrize("zone", ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"])
def test_minutes_from_now_pass_the_change_of_clocks(zone: str) -> None:
    for month in range(1, 13):
        for day in range(1, 29):
            now = datetime(2026, month, day, 0, 50, tzinfo=ZoneInfo(zone))
            moment = read("in 90 minutes", now)
            assert moment is not None
            assert moment.start.timestamp() - now.timestamp() == 5400


def test_an_hour_that_the_clocks_show_twice_is_not_sure() -> None:
    now = datetime(2026, 10, 24, 12, 0, tzinfo=LISBON)

    twice, never = read("tomorrow at 01:30", now), read("28 march 2027 at 01:30", now)

    assert twice is not None
    assert not twice.sure
    assert never is not None
    assert not never.sure
    assert never.start == datetime(2027, 3, 28, 2, 0, tzinfo=LISBON)


def test_now_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        find("tomorrow", datetime(2026, 11, 20))  # noqa: DTZ001 - what is refused


def test_a_language_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        find("morgen", NOW, language="de")
