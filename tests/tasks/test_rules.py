"""Which one thing comes next, and which task is meant."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cairn.platform.ids import new_id
from cairn.tasks import rules
from cairn.tasks.models import Task
from cairn.tasks.reasons import for_the_day, reason
from cairn.tasks.rules import Because
from tests.conftest import NOON

LISBON = ZoneInfo("Europe/Lisbon")
NOW = NOON.astimezone(LISBON)


def task(title: str = "Something", **fields: Any) -> Task:
    known: dict[str, Any] = {
        "id": new_id(),
        "title": title,
        "due_at": None,
        "due_date_only": False,
        "estimate_minutes": None,
        "skip_until": None,
        "created_at": NOW,
    }
    return Task(**{**known, **fields})


def day(days: int) -> dict[str, Any]:
    return {"due_at": rules.for_day(NOW + timedelta(days=days)), "due_date_only": True}


def chosen(*tasks: Task, now: datetime = NOW) -> rules.Choice:
    choice = rules.choose(tasks, now)
    assert choice is not None
    return choice


def test_nothing_waiting_is_nothing() -> None:
    assert rules.choose([], NOW) is None
    assert rules.choose([task(skip_until=NOW + timedelta(hours=1))], NOW) is None


def test_what_is_due_soon_comes_before_what_is_small_before_what_came_first() -> None:
    old = task("old", created_at=NOW - timedelta(days=9))
    small = task("small", estimate_minutes=5)
    due = task("due", due_at=NOW + timedelta(hours=3), estimate_minutes=120)

    assert chosen(old, small, due).task is due
    assert chosen(old, small).task is small
    assert chosen(old, task("new")).task is old


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
        ({"estimate_minutes": 5}, Because.SMALL, "It takes about 5 min."),
        ({"estimate_minutes": 16}, Because.FIRST, "It was here first."),
    ],
)
def test_the_reason_is_one_kind_line(fields: dict[str, Any], because: Because, line: str) -> None:
    choice = chosen(task(**fields))
    assert choice.because is because
    assert reason(choice, NOW, "en") == line


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize("because", list(Because))
def test_every_reason_is_said_in_every_language_without_reproach(locale: str, because: Because) -> None:
    said = reason(rules.Choice(task(due_at=NOW, estimate_minutes=5), because), NOW, locale)
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
    found = rules.meant(text, [task(title) for title in titles])
    assert found is not None
    assert found.title == title


@pytest.mark.parametrize("text", ["", "done", "I did it", "with the", "hoovering", "🦷"])
def test_words_that_name_no_task_find_none(text: str) -> None:
    assert rules.meant(text, [task("Call the dentist"), task("The thing with a")]) is None
