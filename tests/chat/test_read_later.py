"""How far off a moment is, is told when an answer is read, however long ago it was written."""

import json
from datetime import datetime, timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from tests.conftest import ClientFor, NewPerson

V1 = "/api/v1"
WEEK = timedelta(days=7)


async def say(client: httpx2.AsyncClient, words: str, **more: Any) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages", json={"text": words, **more})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def read_again(client: httpx2.AsyncClient, told: dict[str, Any]) -> dict[str, Any]:
    """The reply as it stands in the list of its conversation."""
    conversation = told["message"]["conversation_id"]
    answer = await client.get(f"{V1}/conversations/{conversation}/messages")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = next(one for one in answer.json()["items"] if one["id"] == told["reply"]["id"])
    return found


async def test_a_booking_read_a_week_later_says_how_long_ago_it_was(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    told = await say(client, "remind me to call the dentist tomorrow at 3pm")
    assert told["reply"]["text"] == "Booked: Call the dentist. Wed 25 Nov, 15:00 (in 1 day 3 h)."
    clock.forward(WEEK)
    again = await read_again(client, told)
    assert again["text"] == "Booked: Call the dentist. Wed 25 Nov, 15:00 (6 days ago)."


async def test_a_recall_answer_read_a_week_later_no_longer_says_now(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await say(client, "remember that my passport is in the blue drawer")
    told = await say(client, "where is my passport?")
    assert "Tue 24 Nov, 12:00 (now)" in told["reply"]["text"]
    clock.forward(WEEK)
    again = await read_again(client, told)
    assert "(now)" not in again["text"]
    assert "Tue 24 Nov, 12:00 (7 days ago)" in again["text"]


async def test_a_reply_comes_in_pieces_for_who_shows_it_for_longer(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    told = await say(client, "water the plants every monday at 10am")
    for reply in (told["reply"], await read_again(client, told)):
        words, moment, end = reply["parts"]
        assert words == {"text": "Booked: Water the plants. Every Monday, first ", "at": None}
        assert moment["text"] == "Mon 30 Nov, 10:00"
        assert datetime.fromisoformat(moment["at"]) == datetime.fromisoformat(told["receipts"][0]["when"])
        assert end == {"text": ".", "at": None}
    assert told["message"]["parts"] == []
    assert (await say(client, "buy milk"))["reply"]["parts"] == []


async def test_the_same_message_sent_again_later_is_done_once_and_told_as_it_stands(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    message = {"id": "7b0c1c1e-5f0e-4b55-9d3f-0d9b6f1d2c11"}
    first = await say(client, "remind me to call Ana tomorrow at 3pm", **message)
    clock.forward(timedelta(hours=3))
    again = await say(client, "remind me to call Ana tomorrow at 3pm", **message)
    assert again["reply"]["id"] == first["reply"]["id"]
    assert again["receipts"] == first["receipts"]
    assert first["reply"]["text"].endswith("(in 1 day 3 h).")
    assert again["reply"]["text"].endswith("(in 1 day).")


async def test_a_stream_tells_it_as_it_is_now(client: httpx2.AsyncClient) -> None:
    answer = await client.post(
        f"{V1}/messages", json={"text": "call Ana tomorrow at 3pm"}, headers={"Accept": "text/event-stream"}
    )
    data = [line.removeprefix("data: ") for line in answer.text.splitlines() if line.startswith("data: ")]
    reply, done = (json.loads(one) for one in data[-2:])
    assert reply["text"] == done["reply"]["text"] == "Booked: Call Ana. Wed 25 Nov, 15:00 (in 1 day 3 h)."
    assert reply["parts"][1]["text"] == "Wed 25 Nov, 15:00"


@pytest.mark.parametrize(
    ("locale", "words", "at_once", "later"),
    [
        ("es", "recuérdame llamar a Ana mañana a las 15:00", "mié 25 nov, 15:00 (en 1 día 3 h)", "(hace 6 días)"),
        ("fr", "rappelle-moi d'appeler Ana demain à 15h", "mer. 25 nov., 15:00 (dans 1 jour 3 h)", "(il y a 6 jours)"),
        ("pt", "lembra-me de ligar à Ana amanhã às 15:00", "qua. 25 nov., 15:00 (em 1 dia 3 h)", "(há 6 dias)"),
    ],
)
async def test_in_every_language(
    locale: str, words: str, at_once: str, later: str, person: NewPerson, client_for: ClientFor, clock: StillClock
) -> None:
    client = client_for(await person(locale=locale))
    told = await say(client, words)
    assert at_once in told["reply"]["text"]
    clock.forward(WEEK)
    again = await read_again(client, told)
    assert again["text"] == told["reply"]["text"].replace(at_once, f"{at_once.rpartition(' (')[0]} {later}")


async def test_nothing_that_is_true_for_a_moment_only_is_kept(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    """So an export, and what a model is told of the conversation, says no "now" of another day."""
    await say(client, "remind me to call the dentist tomorrow at 3pm")
    async with actor.work() as work:
        kept = await work.session.scalar(
            text("select text from messages where user_id = :id and role = 'cairn'"), {"id": work.user_id}
        )
    assert kept == "Booked: Call the dentist. Wed 25 Nov, 15:00."


async def test_braces_in_a_title_are_only_braces(client: httpx2.AsyncClient) -> None:
    told = await say(client, "remind me to read {when} and {0} tomorrow at 3pm")
    assert told["reply"]["text"] == "Booked: Read {when} and {0}. Wed 25 Nov, 15:00 (in 1 day 3 h)."
