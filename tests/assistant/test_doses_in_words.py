"""A medication that is asked for is answered in words; the same words said to nothing do nothing."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant.grammar import NotThat, Taken, understand
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders.ticker import tick
from tests.conftest import NOON, ClientFor, NewPerson

HERE = NOON.astimezone(ZoneInfo("Europe/Lisbon"))
TAKEN = [
    ("en", "took it"),
    ("en", "Taken."),
    ("en", "I took my meds"),
    ("es", "tomada"),
    ("es", "ya me la tomé"),
    ("fr", "pris"),
    ("fr", "je l'ai prise"),
    ("fr", "j'ai pris mes médicaments"),
    ("pt", "tomei"),
    ("pt", "já tomei o remédio"),
]
SKIPPED = [("en", "skip it"), ("es", "sáltala"), ("fr", "passe"), ("pt", "salta esta")]


@pytest.mark.parametrize(("language", "said"), TAKEN)
def test_taken_is_understood(language: str, said: str) -> None:
    assert understand(said, HERE, language) == [Taken()]


@pytest.mark.parametrize(("language", "said"), SKIPPED)
def test_skipping_is_understood(language: str, said: str) -> None:
    (intent,) = understand(said, HERE, language)
    assert isinstance(intent, NotThat)
    assert intent.skips


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "took the bus to Porto"),
        ("en", "take the bins out"),
        ("fr", "prends du lait"),
        ("pt", "tomei café com a Rita"),
    ],
)
def test_other_things_are_not_taken(language: str, said: str) -> None:
    assert not any(isinstance(one, Taken) for one in understand(said, HERE, language))


async def say(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    return dict((await client.post("/api/v1/messages", json={"text": text})).json())


async def log(client: httpx2.AsyncClient) -> list[str]:
    return [one["state"] for one in (await client.get("/api/v1/doses")).json()["items"]]


@pytest.mark.parametrize(
    ("language", "took", "reply", "skip"),
    [
        ("en", "took it", "Taken: Iron.", "skip it"),
        ("es", "tomada", "Tomado: Iron.", "sáltala"),
        ("fr", "pris", "Pris : Iron.", "passe"),
        ("pt", "tomei", "Tomado: Iron.", "salta esta"),
    ],
)
async def test_what_rings_is_answered_undone_and_skipped(
    person: NewPerson,
    client_for: ClientFor,
    clock: StillClock,
    runtime: Runtime,
    language: str,
    took: str,
    reply: str,
    skip: str,
) -> None:
    client = client_for(await person(locale=language))
    await client.post("/api/v1/medications", json={"name": "Iron", "times": ["13:00"]})
    clock.forward(timedelta(hours=1, minutes=2))
    await tick(runtime)

    said = await say(client, took)
    assert said["reply"]["text"] == reply
    assert await log(client) == ["taken"]
    again = await say(client, took)
    assert "13:02" in again["reply"]["text"]
    assert again["receipts"] == []
    await client.post(f"/api/v1/receipts/{said['receipts'][0]['id']}/undo")
    assert await log(client) == []
    await say(client, skip)
    assert await log(client) == ["skipped"]


async def test_said_to_nothing_it_finishes_nothing(client: httpx2.AsyncClient) -> None:
    await client.post("/api/v1/tasks", json={"title": "Open the post"})
    said = await say(client, "took it")
    assert [one["kind"] for one in said["receipts"]] == ["thought.kept"]
    assert len((await client.get("/api/v1/tasks")).json()["items"]) == 1


NAMED = [
    ("en", "took my ritalin", "skip ritalin", "did I take my ritalin?", "Noted today as taken: Ritalin."),
    ("en", "I just took ritalin 10 mg", "I'm skipping my ritalin today", "have I taken ritalin today?", "Noted today"),
    (
        "es",
        "he tomado la ritalin",
        "me salto la ritalin",
        "¿he tomado la ritalin?",
        "Anotado hoy como tomado: Ritalin.",
    ),
    ("es", "ya me tomé mi Ritalin", "salta la ritalin hoy", "¿ya me tomé la ritalin?", "Anotado hoy"),
    ("fr", "j’ai pris ma ritalin", "je saute la ritalin", "est-ce que j’ai pris ma ritalin ?", "Noté aujourd’hui"),
    ("fr", "j’ai déjà pris ma ritalin", "saute ma ritalin", "ai-je pris ma ritalin ?", "Noté aujourd’hui"),
    ("pt", "tomei a ritalin", "salta a ritalin", "já tomei a ritalin?", "Anotado hoje como tomado: Ritalin."),
    ("en", "took ritalin", "skipped my ritalin", "have I taken ritalin?", "Noted today"),
    ("en", "had my ritalin", "I didn't take my ritalin today", "did I have my ritalin?", "Noted today"),
    ("es", "me tomé la ritalin", "hoy no he tomado la ritalin", "¿he tomado la ritalin?", "Anotado hoy"),
    ("es", "tomé la ritalin", "me salté la ritalin", "¿me tomé la ritalin?", "Anotado hoy"),
    ("fr", "j’ai pris ma ritalin", "je n’ai pas pris ma ritalin", "ai-je pris ma ritalin ?", "Noté aujourd’hui"),
    ("fr", "j’ai pris ma ritalin", "j’ai sauté ma ritalin", "ai-je pris ma ritalin ?", "Noté aujourd’hui"),
    ("pt", "tomei a ritalin", "hoje não tomei a ritalin", "já tomei a ritalin?", "Anotado hoje"),
    ("pt", "tomei a ritalin", "saltei a ritalin", "já tomei a ritalin?", "Anotado hoje"),
]


@pytest.mark.parametrize(("language", "took", "skip", "asked", "told"), NAMED)
async def test_a_medication_that_is_kept_is_answered_by_its_name(
    person: NewPerson, client_for: ClientFor, language: str, took: str, skip: str, asked: str, told: str
) -> None:
    client = client_for(await person(locale=language))
    for name in ("Ritalin", "Iron"):
        body = {"name": name, "dose": "10 mg", "times": ["13:00"]}
        assert (await client.post("/api/v1/medications", json=body)).status_code == 201
    before = await say(client, asked)
    assert "Ritalin" in before["reply"]["text"]
    assert (before["receipts"], await log(client)) == ([], [])
    (taken,) = (await say(client, took))["receipts"]
    assert taken["kind"] == "dose.taken"
    answer = await say(client, asked)
    assert answer["reply"]["text"].startswith(told)
    assert answer["receipts"] == []
    await client.post(f"/api/v1/receipts/{taken['id']}/undo")
    assert [one["kind"] for one in (await say(client, skip))["receipts"]] == ["dose.skipped"]
    (noted,) = (await client.get("/api/v1/doses")).json()["items"]
    assert (noted["name"], noted["state"]) == ("Ritalin", "skipped")


AT_AN_HOUR = [
    ("en", "Ritalin", "took ritalin at 8", "took ritalin at 11am"),
    ("en", "Ritalin", "I took my ritalin at 8:10 this morning", "took my ritalin today at 11"),
    ("es", "Ritalina", "tomé la ritalina a las 8", "me tomé la ritalina a las 11"),
    ("fr", "Ritaline", "j’ai pris ma ritaline à 8h", "j’ai pris ma ritaline à 11h"),
    ("pt", "Ritalina", "tomei a ritalina às 8", "tomei a ritalina às 11h"),
]


@pytest.mark.parametrize(("language", "name", "first", "second"), AT_AN_HOUR)
async def test_a_dose_is_noted_for_the_time_that_is_nearest_the_hour(
    person: NewPerson, client_for: ClientFor, clock: StillClock, language: str, name: str, first: str, second: str
) -> None:
    client = client_for(await person(locale=language))
    clock.at = NOON - timedelta(hours=6)
    await client.post("/api/v1/medications", json={"name": name, "times": ["08:00", "11:00", "21:00"]})
    clock.at = NOON
    told = await say(client, first)
    assert [one["kind"] for one in told["receipts"]] == ["dose.taken"]
    again = await say(client, first)
    assert again["receipts"] == []
    assert name in again["reply"]["text"]
    assert [one["kind"] for one in (await say(client, second))["receipts"]] == ["dose.taken"]
    noted = (await client.get("/api/v1/doses")).json()["items"]
    assert sorted(one["due_at"][11:16] for one in noted) == ["08:00", "11:00"]
    await client.post(f"/api/v1/receipts/{told['receipts'][0]['id']}/undo")
    assert [one["due_at"][11:16] for one in (await client.get("/api/v1/doses")).json()["items"]] == ["11:00"]
    assert (await client.get("/api/v1/tasks")).json()["items"] == []


TAKEN_BEFORE = [
    ("en", "took ibuprofen at 8", "08:00"),
    ("en", "I took my ibuprofen an hour ago", "11:00"),
    ("en", "took ibuprofen 20 min ago", "11:40"),
    ("en", "took ibuprofen half an hour ago", "11:30"),
    ("en", "took my meds at 8", "08:00"),
    ("en", "took it at 11:45", "11:45"),
    ("en", "took ibuprofen at 1am", "01:00"),
    ("es", "he tomado el ibuprofen hace una hora", "11:00"),
    ("es", "me tomé la pastilla a las 8", "08:00"),
    ("fr", "j’ai pris mon ibuprofen il y a une heure", "11:00"),
    ("fr", "j’ai pris mes médicaments à 8h", "08:00"),
    ("pt", "tomei o ibuprofen há meia hora", "11:30"),
    ("pt", "tomei o remédio às 8", "08:00"),
]


@pytest.mark.parametrize(("language", "said", "at"), TAKEN_BEFORE)
async def test_what_was_taken_before_is_noted_for_then(
    person: NewPerson, client_for: ClientFor, language: str, said: str, at: str
) -> None:
    client = client_for(await person(locale=language))
    await client.post("/api/v1/medications", json={"name": "Ibuprofen"})
    told = await say(client, said)
    (taken,) = told["receipts"]
    assert taken["kind"] == "dose.taken"
    assert at in told["reply"]["text"]
    (noted,) = (await client.get("/api/v1/doses")).json()["items"]
    assert (noted["taken_at"][11:16], noted["at"][11:16]) == (at, "12:00")
    again = await say(client, "took ibuprofen")
    assert again["receipts"] == []
    assert at in again["reply"]["text"]


async def test_a_dose_of_the_morning_is_not_the_one_of_the_afternoon(client: httpx2.AsyncClient) -> None:
    await client.post("/api/v1/medications", json={"name": "Ritalin", "times": ["08:00", "13:30"]})
    (taken,) = (await say(client, "took my ritalin at 8"))["receipts"]
    (noted,) = (await client.get("/api/v1/doses")).json()["items"]
    assert (noted["due_at"], noted["taken_at"][11:16]) == (None, "08:00")
    due = [one["due_at"][:16] for one in (await client.get("/api/v1/reminders")).json()["items"]]
    assert sorted(due) == ["2026-11-24T13:30", "2026-11-25T08:00"]
    await client.post(f"/api/v1/receipts/{taken['id']}/undo")
    assert await log(client) == []


@pytest.mark.parametrize("said", ["took ibuprofen 3 days ago", "took ibuprofen 25 hours ago"])
async def test_what_was_taken_long_ago_is_no_dose_of_today(client: httpx2.AsyncClient, said: str) -> None:
    await client.post("/api/v1/medications", json={"name": "Ibuprofen"})
    await say(client, said)
    assert await log(client) == []


@pytest.mark.parametrize("said", ["took the bus at 8", "took my ritalin back to the shop", "skip lunch"])
async def test_what_no_medication_is_called_notes_no_dose(client: httpx2.AsyncClient, said: str) -> None:
    await client.post("/api/v1/medications", json={"name": "Ritalin", "times": ["13:00"]})
    await say(client, said)
    assert await log(client) == []
