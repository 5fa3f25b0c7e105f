"""Said in words, the day is told and the week opened again and again; what is a reminder stays one."""

from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant import grammar
from cairn.platform.clock import StillClock
from tests.automations.scheduled import URL
from tests.conftest import NOON, ClientFor, NewPerson

HERE = NOON.astimezone(ZoneInfo("Europe/Lisbon"))


@pytest.mark.parametrize(
    ("language", "said", "does", "rrule"),
    [
        ("en", "every Sunday at 6pm, look over my week", "week", "FREQ=WEEKLY;BYDAY=SU"),
        ("en", "Look over my week every sunday at 18:00.", "week", "FREQ=WEEKLY;BYDAY=SU"),
        ("en", "every Sunday at six, look over my week", "week", "FREQ=WEEKLY;BYDAY=SU"),
        ("en", "every morning at 8 tell me my day", "digest", "FREQ=DAILY"),
        ("en", "daily digest every weekday at 7:30", "digest", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("es", "cada domingo a las 18:00 repasa mi semana", "week", "FREQ=WEEKLY;BYDAY=SU"),
        ("es", "cada mañana a las 8 dime mi día", "digest", "FREQ=DAILY"),
        ("fr", "tous les dimanches à 18h, passe en revue ma semaine", "week", "FREQ=WEEKLY;BYDAY=SU"),
        ("fr", "chaque matin à 8h dis-moi ma journée", "digest", "FREQ=DAILY"),
        ("pt", "todos os domingos às 18:00 revê a minha semana", "week", "FREQ=WEEKLY;BYDAY=SU"),
        ("pt", "todas as manhãs às 8 conta-me o meu dia", "digest", "FREQ=DAILY"),
    ],
)
def test_these_words_make_an_automation(language: str, said: str, does: str, rrule: str) -> None:
    (meant,) = grammar.understand(said, HERE, language)
    assert isinstance(meant, grammar.Automate), meant
    assert (meant.does, meant.rrule) == (does, rrule)
    assert meant.when > HERE


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "every Sunday at six call mom", "Call mom"),
        ("en", "remind me every sunday at 6pm to look over my week", "Look over my week"),
        ("en", "every morning at 8 tell my brother about the day", "Tell my brother about the day"),
        ("es", "cada domingo a las 18:00 llamar a mamá", "Llamar a mamá"),
        ("fr", "tous les dimanches à 18h appeler maman", "Appeler maman"),
        ("pt", "todos os domingos às 18:00 ligar à mãe", "Ligar à mãe"),
    ],
)
def test_what_is_to_be_done_by_the_person_stays_a_reminder(language: str, said: str, title: str) -> None:
    (meant,) = grammar.understand(said, HERE, language)
    assert isinstance(meant, grammar.Remind), meant
    assert meant.title == title


@pytest.mark.parametrize("said", ["look over my week", "tell me my day", "look over my week on sunday at 6pm"])
def test_once_is_no_automation(said: str) -> None:
    assert not any(isinstance(one, grammar.Automate) for one in grammar.understand(said, HERE, "en"))


async def test_it_is_made_told_and_taken_back(client: httpx2.AsyncClient, clock: StillClock) -> None:
    said = await client.post("/api/v1/messages", json={"text": "every Sunday at 18:00, look over my week"})
    told = said.json()
    assert told["reply"]["text"].startswith("Every time, by itself: Your week. Every Sunday, first Sun 29 Nov, 18:00")
    (receipt,) = told["receipts"]
    (automation,) = (await client.get(URL)).json()["items"]
    assert (automation["what"], automation["due_at"]) == ("week", "2026-11-29T18:00:00Z")
    assert (await client.post(f"/api/v1/receipts/{receipt['id']}/undo")).status_code == 200
    assert (await client.get(URL)).json()["items"] == []
    assert (await client.get("/api/v1/memories")).json()["items"] == []


async def test_in_portuguese_too(person: NewPerson, client_for: ClientFor) -> None:
    client = client_for(await person(locale="pt"))
    said = await client.post("/api/v1/messages", json={"text": "todas as manhãs às 8 conta-me o meu dia"})
    assert said.json()["reply"]["text"].startswith("De cada vez, sem pedires: O teu dia.")
