"""When each step of a ladder is taken, and what quiet times do to it."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cairn.notify.models import Channel, Preset
from cairn.notify.rules import LADDERS, Quiet, hold, next_nag, plan, start_of
from cairn.notify.schemas import MOST_NAGS, ChangePreferences, Ladder, Nag, QuietHours, Rung

LISBON = ZoneInfo("Europe/Lisbon")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PAGE, EMAIL = Channel.PAGE, Channel.EMAIL
EVERYTHING = frozenset(Channel)
NIGHT = Quiet(LISBON, time(22), time(7))


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_as_usual_everything_goes_at_once_and_nothing_comes_again() -> None:
    steps = plan(LADDERS[Preset.USUAL], EVERYTHING, NOON)

    assert {(step.channel, step.at, step.nag) for step in steps} == {(channel, NOON, 0) for channel in Channel}


def test_gently_it_stands_on_the_page_first() -> None:
    steps = plan(LADDERS[Preset.GENTLE], EVERYTHING, NOON)

    assert {step.channel: step.at for step in steps}[PAGE] == NOON
    assert {step.channel: step.at for step in steps}[EMAIL] == NOON + minutes(15)


def test_what_does_not_let_go_plans_its_first_repetition_and_how_many_follow() -> None:
    nags = [step for step in plan(LADDERS[Preset.INSISTENT], EVERYTHING, NOON) if step.nag]

    assert PAGE not in {step.channel for step in nags}
    assert {(step.nag, step.at, step.nag_every, step.nag_more) for step in nags} == {
        (1, NOON + minutes(10), 10, MOST_NAGS - 1)
    }


def test_the_page_has_it_at_once_whatever_the_ladder_says() -> None:
    late = Ladder(rungs=[Rung(channels=[EMAIL], after_minutes=5), Rung(channels=[PAGE], after_minutes=9)])

    steps = plan(late, EVERYTHING, NOON)

    assert [(step.channel, step.at - NOON, step.rung) for step in steps] == [
        (PAGE, minutes(0), 0),
        (EMAIL, minutes(5), 1),
        (PAGE, minutes(9), 2),
    ]


def test_without_mail_the_page_is_what_is_left() -> None:
    steps = plan(LADDERS[Preset.INSISTENT], frozenset({PAGE}), NOON)

    assert [(step.channel, step.at, step.nag) for step in steps] == [(PAGE, NOON, 0)]


def test_a_ladder_whose_channels_all_reach_nobody_goes_by_mail() -> None:
    ladder = Ladder(rungs=[Rung(channels=[Channel.PUSH], after_minutes=5)], nag=Nag())

    steps = plan(ladder, frozenset({PAGE, EMAIL}), NOON)

    assert [(step.channel, step.at - NOON) for step in steps] == [
        (PAGE, minutes(0)),
        (EMAIL, minutes(5)),
        (EMAIL, minutes(15)),
    ]


def test_delays_count_from_the_moment_or_from_when_it_rang_late() -> None:
    assert start_of(NOON, NOON + timedelta(seconds=2)) == NOON
    assert start_of(NOON, NOON + minutes(30)) == NOON + minutes(30)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        (datetime(2026, 11, 24, 21, 59, tzinfo=UTC), None),
        (datetime(2026, 11, 24, 22, 0, tzinfo=UTC), datetime(2026, 11, 25, 7, 0, tzinfo=UTC)),
        (datetime(2026, 11, 25, 6, 59, tzinfo=UTC), datetime(2026, 11, 25, 7, 0, tzinfo=UTC)),
        (datetime(2026, 11, 25, 7, 0, tzinfo=UTC), None),
        # Clocks go forward in the night to 28 March 2027: seven on the wall is an hour earlier in the world.
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 6, 0, tzinfo=UTC)),
        (datetime(2027, 3, 28, 6, 0, tzinfo=UTC), None),
        # And back in the night to 31 October 2027.
        (datetime(2027, 10, 30, 22, 0, tzinfo=UTC), datetime(2027, 10, 31, 7, 0, tzinfo=UTC)),
        (datetime(2027, 10, 31, 6, 30, tzinfo=UTC), datetime(2027, 10, 31, 7, 0, tzinfo=UTC)),
    ],
)
def test_quiet_hours_over_midnight_keep_to_the_wall(at: datetime, until: datetime | None) -> None:
    held, why = hold(at, EMAIL, NIGHT, urgent=False)

    assert (held, why) == ((until, "quiet_hours") if until else (at, None))


def test_quiet_hours_that_end_in_the_hour_that_is_not_there_end_right_after_it() -> None:
    night = Quiet(LISBON, time(22), time(1, 30))

    assert hold(datetime(2027, 3, 28, 0, 15, tzinfo=UTC), EMAIL, night, urgent=False)[0] == datetime(
        2027, 3, 28, 1, 0, tzinfo=UTC
    )


def test_quiet_hours_that_end_in_the_hour_that_comes_twice_end_the_first_time() -> None:
    night = Quiet(LISBON, time(22), time(1, 30))

    first_half_past_one = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert hold(first_half_past_one - minutes(10), EMAIL, night, urgent=False)[0] == first_half_past_one
    assert hold(first_half_past_one + minutes(45), EMAIL, night, urgent=False)[1] is None


def test_the_page_and_what_is_urgent_never_wait() -> None:
    quiet = Quiet(LISBON, time(0), time(23, 59), until=NOON + timedelta(days=1))

    assert hold(NOON, PAGE, quiet, urgent=False) == (NOON, None)
    assert hold(NOON, EMAIL, quiet, urgent=True) == (NOON, None)


def test_do_not_disturb_that_ends_at_night_waits_for_the_morning() -> None:
    quiet = Quiet(LISBON, time(22), time(7), until=datetime(2026, 11, 24, 23, 0, tzinfo=UTC))

    assert hold(NOON, EMAIL, quiet, urgent=False) == (datetime(2026, 11, 25, 7, 0, tzinfo=UTC), "quiet_hours")


def test_a_channel_that_keeps_no_quiet_hours_goes() -> None:
    quiet = Quiet(LISBON, time(22), time(7), channels=frozenset())

    assert hold(datetime(2026, 11, 25, 3, 0, tzinfo=UTC), EMAIL, quiet, urgent=False)[1] is None


def test_what_went_late_does_not_come_again_right_after() -> None:
    every = minutes(10)

    assert next_nag(NOON, every, NOON + timedelta(seconds=1)) == NOON + minutes(10)
    assert next_nag(NOON, every, NOON + minutes(64)) == NOON + minutes(70)
    assert next_nag(NOON, every, NOON + minutes(68)) == NOON + minutes(80)


moments = st.integers(0, 2 * 366 * 24 * 60).map(lambda count: NOON + minutes(count))
zones = st.sampled_from(["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])


@given(moments, zones, st.times(), st.times(), st.none() | st.timedeltas(timedelta(0), timedelta(days=3)))
def test_what_waits_goes_at_a_moment_that_is_not_quiet_and_never_earlier(
    at: datetime, zone: str, start: time, end: time, asked: timedelta | None
) -> None:
    quiet = Quiet(ZoneInfo(zone), start, end, until=at + asked if asked else None)

    held, why = hold(at, EMAIL, quiet, urgent=False)

    assert held >= at
    assert (why is None) == (held == at)
    assert hold(held, EMAIL, quiet, urgent=False) == (held, None)


@given(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=1)), st.timedeltas(timedelta(0), timedelta(days=9)))
def test_repetitions_lie_apart_and_in_step(planned: datetime, every: timedelta, late: timedelta) -> None:
    following = next_nag(planned, every, planned + late)

    assert following - (planned + late) >= every / 2 - timedelta(microseconds=10)
    assert following - (planned + late) <= every * 1.5 + timedelta(microseconds=10)
    assert (following - planned) % every == timedelta(0)


@pytest.mark.parametrize(
    "given_",
    [
        {"rungs": []},
        {"rungs": [{"channels": []}]},
        {"rungs": [{"channels": ["pigeon"]}]},
        {"rungs": [{"channels": ["email", "email"]}]},
        {"rungs": [{"channels": ["page"], "after_minutes": -1}]},
        {"rungs": [{"channels": ["page"]}, {"channels": ["email"]}]},
        {"rungs": [{"channels": ["email"]}] * 9},
        {"rungs": [{"channels": ["page"]}], "nag": {}},
        {"rungs": [{"channels": ["email"]}], "nag": {"every_minutes": 0}},
        {"rungs": [{"channels": ["email"]}], "nag": {"times": MOST_NAGS + 1}},
    ],
)
def test_a_ladder_that_floods_or_leads_nowhere_is_refused(given_: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Ladder.model_validate(given_)


def test_quiet_hours_need_two_times_on_the_wall() -> None:
    for start, end in (("07:00", "07:00"), ("22:00Z", "07:00")):
        with pytest.raises(ValidationError):
            QuietHours.model_validate({"start": start, "end": end})


def test_the_page_cannot_be_turned_off_and_a_ladder_is_named_own() -> None:
    ladder = {"rungs": [{"channels": ["email"]}]}
    for body in ({"off": ["page"]}, {"preset": "own"}, {"preset": "gentle", "ladder": ladder}):
        with pytest.raises(ValidationError):
            ChangePreferences.model_validate(body)
