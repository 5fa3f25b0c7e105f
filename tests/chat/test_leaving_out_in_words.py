"""One time of what comes again is left out in words, and a reminder ends in words."""

from datetime import timedelta

import httpx2
import pytest

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.chat.talking import V1, items, say
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
    ("locale", "books", "leaves_out", "told"),
    [
        (
            "en",
            "therapy every tuesday at 10am",
            "no therapy on december 8",
            "Cancelled, this time only: Therapy. Tue 8 Dec",
        ),
        (
            "en",
            "therapy every tuesday at 10am",
            "skip therapy on december 8",
            "Cancelled, this time only: Therapy. Tue 8 Dec",
        ),
        (
            "es",
            "terapia todos los martes a las 10:00",
            "cancela la terapia del 8 de diciembre",
            "Cancelado, solo esta vez",
        ),
        ("fr", "thérapie tous les mardis à 10h", "annule la thérapie du 8 décembre", "Annulé, cette fois seulement"),
        ("pt", "terapia todas as terças às 10h", "cancela a terapia de 8 de dezembro", "Cancelado, só desta vez"),
    ],
)
async def test_a_later_time_of_a_reminder_is_left_out_and_comes_back(
    person: NewPerson,
    client_for: ClientFor,
    clock: StillClock,
    runtime: Runtime,
    locale: str,
    books: str,
    leaves_out: str,
    told: str,
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, books)
    answer = await say(client, leaves_out)
    assert told in answer["reply"]["text"]
    assert [one["kind"] for one in answer["receipts"]] == ["reminder.time_cancelled"]
    assert answer["receipts"][0]["when"] == "2026-12-08T10:00:00Z"
    (reminder,) = await items(client, "/reminders")
    assert reminder["due_at"] == "2026-12-01T10:00:00Z", "the one before it still comes"

    clock.forward(timedelta(days=7))
    while await ticker.tick(runtime):  # others of this database are due by then, too
        pass
    await client.post(f"{V1}/reminders/{reminder['id']}/done")
    (after,) = await items(client, "/reminders")
    assert after["due_at"] == "2026-12-15T10:00:00Z"


async def test_a_later_time_that_was_left_out_is_put_back_by_undo(client: httpx2.AsyncClient) -> None:
    await say(client, "therapy every tuesday at 10am")
    await say(client, "skip therapy on december 8")
    assert (await say(client, "undo"))["reply"]["text"] == "Back as it was: Therapy."
    assert (await say(client, "no therapy on december 8"))["receipts"], "it is there to be left out again"


async def test_what_does_not_come_on_that_day_is_not_left_out(client: httpx2.AsyncClient) -> None:
    await say(client, "therapy every tuesday at 10am")
    (reminder,) = await items(client, "/reminders")
    await say(client, "cancel the therapy reminder on december 9")
    assert await items(client, "/reminders") == [reminder]


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
