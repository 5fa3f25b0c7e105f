"""How somebody says that they feel, in four languages; and what only sounds like it."""

from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant import grammar
from cairn.assistant.meaning import meaning_of
from tests.conftest import NOON, ClientFor, NewPerson

HERE = NOON.astimezone(ZoneInfo("Europe/Lisbon"))


@pytest.mark.parametrize(
    ("language", "said", "mood", "energy"),
    [
        ("en", "mood: good", "good", None),
        ("en", "feeling flat today", "flat", None),
        ("en", "feeling flat, low energy", "flat", "low"),
        ("es", "me siento bien, con mucha energía", "good", "high"),
        ("fr", "je me sens à plat, peu d'énergie", "flat", "low"),
        ("pt", "sinto-me em baixo, sem energia", "flat", "low"),
        ("en", "I feel really awful", "rough", None),
        ("en", "I'm exhausted", None, "low"),
        ("en", "tired", None, "low"),
        ("en", "energy: high", None, "high"),
        ("en", "mood flat, energy low", "flat", "low"),
        ("en", "feeling tired and flat", "flat", "low"),
        ("es", "me siento fatal", "rough", None),
        ("es", "estoy muy cansada", None, "low"),
        ("es", "ánimo: bien", "good", None),
        ("es", "hoy me siento sin ganas", "flat", None),
        ("fr", "je me sens à plat", "flat", None),
        ("fr", "je suis épuisée", None, "low"),
        ("fr", "humeur : bonne", "good", None),
        ("fr", "énergie : basse", None, "low"),
        ("pt", "sinto-me em baixo hoje", "flat", None),
        ("pt", "estou exausta", None, "low"),
        ("pt", "humor: ótimo", "great", None),
        ("pt", "energia alta", None, "high"),
        ("pt", "feeling rough", "rough", None),
    ],
)
def test_it_is_understood(language: str, said: str, mood: str | None, energy: str | None) -> None:
    (meant,) = grammar.understand(said, HERE, language)
    assert isinstance(meant, grammar.Feeling)
    assert (meant.mood, meant.energy) == (mood, energy)
    assert [one.kind for one in meaning_of(said, HERE, language)] == ["note"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I'm not tired"),
        ("en", "feeling good about the interview"),
        ("en", "Ana is tired"),
        ("en", "down"),
        ("en", "good"),
        ("en", "fine"),
        ("en", "I feel like pizza"),
        ("en", "buy energy drinks"),
        ("es", "bien"),
        ("es", "estoy en casa"),
        ("fr", "ça va"),
        ("pt", "bem"),
        ("pt", "ok"),
    ],
)
def test_what_only_sounds_like_it_is_not(language: str, said: str) -> None:
    assert not any(isinstance(one, grammar.Feeling) for one in grammar.understand(said, HERE, language))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "low energy"), ("es", "poca energía"), ("fr", "peu d'énergie"), ("pt", "pouca energia")],
)
def test_little_energy_still_asks_for_something_light(language: str, said: str) -> None:
    assert grammar.understand(said, HERE, language) == [grammar.Next(energy="low")]


async def said(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    answer = await client.post("/api/v1/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_it_is_noted_with_a_receipt_and_a_way_back(client: httpx2.AsyncClient) -> None:
    answer = await said(client, "feeling flat today")
    (receipt,) = answer["receipts"]
    assert (receipt["kind"], receipt["title"], receipt["can_undo"]) == ("mood.said", "Flat", True)
    assert "Noted: Flat." in answer["reply"]["text"]
    (entry,) = (await client.get("/api/v1/mood")).json()["items"]
    assert (entry["mood"], entry["energy"], entry["note"]) == ("flat", None, "feeling flat today")
    assert (await client.get("/api/v1/memories")).json()["items"] == []

    await said(client, "undo")
    assert (await client.get("/api/v1/mood")).json()["items"] == []


async def test_who_is_tired_is_told_of_something_light(person: NewPerson, client_for: ClientFor) -> None:
    client = client_for(await person(locale="pt"))
    await client.post("/api/v1/tasks", json={"title": "Escrever o relatório", "energy": "high", "important": True})
    await client.post("/api/v1/tasks", json={"title": "Regar as plantas", "energy": "low"})
    answer = await said(client, "estou cansado")
    assert "Anotado: Pouca energia." in answer["reply"]["text"]
    assert "Regar as plantas" in answer["reply"]["text"]
