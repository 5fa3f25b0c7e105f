"""What the last weeks show: nothing unless the data says so."""

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.mood.models import Mood
from cairn.mood.rules import FEWEST, Part, Said, part_of, picture
from cairn.mood.words import named, sentence
from cairn.tasks.schemas import Energy

FIRST = datetime(2026, 11, 2, tzinfo=ZoneInfo("Europe/Lisbon"))
HOURS = {Part.MORNING: 9, Part.AFTERNOON: 14, Part.EVENING: 19, Part.NIGHT: 23}
OTHER_WAY = {Energy.LOW: Energy.HIGH, Energy.MEDIUM: Energy.MEDIUM, Energy.HIGH: Energy.LOW}

moments = st.builds(lambda day, hour: FIRST + timedelta(days=day, hours=hour), st.integers(0, 27), st.integers(0, 23))
entries = st.lists(st.builds(Said, moments, st.sampled_from(Energy)), max_size=80)


def on(day: int, part: Part, energy: Energy) -> Said:
    return Said(FIRST + timedelta(days=day, hours=HOURS[part]), energy)


def weeks(days: int, **energies: Energy) -> list[Said]:
    return [on(day, Part(part), energy) for day in range(days) for part, energy in energies.items()]


def test_mornings_with_more_energy_are_the_good_time() -> None:
    drawn = picture(weeks(10, morning=Energy.HIGH, evening=Energy.LOW))
    assert drawn.good_time is Part.MORNING
    assert drawn.slow_time is Part.EVENING
    assert sentence(drawn, "en") == "Mornings are your good time. Evenings are for light things."
    assert drawn.parts[Part.MORNING].high == 1
    assert not drawn.parts[Part.NIGHT].enough


def test_too_few_days_say_nothing() -> None:
    drawn = picture(weeks(FEWEST - 1, morning=Energy.HIGH, evening=Energy.LOW))
    assert (drawn.good_time, drawn.slow_time, sentence(drawn, "en")) == (None, None, "")


def test_one_bad_evening_said_ten_times_is_one_evening() -> None:
    said = weeks(12, morning=Energy.MEDIUM)
    said += [Said(on(0, Part.EVENING, Energy.LOW).at + timedelta(minutes=n), Energy.LOW) for n in range(10)]
    assert picture(said).slow_time is None


def test_without_anything_else_to_compare_with_nothing_is_said() -> None:
    assert picture(weeks(28, morning=Energy.HIGH)).good_time is None


@given(entries, st.randoms())
def test_the_order_in_which_it_was_said_changes_nothing(said: list[Said], dice: random.Random) -> None:
    shuffled = list(said)
    dice.shuffle(shuffled)
    assert picture(shuffled) == picture(said)


@given(entries)
def test_shares_are_of_one_and_nothing_is_said_of_few_days(said: list[Said]) -> None:
    drawn = picture(said)
    days = {part: {one.at.date() for one in said if part_of(one.at) is part} for part in Part}
    for part, shares in drawn.parts.items():
        total = shares.low + shares.medium + shares.high
        assert total == pytest.approx(1 if days[part] else 0)
        assert shares.enough == (len(days[part]) >= FEWEST)
    for named_part in (drawn.good_time, drawn.slow_time):
        assert named_part is None or len(days[named_part]) >= FEWEST


@given(st.lists(moments, max_size=80), st.sampled_from(Energy))
def test_the_same_all_day_has_no_good_time(at: list[datetime], energy: Energy) -> None:
    drawn = picture(Said(moment, energy) for moment in at)
    assert (drawn.good_time, drawn.slow_time) == (None, None)


@given(entries)
def test_turned_upside_down_good_times_are_slow_times(said: list[Said]) -> None:
    drawn, turned = picture(said), picture(Said(one.at, OTHER_WAY[one.energy]) for one in said)
    assert (drawn.good_time is None) == (turned.slow_time is None)
    assert (drawn.slow_time is None) == (turned.good_time is None)


def test_chance_seldom_looks_like_a_pattern() -> None:
    dice = random.Random(7)
    claimed = 0
    for _ in range(400):
        said = [on(day, part, dice.choice(list(Energy))) for day in range(28) for part in Part if dice.random() < 0.6]
        drawn = picture(said)
        claimed += drawn.good_time is not None
    assert claimed <= 400 * 0.05


def test_what_was_said_is_named_in_four_languages() -> None:
    assert named(Mood.FLAT, Energy.LOW, "en") == "Flat, low energy"
    assert named(None, Energy.HIGH, "pt-BR") == "Muita energia"
    assert named(Mood.FLAT, None, "es") == "Sin ganas"
    assert named(Mood.OKAY, None, "fr") == "Ça va"
