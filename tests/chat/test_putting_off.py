"""Putting off in words: never to a sooner moment, and what isn't there yet goes on the list."""

import httpx2
import pytest

from tests.chat.talking import items, say
from tests.conftest import ClientFor, NewPerson


@pytest.mark.parametrize(
    ("locale", "booked", "words", "told"),
    [
        ("en", "write to Kim tomorrow at 9am", "snooze Kim", "isn't ringing"),
        ("en", "write to Kim tomorrow at 9am", "postpone Kim to today at 3pm", "isn't ringing"),
        ("es", "mañana a las 9 escribir a Kim", "pospón Kim", "no está sonando"),
        ("fr", "demain à 9h écrire à Kim", "reporte Kim", "ne sonne pas"),
        ("pt", "amanhã às 9h escrever à Kim", "adia Kim", "não está a tocar"),
    ],
)
async def test_what_stands_later_comes_no_sooner(
    person: NewPerson, client_for: ClientFor, locale: str, booked: str, words: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, booked)
    (before,) = await items(client, "/reminders")
    answer = await say(client, words)
    assert (answer["receipts"], told in answer["reply"]["text"]) == ([], True)
    assert await items(client, "/reminders") == [before]


async def test_what_is_put_off_to_a_later_moment_moves(client: httpx2.AsyncClient) -> None:
    await say(client, "write to Kim tomorrow at 9am")
    await say(client, "postpone Kim to tomorrow at 3pm")
    (reminder,) = await items(client, "/reminders")
    assert reminder["due_at"] == "2026-11-25T15:00:00Z"


@pytest.mark.parametrize(
    ("locale", "words", "title"),
    [
        ("en", "later call Ana", "Call Ana"),
        ("es", "luego llamar a Ana", "Llamar a Ana"),
        ("es", "más tarde llamar a Ana", "Llamar a Ana"),
        ("es", "después llamar a Ana", "Llamar a Ana"),
        ("fr", "plus tard appeler Léa", "Appeler Léa"),
        ("pt", "mais tarde ligar à Ana", "Ligar à Ana"),
        ("pt", "depois ligar à Ana", "Ligar à Ana"),
        ("en", "after work buy bread", "Buy bread after work"),
        ("es", "después del trabajo comprar pan", "Comprar pan después del trabajo"),
        ("fr", "après le travail acheter du pain", "Acheter du pain après le travail"),
        ("fr", "après le déjeuner appeler Kim", "Appeler Kim après le déjeuner"),
        ("pt", "depois do trabalho comprar pão", "Comprar pão depois do trabalho"),
    ],
)
async def test_a_thing_to_do_later_goes_on_the_list(
    person: NewPerson, client_for: ClientFor, locale: str, words: str, title: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, {"fr": "demain à 9h appeler Paul", "en": "call Paul tomorrow at 9am"}.get(locale, "hola"))
    before = await items(client, "/reminders")
    await say(client, words)
    assert [task["title"] for task in await items(client, "/tasks")] == [title]
    assert await items(client, "/reminders") == before


async def test_what_is_there_by_all_its_words_is_put_off(client: httpx2.AsyncClient) -> None:
    await say(client, "call Ana in 10 minutes")
    assert [one["kind"] for one in (await say(client, "later call Ana"))["receipts"]] == ["reminder.snoozed"]
    assert await items(client, "/tasks") == []


@pytest.mark.parametrize(
    ("locale", "words", "title"),
    [
        ("en", "later tonight lock the door", "Lock the door"),
        ("en", "later tonight, remind me to lock the door", "Lock the door"),
        ("en", "remind me later tonight to lock the door", "Lock the door"),
        ("es", "más tarde, esta noche, recuérdame cerrar la puerta", "Cerrar la puerta"),
        ("fr", "plus tard ce soir rappelle-moi de fermer la porte", "Fermer la porte"),
        ("pt", "mais tarde, hoje à noite, lembra-me de fechar a porta", "Fechar a porta"),
    ],
)
async def test_later_at_a_time_is_rung_then(
    person: NewPerson, client_for: ClientFor, locale: str, words: str, title: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, words)
    (booked,) = await items(client, "/reminders")
    assert (booked["text"], booked["due_at"][:13]) == (title, f"2026-11-24T{19 if locale == 'fr' else 21}")


@pytest.mark.parametrize("words", ["remind me later to lock the door", "later, remind me to lock the door"])
async def test_without_a_time_it_is_asked_for_one(client: httpx2.AsyncClient, words: str) -> None:
    told = await say(client, words)
    assert [task["title"] for task in await items(client, "/tasks")] == ["Lock the door"]
    assert "When should I remind you?" in told["reply"]["text"]
    await say(client, "at 9pm")
    (booked,) = await items(client, "/reminders")
    assert (booked["text"], booked["due_at"][:13]) == ("Lock the door", "2026-11-24T21")
