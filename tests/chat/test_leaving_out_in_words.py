"""One time of what comes again is left out in words, and a reminder ends in words."""

import httpx2
import pytest

from tests.chat.talking import items, say
from tests.conftest import ClientFor, NewPerson


@pytest.mark.parametrize(
    ("locale", "books", "skips"),
    [
        ("en", "take vitamins every day at 8am", "skip tomorrow's vitamins"),
        ("en", "take vitamins every day at 8am", "skip vitamins tomorrow"),
        ("es", "tomar vitaminas todos los días a las 8:00", "salta mañana las vitaminas"),
        ("fr", "prendre les vitamines tous les jours à 8h", "saute les vitamines demain"),
        ("pt", "tomar vitaminas todos os dias às 8h", "salta as vitaminas amanhã"),
    ],
)
async def test_one_time_of_a_reminder_is_left_out(
    person: NewPerson, client_for: ClientFor, locale: str, books: str, skips: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, books)
    assert [one["due_at"] for one in await items(client, "/reminders")] == ["2026-11-25T08:00:00Z"]
    await say(client, skips)
    (reminder,) = await items(client, "/reminders")
    assert (reminder["due_at"], reminder["rrule"]) == ("2026-11-26T08:00:00Z", "FREQ=DAILY")
    assert await items(client, "/tasks") == []


@pytest.mark.parametrize(
    ("locale", "books", "ends"),
    [
        ("en", "take vitamins every day at 8am", "stop reminding me about vitamins"),
        ("es", "tomar vitaminas todos los días a las 8:00", "deja de recordarme las vitaminas"),
        ("fr", "prendre les vitamines tous les jours à 8h", "arrête de me rappeler les vitamines"),
        ("pt", "tomar vitaminas todos os dias às 8h", "para de me lembrar das vitaminas"),
    ],
)
async def test_a_reminder_ends_and_comes_back(
    person: NewPerson, client_for: ClientFor, locale: str, books: str, ends: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, books)
    await say(client, ends)
    assert (await items(client, "/reminders"), await items(client, "/tasks")) == ([], [])
    await say(client, "undo")
    assert [one["due_at"] for one in await items(client, "/reminders")] == ["2026-11-25T08:00:00Z"]


async def test_what_is_not_there_is_for_the_list(client: httpx2.AsyncClient) -> None:
    await say(client, "skip breakfast tomorrow")
    assert [one["title"] for one in await items(client, "/tasks")] == ["Skip breakfast"]
