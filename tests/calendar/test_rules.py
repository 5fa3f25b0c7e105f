"""Chains move with their event, on every day of the year; words name stretches."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from cairn import when
from cairn.calendar import rules
from cairn.calendar.errors import CantRepeat, EndsTooEarly, NoSuchTime, UnreadableSpan
from cairn.calendar.schemas import EventPatch, EventState, NewEvent

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ID = UUID(int=1)


def state(start: str = "2026-11-25T15:00", minutes: int = 60, **fields: object) -> EventState:
    begins = datetime.fromisoformat(start)
    given = {
        "title": "Dentist",
        "zone": "Europe/Lisbon",
        "start_local": begins,
        "end_local": begins + timedelta(minutes=minutes),
        **fields,
    }
    return rules.checked(EventState.model_validate(given))


def test_an_event_with_a_way_to_it_tells_when_to_get_ready_and_when_to_leave() -> None:
    links = rules.links(state(travel_minutes=25, ready_minutes=15), "en")
    assert [(link.link, link.lead_minutes, link.text) for link in links] == [
        ("leave", 25, "Leave now: Dentist"),
        ("ready", 40, "Get ready: Dentist, leave at 14:35"),
    ]


def test_an_event_without_a_way_tells_that_it_begins() -> None:
    assert [(link.link, link.lead_minutes) for link in rules.links(state(), "en")] == [("start", 10)]
    assert rules.links(state(remind_minutes=None), "en") == []
    assert rules.links(state("2026-11-25T00:00", 1440, all_day=True), "en") == []


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
def test_what_is_told_is_in_the_language_of_the_person(locale: str) -> None:
    others = {rules.links(state(travel_minutes=25), tag)[0].text for tag in ("en", "es", "fr", "pt")}
    assert len(others) == 4
    assert "Dentist" in rules.links(state(travel_minutes=25), locale)[0].text


def test_a_moment_that_has_passed_is_told_and_not_booked() -> None:
    soon = state("2026-11-24T12:05", travel_minutes=30)
    assert rules.note(soon, NOW, "en") == (
        "To be there on time you’d have had to leave at 11:35. Leave as soon as you can."
    )
    getting_ready = state("2026-11-24T12:40", travel_minutes=30, ready_minutes=20)
    assert rules.note(getting_ready, NOW, "en") == "Start getting ready now: leave at 12:10."
    assert rules.note(state("2026-11-24T12:05"), NOW, "en") == "It begins at 12:05, so nothing rings before it."
    assert rules.note(state("2026-11-24T11:00"), NOW, "en") == "It has begun already, so nothing rings for it."
    assert rules.note(state(travel_minutes=30), NOW, "en") is None


def moments(event: EventState, link: str, after: datetime, most: int = 5) -> list[datetime]:
    """The first moments of one of its reminders."""
    (found,) = [one for one in rules.links(event, "en") if one.link == link]
    skips = frozenset(datetime.fromisoformat(one) for one in found.skips)
    series = when.Series(
        found.rrule, found.first_local, ZoneInfo(found.zone), timedelta(minutes=found.lead_minutes), skips
    )
    told: list[datetime] = []
    while len(told) < most and (following := series.after(told[-1] if told else after)) is not None:
        told.append(following)
    return told


def test_a_repeating_event_is_left_for_at_the_same_time_on_the_wall_through_the_year() -> None:
    monday = state("2026-10-19T09:00", rrule="FREQ=WEEKLY;BYDAY=MO", travel_minutes=30)
    walls = {rules.wall(one, LISBON).time().isoformat("minutes") for one in moments(monday, "leave", NOW, 60)}
    assert walls == {"08:30"}


def test_who_leaves_in_the_night_of_the_changed_clocks_is_not_late() -> None:
    # On 28 March 2027 the clock goes from 00:59 to 02:00: an hour before 02:30 it shows 00:30.
    early = state("2027-03-28T02:30", travel_minutes=60)
    (leave,) = moments(early, "leave", NOW)
    assert when.resolve(early.start_local, LISBON) - leave == timedelta(hours=1)
    assert rules.wall(leave, LISBON) == datetime.fromisoformat("2027-03-28T00:30")


def test_a_rule_for_a_day_is_not_bent_when_the_way_begins_the_day_before() -> None:
    night = state("2026-11-30T00:10", rrule="FREQ=MONTHLY;BYDAY=1MO", travel_minutes=30)
    assert night.start_local == datetime.fromisoformat("2026-12-07T00:10")
    assert moments(night, "leave", NOW, 2) == [
        datetime(2026, 12, 6, 23, 40, tzinfo=UTC),
        datetime(2027, 1, 3, 23, 40, tzinfo=UTC),
    ]


def test_a_time_that_is_left_out_is_left_out_of_its_chain() -> None:
    weekly = state("2026-11-30T09:00", rrule="FREQ=WEEKLY;BYDAY=MO", travel_minutes=30)
    left_out = rules.beginning(weekly, datetime(2026, 12, 7, 9, tzinfo=UTC))
    skipping = weekly.model_copy(update={"skips": [left_out]})
    days = [one.day for one in moments(skipping, "leave", NOW, 3)]
    assert days == [30, 14, 21]
    begins = [one.start.day for one in rules.occurrences(ID, skipping, NOW, NOW + timedelta(days=28))]
    assert begins == [30, 14, 21]
    with pytest.raises(NoSuchTime):
        rules.beginning(skipping, datetime(2026, 12, 7, 9, tzinfo=UTC))
    with pytest.raises(NoSuchTime):
        rules.beginning(weekly, datetime(2026, 12, 8, 9, tzinfo=UTC))


starts = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2028-12-31")).map(
    lambda one: one.replace(second=0, microsecond=0)
)
zones = st.sampled_from(["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"])
leads = st.integers(0, 300)


@given(start=starts, zone=zones, minutes=st.integers(1, 600), travel=leads, ready=leads, by=st.integers(-9000, 9000))
def test_a_chain_moves_by_as_much_as_its_event(
    start: datetime, zone: str, minutes: int, travel: int, ready: int, by: int
) -> None:
    end = start + timedelta(minutes=minutes)
    try:
        event = rules.checked(
            EventState(
                title="x", zone=zone, start_local=start, end_local=end, travel_minutes=travel, ready_minutes=ready
            )
        )
    except EndsTooEarly:
        reject()  # It lies in the hour that the clocks leave out.
    begins = when.resolve(event.start_local, ZoneInfo(zone))
    moved = rules.patched(event, EventPatch(start=begins + timedelta(minutes=by)), NOW, "en")
    at = when.resolve(moved.start_local, ZoneInfo(zone))
    assert rules.length(moved) == rules.length(event)
    for one, begin in ((event, begins), (moved, at)):
        found = rules.occurrence(ID, one, begin)
        assert (found.leave_by is None) == (travel == 0)
        if found.leave_by is not None:
            assert begin - found.leave_by == timedelta(minutes=travel)
        if found.ready_by is not None:
            assert begin - found.ready_by == timedelta(minutes=travel + ready)
        early = begin - timedelta(minutes=travel + ready, days=1)
        for link in rules.links(one, "en"):
            assert moments(one, link.link, early) == [begin - timedelta(minutes=link.lead_minutes)]


@pytest.mark.parametrize(
    ("words", "language", "start", "end"),
    [
        ("tomorrow 3pm to 4pm", "en", "2026-11-25T15:00", "2026-11-25T16:00"),
        ("friday at 13:00 for an hour", "en", "2026-11-27T13:00", "2026-11-27T14:00"),
        ("friday at 13:00", "en", "2026-11-27T13:00", "2026-11-27T14:00"),
        ("mañana de 15:00 a 16:30", "es", "2026-11-25T15:00", "2026-11-25T16:30"),
        ("demain de 15h à 16h30", "fr", "2026-11-25T15:00", "2026-11-25T16:30"),
        ("amanhã das 15h às 16h30", "pt", "2026-11-25T15:00", "2026-11-25T16:30"),
    ],
)
def test_words_name_a_stretch(words: str, language: str, start: str, end: str) -> None:
    span = rules.read_span(words, NOW, LISBON, language)
    assert (span.start, span.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


def test_a_day_alone_is_a_whole_day() -> None:
    span = rules.read_span("friday", NOW, LISBON, "en")
    assert span.all_day
    assert (span.start, span.end) == (datetime.fromisoformat("2026-11-27"), datetime.fromisoformat("2026-11-28"))


@pytest.mark.parametrize("words", ["whenever", "buy milk tomorrow", ""])
def test_words_that_name_no_time_are_said_to_be_unreadable(words: str) -> None:
    with pytest.raises(UnreadableSpan):
        rules.read_span(words, NOW, LISBON, "en")


@pytest.mark.parametrize("rrule", ["FREQ=HOURLY", "FREQ=DAILY;BYMONTHDAY=30", "often"])
def test_a_rule_that_is_not_for_events_is_refused(rrule: str) -> None:
    with pytest.raises(CantRepeat):
        state(rrule=rrule)


def test_an_event_ends_after_it_begins_and_within_a_year() -> None:
    for start, end in ((NOW, NOW), (NOW, NOW - timedelta(hours=1)), (NOW, NOW + timedelta(days=400))):
        with pytest.raises(EndsTooEarly):
            rules.new_state(NewEvent(title="x", start=start, end=end), NOW, "UTC", "en")
