"""Which one thing comes next, and which task is meant."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.platform.ids import new_id
from cairn.tasks import rules
from cairn.tasks.models import Energy, Task
from cairn.tasks.reasons import for_the_day, reason
from cairn.tasks.rules import Because, Candidate, Fit, Means
from tests.conftest import NOON

LISBON = ZoneInfo("Europe/Lisbon")
NOW = NOON.astimezone(LISBON)


def task(**fields: Any) -> Candidate:
    usual = {"id": new_id(), "minutes": None, "first_minutes": None, "energy": Energy.LOW, "created_at": NOW}
    return Candidate(**{**usual, **fields})


def day(days: int) -> dict[str, Any]:
    return {"due_at": rules.for_day(NOW + timedelta(days=days)), "due_date_only": True}


def titled(title: str) -> Task:
    return Task(id=new_id(), title=title)


def chosen(*tasks: Candidate, now: datetime = NOW) -> rules.Choice:
    choice = rules.choose(tasks, now)
    assert choice is not None
    return choice


def test_nothing_waiting_is_nothing() -> None:
    assert rules.choose([], NOW) is None


def test_what_is_due_soon_comes_before_what_is_small_before_what_came_first() -> None:
    old = task(created_at=NOW - timedelta(days=9))
    small = task(minutes=5)
    due = task(due_at=NOW + timedelta(hours=3), minutes=120)

    assert chosen(old, small, due).task is due
    assert chosen(old, small).task is small
    assert chosen(old, task()).task is old


def test_what_matters_comes_before_what_goes_on_before_what_is_small() -> None:
    small, goes_on, matters = task(minutes=5), task(project="House"), task(important=True)
    means = Means(project="house")
    assert rules.choose([small, goes_on, matters], NOW, means) == rules.Choice(matters, Because.MATTERS)
    assert rules.choose([small, goes_on], NOW, means) == rules.Choice(goes_on, Because.GOES_ON)


@pytest.mark.parametrize(
    ("fields", "means", "fits"),
    [
        ({"minutes": 15}, Means(minutes=15), Fit.WHOLE),
        ({"minutes": 16}, Means(minutes=15), Fit.NOT),
        ({"minutes": 90, "first_minutes": 2}, Means(minutes=15), Fit.BEGINNING),
        ({}, Means(minutes=15), Fit.UNKNOWN),
        ({"first_minutes": 20}, Means(minutes=15), Fit.UNKNOWN),
        ({}, Means(), Fit.WHOLE),
        ({"energy": Energy.HIGH}, Means(energy=Energy.MEDIUM), Fit.NOT),
        ({"energy": Energy.MEDIUM}, Means(energy=Energy.MEDIUM), Fit.WHOLE),
        ({"context": "Home"}, Means(context="home"), Fit.WHOLE),
        ({"context": "town"}, Means(context="home"), Fit.NOT),
        ({}, Means(context="home"), Fit.WHOLE),
    ],
)
def test_a_task_fits_what_there_is(fields: dict[str, Any], means: Means, fits: Fit) -> None:
    assert rules.fit(task(**fields), means) is fits


def test_something_is_chosen_even_where_nothing_fits() -> None:
    long = task(minutes=90)
    assert rules.choose([long], NOW, Means(minutes=5)) == rules.Choice(long, Because.NOTHING_FITS)
    late = task(minutes=90, due_at=NOW - timedelta(hours=2))
    assert rules.choose([late], NOW, Means(minutes=5)) == rules.Choice(late, Because.NOTHING_FITS)
    later = task(minutes=90, due_at=NOW + timedelta(hours=2))
    assert rules.choose([later], NOW, Means(minutes=5)) == rules.Choice(later, Because.AT_TIME)


@given(
    st.lists(
        st.builds(
            task,
            minutes=st.none() | st.integers(1, 300),
            first_minutes=st.none() | st.integers(1, 60),
            energy=st.sampled_from(Energy),
            important=st.booleans(),
            project=st.sampled_from(["", "a", "B"]),
            context=st.sampled_from(["", "home"]),
            due_at=st.none() | st.timedeltas(timedelta(days=-9), timedelta(days=9)).map(lambda wait: NOW + wait),
        ),
        min_size=1,
        max_size=30,
    ),
    st.builds(Means, minutes=st.none() | st.integers(1, 200), energy=st.none() | st.sampled_from(Energy)),
)
def test_nothing_that_fits_worse_comes_before_what_fits_better(tasks: list[Candidate], means: Means) -> None:
    choice = rules.choose(tasks, NOW, means)
    assert choice is not None
    assert rules.fit(choice.task, means) == min(rules.fit(one, means) for one in tasks)
    assert rules.choose(tasks[::-1], NOW, means) == choice


@pytest.mark.parametrize(
    ("fields", "because", "line"),
    [
        ({"due_at": NOW - timedelta(days=3)}, Because.DAY_CAME, "Its time has come, and now is a good moment."),
        ({"due_at": NOW - timedelta(minutes=5)}, Because.DAY_CAME, "Its time has come, and now is a good moment."),
        (day(-1), Because.DAY_CAME, "Its time has come, and now is a good moment."),
        ({"due_at": NOW + timedelta(hours=3)}, Because.AT_TIME, "It’s for 15:00."),
        (day(0), Because.TODAY, "It’s for today."),
        ({"due_at": NOW + timedelta(hours=20)}, Because.TOMORROW, "It’s for tomorrow."),
        ({"due_at": NOW + timedelta(days=4)}, Because.FIRST, "It was here first."),
        (day(1), Because.FIRST, "It was here first."),
        ({"minutes": 5}, Because.SMALL, "It takes about 5 min."),
        ({"minutes": 16}, Because.FIRST, "It was here first."),
    ],
)
def test_the_reason_is_one_kind_line(fields: dict[str, Any], because: Because, line: str) -> None:
    choice = chosen(task(**fields))
    assert choice.because is because
    assert reason(choice, NOW, "en") == line


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize("because", list(Because))
def test_every_reason_is_said_in_every_language_without_reproach(locale: str, because: Because) -> None:
    said = reason(rules.Choice(task(due_at=NOW, minutes=5, project="House"), because), NOW, locale, 15)
    assert said.endswith(".")
    assert "{" not in said
    assert not any(word in said.lower() for word in ("overdue", "late", "retard", "atras", "!"))


def test_a_day_stays_that_day_when_the_person_travels() -> None:
    due = rules.for_day(NOW)
    for zone in ("Pacific/Honolulu", "Asia/Tokyo"):
        assert due.astimezone(ZoneInfo(zone)).date() == NOW.date()


def test_the_day_of_a_receipt_is_said_in_words() -> None:
    assert for_the_day(NOW + timedelta(days=2), NOW, LISBON, "en") == "For Thu 26 Nov."
    assert for_the_day(NOW + timedelta(days=400), NOW, LISBON, "en") == "For Wed 29 Dec 2027."
    assert for_the_day(NOW, NOW, LISBON, "pt") == "Para ter. 24 nov."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("done with the dentist", "Call the dentist"),
        ("I've bought milk", "Buy milk and bread"),
        ("finished the tax forms", "Send the tax form"),
        ("ya llamé a la peluqueria", "Llamar a la peluquería"),
        ("já liguei à AVÓ", "Ligar à avó"),
        ("call", "Call Ana"),
        ("call the dentist", "Call the dentist"),
    ],
)
def test_a_task_is_found_by_some_of_its_words(text: str, title: str) -> None:
    titles = [
        "Call Ana",
        "Call the dentist",
        "Buy milk and bread",
        "Send the tax form",
        "Llamar a la peluquería",
        "Ligar à avó",
    ]
    found = rules.meant(text, [titled(title) for title in titles])
    assert found is not None
    assert found.title == title


@pytest.mark.parametrize("text", ["", "done", "I did it", "with the", "hoovering", "🦷"])
def test_words_that_name_no_task_find_none(text: str) -> None:
    assert rules.meant(text, [titled("Call the dentist"), titled("The thing with a")]) is None
