"""What people type about their day becomes events, is corrected, taken back and asked about, in four languages."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from cairn.assistant import grammar
from cairn.assistant.grammar.journeys import journey, placed
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.conftest import NOON, ClientFor, NewPerson

TOMORROW_AT_THREE = datetime(2026, 11, 25, 15, tzinfo=UTC)


async def say(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    answer = await client.post("/api/v1/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def events(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    return list((await client.get("/api/v1/calendar/events")).json()["items"])


async def waiting(client: httpx2.AsyncClient) -> list[tuple[str, datetime]]:
    items = (await client.get("/api/v1/reminders")).json()["items"]
    return [(one["text"], datetime.fromisoformat(one["due_at"])) for one in items]


@pytest.mark.parametrize(
    ("language", "text", "title", "place", "travel", "ready"),
    [
        (
            "en",
            "dentist tomorrow 3pm to 4pm at Rua do Sol 12, 20 minutes to get there",
            "Dentist",
            "Rua do Sol 12",
            20,
            0,
        ),
        ("en", "dentist tomorrow 3pm-4pm, it takes 25 minutes by bus", "Dentist", "", 25, 0),
        (
            "en",
            "dentist tomorrow at 3pm for an hour, 20 minutes to get there and 15 minutes to get ready",
            "Dentist",
            "",
            20,
            15,
        ),
        (
            "es",
            "dentista mañana de 15:00 a 16:00 en la calle Sol, 20 minutos para llegar",
            "Dentista",
            "calle Sol",
            20,
            0,
        ),
        ("fr", "dentiste demain de 15h à 16h, 20 minutes pour y aller", "Dentiste", "", 20, 0),
        ("fr", "déjeuner demain de 15h à 16h chez Ana", "Déjeuner", "chez Ana", 0, 0),
        (
            "pt",
            "dentista amanhã das 15h às 16h na Rua do Sol, 20 minutos para lá chegar",
            "Dentista",
            "Rua do Sol",
            20,
            0,
        ),
    ],
)
def test_a_sentence_tells_when_where_and_how_far(
    language: str, text: str, title: str, place: str, travel: int, ready: int
) -> None:
    (meant,) = grammar.understand(text, NOON, language)
    assert isinstance(meant, grammar.Remind)
    assert meant.is_event
    assert (meant.title, meant.place, meant.when) == (title, place, TOMORROW_AT_THREE)
    assert meant.travel == (timedelta(minutes=travel) if travel else None)
    assert meant.ready == (timedelta(minutes=ready) if ready else None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("read for 20 minutes", "en"),
        ("I walk 20 minutes a day", "en"),
        ("leer durante 20 minutos", "es"),
        ("lire pendant 20 minutes", "fr"),
        ("ler durante 20 minutos", "pt"),
    ],
)
def test_a_length_that_is_no_way_stays_where_it_is(text: str, language: str) -> None:
    assert journey(text, language).rest == text
    assert placed("Call mum", language) == ("Call mum", "")


async def test_an_event_is_added_told_and_taken_back(client: httpx2.AsyncClient) -> None:
    answer = await say(client, "dentist tomorrow 3pm to 4pm, 20 minutes to get there")
    reply = answer["reply"]["text"]
    assert "In your calendar: Dentist." in reply
    assert "Leave at 14:40." in reply
    (event,) = await events(client)
    assert (event["title"], event["travel_minutes"]) == ("Dentist", 20)
    assert await waiting(client) == [("Leave now: Dentist", TOMORROW_AT_THREE - timedelta(minutes=20))]
    undone = await say(client, "undo")
    assert "Taken back: Dentist." in undone["reply"]["text"]
    assert (await events(client), await waiting(client)) == ([], [])


async def test_no_4pm_moves_the_event_and_its_chain(client: httpx2.AsyncClient) -> None:
    await say(client, "dentist tomorrow 3pm to 4pm, 20 minutes to get there")
    moved = await say(client, "no, 4pm")
    assert "Moved: Dentist." in moved["reply"]["text"]
    (event,) = await events(client)
    four = TOMORROW_AT_THREE + timedelta(hours=1)
    assert (datetime.fromisoformat(event["start"]), datetime.fromisoformat(event["end"])) == (
        four,
        four + timedelta(hours=1),
    )
    assert await waiting(client) == [("Leave now: Dentist", four - timedelta(minutes=20))]
    again = await say(client, "no, friday")
    assert "Moved" in again["reply"]["text"]
    (event,) = await events(client)
    assert datetime.fromisoformat(event["start"]) == datetime(2026, 11, 27, 16, tzinfo=UTC)
    await say(client, "undo")
    (event,) = await events(client)
    assert datetime.fromisoformat(event["start"]) == four


async def test_a_moment_to_leave_that_has_passed_is_said_at_once(client: httpx2.AsyncClient) -> None:
    answer = await say(client, "dentist in 5 minutes for an hour, 30 minutes to get there")
    assert "you’d have had to leave at 11:35" in answer["reply"]["text"]
    assert await waiting(client) == []


async def test_an_event_in_the_past_is_asked_about_and_not_booked(client: httpx2.AsyncClient) -> None:
    answer = await say(client, "dentist today from 9am to 10am")
    assert "has passed" in answer["reply"]["text"]
    assert await events(client) == []


@pytest.mark.parametrize(
    ("locale", "said", "asked", "told"),
    [
        (
            "en",
            "dentist today 3pm to 4pm, 20 minutes to get there",
            "when do I have to leave?",
            "Leave for Dentist at:",
        ),
        (
            "es",
            "dentista hoy de 15:00 a 16:00, 20 minutos para llegar",
            "¿cuándo tengo que salir?",
            "Para Dentista, sal:",
        ),
        (
            "fr",
            "dentiste aujourd'hui de 15h à 16h, 20 minutes pour y aller",
            "quand est-ce que je dois partir ?",
            "pars :",
        ),
        (
            "pt",
            "dentista hoje das 15h às 16h, 20 minutos para lá chegar",
            "quando é que tenho de sair?",
            "Para Dentista, sai:",
        ),
    ],
)
async def test_when_to_leave_is_answered(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, asked: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, said)
    reply = (await say(client, asked))["reply"]["text"]
    assert told in reply
    assert "14:40" in reply


async def test_when_to_leave_without_anything_ahead(client: httpx2.AsyncClient) -> None:
    assert "nothing to leave for" in (await say(client, "when do I have to leave?"))["reply"]["text"]


async def test_the_day_is_told_with_its_events(client: httpx2.AsyncClient) -> None:
    await say(client, "dentist today 3pm to 4pm, 20 minutes to get there")
    reply = (await say(client, "what's my day"))["reply"]["text"]
    assert "- 15:00: Dentist (leave at 14:40)" in reply


async def test_a_snooze_puts_leaving_off_and_done_ends_it(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    await say(client, "dentist today 3pm to 4pm, 20 minutes to get there and 10 minutes to get ready")
    clock.at = NOON + timedelta(minutes=160)
    await ticker.tick(runtime)
    put_off = await say(client, "5 more minutes")
    assert "comes again" in put_off["reply"]["text"]
    clock.at = NOON + timedelta(minutes=165)
    await ticker.tick(runtime)
    await say(client, "done")
    assert await waiting(client) == []


async def test_what_is_typed_is_shown_as_an_event_before_it_is_sent(client: httpx2.AsyncClient) -> None:
    said = {"text": "lunch with Ana tomorrow 1pm to 2pm at the Mercado"}
    answer = await client.post("/api/v1/messages/understand", json=said)
    (one,) = answer.json()["found"]
    assert (one["kind"], one["title"], one["place"]) == ("event", "Lunch with Ana", "Mercado")
