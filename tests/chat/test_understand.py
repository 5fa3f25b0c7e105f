"""What a text would do is told while it is typed, and nothing is done."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant import service as assistant
from tests.chat.talking import V1, items
from tests.conftest import ClientFor, NewPerson

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


async def found(client: httpx2.AsyncClient, text: str, **more: Any) -> list[dict[str, Any]]:
    answer = await client.post(f"{V1}/messages/understand", json={"text": text, **more})
    assert answer.status_code == 200, answer.text
    told: list[dict[str, Any]] = answer.json()["found"]
    return told


async def test_a_reminder_is_told_with_its_moment_in_full(client: httpx2.AsyncClient) -> None:
    assert await found(client, "ring the vet tomorrow 9:30am") == [
        {
            "kind": "reminder",
            "title": "Ring the vet",
            "when": "2026-11-25T09:30:00Z",
            "end": None,
            "place": None,
            "bring": None,
            "rrule": None,
            "rule_words": None,
            "when_words": "Wed 25 Nov, 09:30 (in 21 h 30)",
            "heard": "tomorrow 9:30am",
            "sure": True,
        }
    ]


async def test_a_guess_a_rule_and_a_day_are_told_as_such(client: httpx2.AsyncClient) -> None:
    guess, milk = await found(client, "call mom at 5, buy milk tomorrow")
    assert (guess["sure"], guess["when_words"]) == (False, "Tue 24 Nov, 17:00 (in 5 h)")
    assert (milk["kind"], milk["when_words"], milk["heard"]) == ("task", "Wed 25 Nov", "tomorrow")
    (pills,) = await found(client, "take pills every weekday at 8am")
    assert (pills["rrule"], pills["rule_words"]) == ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday")
    (passed,) = await found(client, "remind me yesterday at 5pm to call Ana")
    assert (passed["title"], passed["heard"], passed["sure"]) == ("Call Ana", "yesterday at 5pm", False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("buy milk", "task"),
        ("remember that Ana likes lilies", "memory"),
        ("red bike", "thought"),
        ("idea: red bike", "thought"),
        ("what did I say about the dentist?", "recall"),
        ("is it raining?", "question"),
        ("undo", "command"),
        ("thanks", "command"),
    ],
)
def test_each_thing_has_its_kind(text: str, kind: str) -> None:
    assert [one.kind for one in assistant.understood(text, NOON, ZoneInfo("Europe/Lisbon"), "en")] == [kind]


async def test_it_is_told_in_the_persons_language_and_place(person: NewPerson, client_for: ClientFor) -> None:
    client = client_for(await person(locale="es", time_zone="America/Bogota"))
    (told,) = await found(client, "tomar la pastilla todos los días a las 8:00")
    assert (told["rule_words"], told["when_words"]) == ("cada día", "mar 24 nov, 08:00 (en 1 h)")
    (told,) = await found(client, "llamar a Kenji mañana a las 9:00", time_zone="Asia/Tokyo")
    assert told["when"] == "2026-11-25T09:00:00+09:00"


async def test_nothing_is_stored_or_changed(client: httpx2.AsyncClient) -> None:
    await found(client, "call mom at 5, buy milk, and idea: red bike")
    for path in ("/reminders", "/tasks", "/memories", "/conversations"):
        assert await items(client, path) == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"text": " "}, "/problems/invalid"),
        ({"text": "x" * 10_001}, "/problems/invalid"),
        ({"text": "buy milk", "time_zone": "Europe/Nowhere"}, "/problems/no-such-zone"),
        ({"text": "buy milk", "said_at": "2026-10-01T12:00:00Z"}, "/problems/out-of-reach"),
    ],
)
async def test_what_cannot_be_said_cannot_be_understood(
    client: httpx2.AsyncClient, body: dict[str, str], kind: str
) -> None:
    answer = await client.post(f"{V1}/messages/understand", json=body)
    assert (answer.status_code, answer.json()["type"]) == (422, kind)


async def test_a_stranger_is_told_nothing(client_for: ClientFor) -> None:
    answer = await client_for(None).post(f"{V1}/messages/understand", json={"text": "buy milk"})
    assert answer.status_code == 401
