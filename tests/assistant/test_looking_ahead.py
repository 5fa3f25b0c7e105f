"""Asking about days that are still to come, and when one thing is, without a model."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from cairn.assistant.grammar import AddTask, Agenda, ListToday, Recall, Remind, thing_asked, understand
from cairn.calendar import service as calendar
from cairn.calendar.schemas import NewEvent
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call
from cairn.reminders import service as reminders
from cairn.reminders.schemas import NewReminder
from cairn.tasks import service as tasks
from cairn.tasks.schemas import NewTask, TaskPatch
from cairn.today import service as today
from cairn.today.schemas import Ahead
from tests.conftest import ClientFor, NewPerson

THURSDAY = datetime(2026, 11, 26, 11, 40, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("language", "said", "first", "days"),
    [
        ("en", "what do I have tomorrow?", FRIDAY, 1),
        ("en", "what's on my calendar on Friday?", FRIDAY, 1),
        ("en", "do I have anything this weekend?", date(2026, 11, 28), 2),
        ("en", "how does next week look?", date(2026, 11, 30), 7),
        ("en", "what reminders do I have?", THURSDAY.date(), 7),
        ("es", "¿qué tengo mañana?", FRIDAY, 1),
        ("es", "qué planes tengo este fin de semana", date(2026, 11, 28), 2),
        ("fr", "qu'est-ce que j'ai demain ?", FRIDAY, 1),
        ("fr", "quoi de prévu ce week-end ?", date(2026, 11, 28), 2),
        ("pt", "o que é que tenho na sexta", FRIDAY, 1),
        ("pt", "como está a minha semana", THURSDAY.date(), 7),
    ],
)
def test_days_that_are_asked_about(language: str, said: str, first: date, days: int) -> None:
    assert understand(said, THURSDAY, language) == [Agenda(first, days)]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "what's my day look like?"), ("es", "¿cómo viene mi día?"), ("pt", "como está o meu dia?")],
)
def test_ones_own_day_is_today(language: str, said: str) -> None:
    assert understand(said, THURSDAY, language) == [ListToday()]


def test_what_names_a_thing_and_a_day_is_kept_as_a_thing() -> None:
    assert isinstance(understand("my meeting Friday", THURSDAY, "en")[0], AddTask)
    assert isinstance(understand("my dentist on Friday at 3", THURSDAY, "en")[0], Remind)
    assert isinstance(understand("la cita del viernes", THURSDAY, "es")[0], AddTask)
    assert isinstance(understand("what did I do on Friday?", THURSDAY, "en")[0], Recall)


@pytest.mark.parametrize(
    ("language", "said", "thing"),
    [
        ("en", "when is the dentist?", "the dentist"),
        ("en", "When's my next appointment?", "my next appointment"),
        ("es", "¿Cuándo es el dentista?", "el dentista"),
        ("fr", "quand est mon rdv chez le dentiste ?", "mon rdv chez le dentiste"),
        ("pt", "quando é o dentista?", "o dentista"),
        ("en", "when did I call Ana?", ""),
        ("en", "where is the key?", ""),
    ],
)
def test_the_thing_whose_time_is_asked(language: str, said: str, thing: str) -> None:
    assert thing_asked(said, language) == thing


@pytest.fixture
async def full_days(actor: Actor, clock: StillClock) -> Actor:
    """A dentist in two days, something every day, something for tomorrow, and one reminder."""
    now = clock.now()
    async with actor.work() as work:
        dentist = {"title": "Dentist, Dr Okafor", "start": now + timedelta(days=2), "travel_minutes": 20}
        await calendar.add(work, NewEvent.model_validate(dentist))
        await tasks.add(work, NewTask(title="Water the plants", due_at=now, due_date_only=True, rrule="FREQ=DAILY"))
        await tasks.add(work, NewTask(title="Call the bank", due_at=now + timedelta(days=1), due_date_only=True))
        await tasks.add(work, NewTask(title="Some time"))
        every = NewReminder("Take the pill", now + timedelta(hours=1), actor.time_zone, rrule="FREQ=DAILY")
        await reminders.add(work, every)
        await reminders.add(work, NewReminder("Ring Priya", now + timedelta(days=1, hours=2), actor.time_zone))
    return actor


async def told(client_for: ClientFor, actor: Actor, words: str) -> str:
    answer: dict[str, Any] = (await client_for(actor).post("/api/v1/messages", json={"text": words})).json()
    return str(answer["reply"]["text"])


async def test_tomorrow_has_what_is_for_it_and_what_comes_again(full_days: Actor, client_for: ClientFor) -> None:
    assert (await told(client_for, full_days, "what do I have tomorrow?")).split("\n") == [
        "Wed 25 Nov:",
        "- 13:00: Take the pill",
        "- 14:00: Ring Priya",
        "- any time: Call the bank",
        "- any time: Water the plants",
    ]


async def test_a_week_has_each_of_its_days_once(full_days: Actor, clock: StillClock) -> None:
    async with full_days.work() as work:
        week = await today.ahead(work, clock.now().date(), 7)
    titles = [[item.title for item in day.items] for day in week.days]
    assert titles[:3] == [
        ["Take the pill", "Water the plants"],
        ["Take the pill", "Ring Priya", "Call the bank", "Water the plants"],
        ["Dentist, Dr Okafor", "Take the pill", "Water the plants"],
    ]
    assert titles[3:] == [["Take the pill", "Water the plants"]] * 4
    assert not week.more


@pytest.mark.parametrize(("moved", "days"), [(-2, [1, 10]), (2, [5, 10])])
async def test_what_was_moved_once_stands_on_no_other_day_for_that(
    actor: Actor, clock: StillClock, moved: int, days: list[int]
) -> None:
    first = clock.now() + timedelta(days=3)
    async with actor.work() as work:
        task = await tasks.add(work, NewTask(title="Bins", due_at=first, due_date_only=True, rrule="FREQ=WEEKLY"))
        await tasks.edit(work, task, TaskPatch(due_at=first + timedelta(days=moved), only_this=True))
        ahead = await today.ahead(work, clock.now().date(), 12)
    assert [index for index, day in enumerate(ahead.days) if day.items] == days


async def test_nothing_is_told_as_nothing(actor: Actor, client_for: ClientFor) -> None:
    assert await told(client_for, actor, "what's on tomorrow?") == "Nothing is there for Wed 25 Nov."
    assert "Nothing is there for" in await told(client_for, actor, "what do I have this weekend?")


async def test_when_a_thing_is_comes_from_the_calendar(full_days: Actor, client_for: ClientFor) -> None:
    answer = await told(client_for, full_days, "when is the dentist?")
    assert answer == "Dentist, Dr Okafor: Thu 26 Nov, 12:00 (in 2 days), leave at 11:40."
    assert (await told(client_for, full_days, "when's my next appointment?")).startswith("Dentist, Dr Okafor: ")
    assert (await told(client_for, full_days, "when is Priya?")).startswith("Ring Priya: Wed 25 Nov, 14:00")


@pytest.mark.parametrize("words", ["what time is it?", "when is it?", "when is TV?", "when is this?"])
async def test_what_names_nothing_is_not_the_next_event(full_days: Actor, client_for: ClientFor, words: str) -> None:
    assert "Dentist" not in await told(client_for, full_days, words)


async def test_a_name_of_two_letters_is_a_name(full_days: Actor, clock: StillClock) -> None:
    async with full_days.work() as work:
        await calendar.add(work, NewEvent(title="See the GP", start=clock.now() + timedelta(days=5)))
        assert [day.items[0].title for day in (await today.find(work, "the GP")).days] == ["See the GP"]


async def test_a_thing_behind_many_others_is_found(full_days: Actor, clock: StillClock) -> None:
    now = clock.now()
    async with full_days.work() as work:
        await calendar.add(work, NewEvent(title="Concert", start=now + timedelta(days=55)))
        for title in ("Stretch", "Journal", "Walk"):
            await tasks.add(work, NewTask(title=title, due_at=now, due_date_only=True, rrule="FREQ=DAILY"))
        (day,) = (await today.find(work, "the concert")).days
    assert (day.date, day.items[0].title) == ((now + timedelta(days=55)).date(), "Concert")


async def test_where_the_day_goes_on_past_midnight_what_is_left_of_it_is_found(
    actor: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    day = {"begins": "10:00", "ends": "04:00"}
    (await client_for(actor).patch("/api/v1/me", json={"settings": {"day": day}})).raise_for_status()
    clock.forward(timedelta(hours=13))
    async with actor.work() as work:
        await reminders.add(work, NewReminder("Ring Priya", clock.now() + timedelta(hours=2), actor.time_zone))
        (day_of,) = (await today.find(work, "Priya")).days
    assert day_of.date == date(2026, 11, 24)


async def test_what_no_day_has_is_looked_for_in_memory(full_days: Actor, client_for: ClientFor) -> None:
    await told(client_for, full_days, "remember that my sister's birthday is on 4 May")
    assert "birthday" not in await told(client_for, full_days, "when is the concert?")
    assert await told(client_for, full_days, "when is my sister's birthday?") != ""


async def test_a_model_sees_at_most_a_month(full_days: Actor, runtime: Runtime, clock: StillClock) -> None:
    arguments = {"first": clock.now().date().isoformat(), "days": 4000}
    found = await runtime.toolbox.run(full_days, Call(uuid4(), "list_days", arguments))
    assert isinstance(found, Ahead)
    assert len(found.days) == 31
    assert found.more
    assert sum(len(day.items) for day in found.days) == 60


async def test_nobody_sees_somebody_elses_days(
    person: NewPerson, full_days: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    other = await person()
    async with other.work() as work:
        assert not any(day.items for day in (await today.ahead(work, clock.now().date(), 31)).days)
        assert (await today.find(work, "dentist")).days == []


@pytest.mark.parametrize(
    ("language", "said", "title", "place"),
    [
        ("fr", "rdv chez le dentiste demain de 15h à 16h", "Rdv chez le dentiste", "chez le dentiste"),
        ("en", "meeting at the office tomorrow from 3 to 4pm", "Meeting at the office", "office"),
        ("en", "lunch at Mercado tomorrow from 1 to 2pm", "Lunch", "Mercado"),
    ],
)
def test_a_title_that_would_say_little_without_its_place_keeps_it(
    language: str, said: str, title: str, place: str
) -> None:
    (meant,) = understand(said, THURSDAY, language)
    assert isinstance(meant, Remind)
    assert (meant.title, meant.place) == (title, place)
