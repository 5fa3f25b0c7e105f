"""What was put on the list or booked just now is put right, changed or taken away in words."""

from typing import Any

import httpx2
import pytest

from tests.chat.talking import V1, items, say
from tests.conftest import ClientFor, NewPerson


def kinds(told: dict[str, Any]) -> list[str]:
    return [receipt["kind"] for receipt in told["receipts"]]


async def tasks(client: httpx2.AsyncClient, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(one[field] for field in fields) for one in await items(client, "/tasks")]


@pytest.mark.parametrize(
    ("locale", "said", "words", "title"),
    [
        ("en", "call grandma on sunday", "no, monday", "Call grandma"),
        ("es", "llamar a la abuela el domingo", "no, el lunes", "Llamar a la abuela"),
        ("fr", "appeler mamie dimanche", "non, lundi", "Appeler mamie"),
        ("pt", "ligar à avó no domingo", "não, segunda", "Ligar à avó"),
        ("en", "buy milk", "no, monday", "Buy milk"),
        ("en", "call grandma on sunday", "move it to monday", "Call grandma"),
        ("es", "comprar leche", "pásalo al lunes", "Comprar leche"),
        ("fr", "acheter du lait", "déplace-le à lundi", "Acheter du lait"),
        ("pt", "comprar leite", "passa-o para segunda", "Comprar leite"),
    ],
)
async def test_another_day_moves_the_task_and_is_taken_back(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, words: str, title: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, said)
    before = await tasks(client, "title", "due_at", "due_date_only")
    assert kinds(await say(client, words)) == ["task.moved"]
    ((name, due, day_only),) = await tasks(client, "title", "due_at", "due_date_only")
    assert (name, due[:10], day_only) == (title, "2026-11-30", True)
    await say(client, "undo")
    assert await tasks(client, "title", "due_at", "due_date_only") == before


@pytest.mark.parametrize(
    ("words", "rrule", "day"),
    [
        ("no, tuesday", "FREQ=WEEKLY;BYDAY=TU", "2026-12-01"),
        ("no, every two weeks", "FREQ=WEEKLY;INTERVAL=2", "2026-11-30"),
        ("no, every friday", "FREQ=WEEKLY;BYDAY=FR", "2026-11-27"),
    ],
)
async def test_what_comes_again_keeps_to_the_new_day_or_rule(
    client: httpx2.AsyncClient, words: str, rrule: str, day: str
) -> None:
    await say(client, "take out bins every monday")
    before = await tasks(client, "due_at", "rrule")
    assert kinds(await say(client, words)) == ["task.moved"]
    ((due, again),) = await tasks(client, "due_at", "rrule")
    assert (due[:10], again) == (day, rrule)
    await say(client, "undo")
    assert await tasks(client, "due_at", "rrule") == before


async def test_an_hour_that_is_put_right_keeps_the_day(client: httpx2.AsyncClient) -> None:
    await say(client, "call grandma on sunday")
    await say(client, "no, 5pm")
    assert await tasks(client, "due_at", "due_date_only") == [("2026-11-29T17:00:00Z", False)]


@pytest.mark.parametrize(
    ("locale", "said", "words", "field", "value"),
    [
        ("en", "buy milk", "make it 30 minutes", "estimate_minutes", 30),
        ("es", "comprar leche", "ponlo a 30 minutos", "estimate_minutes", 30),
        ("fr", "acheter du lait", "mets-le à 30 minutes", "estimate_minutes", 30),
        ("pt", "comprar leite", "põe-no a 30 minutos", "estimate_minutes", 30),
        ("en", "buy milk", "make it high energy", "energy", "high"),
        ("es", "comprar leche", "ponlo con mucha energía", "energy", "high"),
        ("fr", "acheter du lait", "mets-le en haute énergie", "energy", "high"),
        ("pt", "comprar leite", "põe-no com muita energia", "energy", "high"),
        ("en", "buy milk", "mark it as important", "important", True),
        ("en", "buy milk", "put it under project Home", "project", "Home"),
        ("es", "comprar leche", "ponlo en el proyecto Casa", "project", "Casa"),
        ("fr", "acheter du lait", "mets-le dans le projet Maison", "project", "Maison"),
        ("pt", "comprar leite", "põe-no no projeto Casa", "project", "Casa"),
        ("en", "buy milk", "rename it to buy oat milk", "title", "Buy oat milk"),
        ("es", "comprar leche", "renómbralo a comprar avena", "title", "Comprar avena"),
        ("fr", "acheter du lait", "renomme-le en acheter du pain", "title", "Acheter du pain"),
        ("pt", "comprar leite", "renomeia-o para comprar pão", "title", "Comprar pão"),
    ],
)
async def test_it_is_changed_and_taken_back(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, words: str, field: str, value: object
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, said)
    before = await tasks(client, "id", field)
    assert kinds(await say(client, words)) == ["task.changed"]
    assert await tasks(client, "id", field) == [(before[0][0], value)]
    await say(client, "undo")
    assert await tasks(client, "id", field) == before


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "delete it"), ("es", "bórralo"), ("fr", "supprime-le"), ("pt", "apaga-o")]
)
async def test_a_task_is_taken_away_and_taken_back(
    person: NewPerson, client_for: ClientFor, locale: str, words: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, "buy milk")
    there = await tasks(client, "id")
    assert kinds(await say(client, words)) == ["task.removed"]
    assert await tasks(client, "id") == []
    await say(client, "undo")
    assert await tasks(client, "id") == there


async def test_a_reminder_and_an_event_are_taken_away_and_called_otherwise(client: httpx2.AsyncClient) -> None:
    await say(client, "call mom tomorrow at 3pm")
    assert kinds(await say(client, "rename it to call dad")) == ["reminder.renamed"]
    assert [one["text"] for one in await items(client, "/reminders")] == ["Call dad"]
    await say(client, "undo")
    assert [one["text"] for one in await items(client, "/reminders")] == ["Call mom"]
    assert kinds(await say(client, "delete it")) == ["reminder.cancelled"]
    await say(client, "meeting with Bo tomorrow from 3pm to 4pm")
    assert kinds(await say(client, "rename it to lunch with Bo")) == ["event.changed"]
    assert [one["title"] for one in await items(client, "/calendar/events")] == ["Lunch with Bo"]
    assert kinds(await say(client, "delete it")) == ["event.cancelled"]


@pytest.mark.parametrize("words", ["delete it", "make it high energy", "rename it to tea", "make it 30 minutes"])
async def test_where_nothing_was_named_nothing_is_done(client: httpx2.AsyncClient, words: str) -> None:
    told = await say(client, words)
    assert (told["receipts"], told["reply"]["text"]) == ([], "I don’t know which one you mean. Say it with its name.")


async def test_where_several_were_named_it_is_asked(client: httpx2.AsyncClient) -> None:
    await say(client, "buy milk and call Ana")
    told = await say(client, "delete it")
    assert (told["receipts"], len(await items(client, "/tasks"))) == ([], 2)


async def test_what_stands_on_no_list_has_no_energy(client: httpx2.AsyncClient) -> None:
    await say(client, "call mom tomorrow at 3pm")
    told = await say(client, "make it high energy")
    assert (told["receipts"], told["reply"]["text"]) == ([], "That can be noted of things on your list only.")


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en", "cancel Tom"), ("es", "cancela lo de Tom"), ("fr", "annule Tom"), ("pt", "cancela o Tom")],
)
async def test_a_thing_with_somebody_is_cancelled_by_their_name(
    person: NewPerson, client_for: ClientFor, locale: str, words: str
) -> None:
    client = client_for(await person(locale=locale))
    await client.post(f"{V1}/tasks", json={"title": "Write to Tom"})
    await client.post(f"{V1}/tasks", json={"title": "Write to Ana"})
    assert kinds(await say(client, words)) == ["task.removed"]
    assert await tasks(client, "title") == [("Write to Ana",)]
