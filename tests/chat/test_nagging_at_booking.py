"""What is to come again until it's done, said where it is booked, and of what was booked a moment ago."""

from collections.abc import Mapping
from typing import Any

import httpx2
import pytest

from cairn.notify.schemas import Channel
from tests.chat.talking import V1, items, say
from tests.conftest import ClientFor, NewPerson

TEN = {"every_minutes": 10, "times": None}
THREE = {"every_minutes": 10, "times": 3}
FIVE = {"every_minutes": 5, "times": None}
BOOKED = [
    ("en", "remind me every day at 9am to stretch and nag me 3 times", "Stretch", THREE),
    ("en", "remind me at 5pm to call mom, nag me until it's done", "Call mom", TEN),
    ("en", "remind me at 5pm to call mom and keep reminding me until I do it", "Call mom", TEN),
    ("en", "remind me at 5pm to call mom every 5 minutes until done", "Call mom", FIVE),
    ("en", "call mom at 5pm. Nag me three times.", "Call mom", THREE),
    ("es", "recuérdame llamar a mamá a las 17 e insiste 3 veces", "Llamar a mamá", THREE),
    ("es", "recuérdame llamar a mamá a las 17 cada 5 minutos hasta que lo haga", "Llamar a mamá", FIVE),
    ("es", "recuérdame llamar a mamá a las 17 y sigue avisándome hasta que lo haga", "Llamar a mamá", TEN),
    ("fr", "rappelle-moi d’appeler maman à 17h et insiste 3 fois", "Appeler maman", THREE),
    (
        "fr",
        "rappelle-moi d’appeler maman à 17h, toutes les 5 minutes jusqu’à ce que ce soit fait",
        "Appeler maman",
        FIVE,
    ),
    ("fr", "rappelle-moi d’appeler maman à 17h et insiste jusqu’à ce que je l’aie fait", "Appeler maman", TEN),
    ("pt", "lembra-me de ligar à mãe às 17h e insiste 3 vezes", "Ligar à mãe", THREE),
    ("pt", "lembra-me de ligar à mãe às 17h a cada 5 minutos até eu fazer", "Ligar à mãe", FIVE),
    ("pt", "lembra-me de ligar à mãe às 17h, insiste até estar feito", "Ligar à mãe", TEN),
]


async def nag_of(client: httpx2.AsyncClient, reminder_id: str) -> Any:
    ladder = (await client.get(f"{V1}/reminders/{reminder_id}")).json()["ladder"]
    return None if ladder is None else ladder["nag"]


@pytest.mark.parametrize(("language", "said", "title", "nag"), BOOKED)
async def test_it_is_booked_to_come_again(
    person: NewPerson, client_for: ClientFor, language: str, said: str, title: str, nag: Mapping[str, Any]
) -> None:
    client = client_for(await person(locale=language))
    told = await say(client, said)
    (booked,) = await items(client, "/reminders")
    assert booked["text"] == title
    assert await nag_of(client, booked["id"]) == nag
    assert f"{nag['every_minutes']} min" in told["reply"]["text"]
    await client.post(f"{V1}/receipts/{told['receipts'][0]['id']}/undo")
    assert await items(client, "/reminders") == []


@pytest.mark.parametrize(
    "said",
    ["remind me at 5pm to nag Tom", "remind me at 5pm to take the bus twice", "remind me at 5pm to insist on it"],
)
async def test_what_reads_alike_rings_once(client: httpx2.AsyncClient, said: str) -> None:
    await say(client, said)
    (booked,) = await items(client, "/reminders")
    assert await nag_of(client, booked["id"]) is None


@pytest.mark.parametrize(
    ("language", "first", "second", "said"),
    [
        ("en", "buy milk at 3pm", "call mom at 5pm", "nag me every 5 minutes"),
        ("es", "comprar leche a las 15", "llamar a mamá a las 17", "insiste cada 5 minutos"),
        ("fr", "acheter du lait à 15h", "appeler maman à 17h", "insiste toutes les 5 minutes"),
        ("pt", "comprar leite às 15h", "ligar à mãe às 17h", "insiste a cada 5 minutos"),
    ],
)
async def test_what_was_booked_just_now_comes_again(
    person: NewPerson, client_for: ClientFor, language: str, first: str, second: str, said: str
) -> None:
    client = client_for(await person(locale=language))
    await say(client, first)
    await say(client, second)
    await say(client, said)
    sooner, later = sorted(await items(client, "/reminders"), key=lambda one: str(one["due_at"]))
    assert await nag_of(client, sooner["id"]) is None
    assert await nag_of(client, later["id"]) == FIVE


async def test_it_is_booked_and_told_where_nothing_reaches_out(client: httpx2.AsyncClient) -> None:
    page = {"rungs": [{"channels": ["page"], "after_minutes": 0}], "nag": None}
    body = {"preset": "own", "ladder": page, "off": [channel for channel in Channel if channel is not Channel.PAGE]}
    answer = await client.put(f"{V1}/notifications/preferences", json=body)
    assert answer.status_code == 200, answer.text
    told = await say(client, "remind me at 5pm to call mom and nag me")
    (booked,) = await items(client, "/reminders")
    assert await nag_of(client, booked["id"]) is None
    assert "Every channel but the page is off" in told["reply"]["text"]
