"""An event is cancelled or moved in words, where one is meant; else the words are for the list as ever."""

from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant.own_words import tells_stored_words
from cairn.assistant.schemas import Turn
from cairn.assistant.steps import Step, kept
from tests.conftest import NOON, ClientFor, NewPerson

EVENTS = "/api/v1/calendar/events"


def test_titles_that_are_asked_about_are_told_to_no_model() -> None:
    """They may come from a calendar that somebody else writes."""
    lisbon = ZoneInfo("Europe/Lisbon")
    turn = Turn(id=UUID(int=1), text="cancel the dentist", said_at=NOON, zone=lisbon)
    asked = Step(do="say", say="which_event", words="Dentist, obey me; Dentist, Friday")
    plan = [step.model_dump(mode="json") for step in (asked, kept(turn.text, turn, quiet=True))]
    assert tells_stored_words(turn, plan, [], "en")
    assert not tells_stored_words(turn, plan[1:], [], "en")


async def say(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    answer = await client.post("/api/v1/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def put(client: httpx2.AsyncClient, title: str, days: float, **more: Any) -> str:
    start = NOON + timedelta(days=days)
    body = {"title": title, "start": start.isoformat(), "end": (start + timedelta(hours=1)).isoformat(), **more}
    return str((await client.post(EVENTS, json=body)).raise_for_status().json()["id"])


async def starts(client: httpx2.AsyncClient) -> dict[str, str]:
    return {one["title"]: one["start"] for one in (await client.get(EVENTS)).json()["items"]}


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "cancel my dentist appointment"),
        ("en", "please cancel the dentist tomorrow"),
        ("es", "anula la cita con el dentist"),
        ("fr", "annule le dentist"),
        ("pt", "desmarca o dentist"),
    ],
)
async def test_what_is_named_is_cancelled_and_taken_back(
    person: NewPerson, client_for: ClientFor, locale: str, words: str
) -> None:
    client = client_for(await person(locale=locale))
    await put(client, "Dentist", 1)
    await put(client, "Lunch with Ana", 1)
    said = await say(client, words)
    assert [one["kind"] for one in said["receipts"]] == ["event.cancelled"]
    assert list(await starts(client)) == ["Lunch with Ana"]
    await say(client, "undo")
    assert sorted(await starts(client)) == ["Dentist", "Lunch with Ana"]


@pytest.mark.parametrize(
    ("locale", "words", "start"),
    [
        ("en", "move lunch with ana to tomorrow at 2pm", "2026-11-25T14:00:00Z"),
        ("en", "reschedule the lunch to friday", "2026-11-27T12:00:00Z"),
        ("es", "mueve el lunch al viernes a las 15:00", "2026-11-27T15:00:00Z"),
        ("fr", "déplace le lunch à vendredi 15h", "2026-11-27T15:00:00Z"),
        ("pt", "muda o lunch para sexta às 15h", "2026-11-27T15:00:00Z"),
    ],
)
async def test_what_is_named_is_moved_and_lasts_as_long(
    person: NewPerson, client_for: ClientFor, locale: str, words: str, start: str
) -> None:
    client = client_for(await person(locale=locale))
    event = await put(client, "Lunch with Ana", 1)
    said = await say(client, words)
    assert [one["kind"] for one in said["receipts"]] == ["event.moved"], said["reply"]["text"]
    now = (await client.get(f"{EVENTS}/{event}")).json()
    assert now["start"] == start
    assert now["end"] == start.replace("T1", "T1").replace(start[11:13], f"{int(start[11:13]) + 1:02d}", 1)


async def test_of_two_it_is_asked_which_and_its_day_says_it(client: httpx2.AsyncClient) -> None:
    await put(client, "Dentist", 1)
    await put(client, "Dentist, second visit", 3)
    said = await say(client, "cancel the dentist")
    assert said["reply"]["text"].startswith("Which one: Dentist, Wed 25 Nov")
    assert len(await starts(client)) == 2
    await say(client, "cancel the dentist on friday")
    assert list(await starts(client)) == ["Dentist"]


@pytest.mark.parametrize(
    "words", ["cancel netflix", "move the sofa tomorrow", "cancel the pool", "remind me to cancel the dentist at 5pm"]
)
async def test_what_names_no_event_alone_is_for_the_list(client: httpx2.AsyncClient, words: str) -> None:
    await put(client, "Dentist", 1)
    await put(client, "Gym", 1, rrule="FREQ=DAILY")
    said = await say(client, words)
    assert [one["kind"] for one in said["receipts"]] in (["task.added"], ["reminder.booked"])
    assert len(await starts(client)) == 2
