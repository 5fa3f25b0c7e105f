"""Do not disturb, and nag me: understood in four languages, done by tools, and taken back."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.assistant.grammar import DoNotDisturb, Nag, understand
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.conftest import NOON, ClientFor
from tests.reminders.booking import IN_AN_HOUR, booked

V1 = "/api/v1"


@pytest.mark.parametrize(
    ("language", "said", "hours"),
    [
        ("en", "do not disturb until 5", 5),
        ("en", "Don't disturb me for two hours, please", 2),
        ("en", "DND", 1),
        ("en", "leave me alone until 3pm", 3),
        ("es", "no me molestes hasta las 17", 5),
        ("es", "no molestar durante dos horas", 2),
        ("fr", "ne me dérange pas pendant deux heures", 2),
        ("fr", "ne pas déranger jusqu'à 17h", 5),
        ("pt", "não me incomodes até às 17h", 5),
        ("pt", "não incomodar durante duas horas", 2),
    ],
)
def test_quiet_is_asked_for_until_a_moment_or_for_a_while(language: str, said: str, hours: int) -> None:
    assert understand(said, NOON, language) == [DoNotDisturb(NOON + timedelta(hours=hours))]


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("en", "end do not disturb", DoNotDisturb(None)),
        ("es", "ya puedes avisarme", DoNotDisturb(None)),
        ("fr", "tu peux me déranger à nouveau", DoNotDisturb(None)),
        ("pt", "já podes avisar-me", DoNotDisturb(None)),
        ("en", "nag me until it's done", Nag()),
        ("en", "keep reminding me until it’s done", Nag()),
        ("es", "insiste hasta que esté hecho", Nag()),
        ("fr", "insiste jusqu'à ce que ce soit fait", Nag()),
        ("pt", "insiste até estar feito", Nag()),
        ("en", "stop nagging me", Nag(on=False)),
        ("en", "stop nagging me about the gym", Nag(on=False, words="the gym")),
        ("es", "deja de insistirme con el gimnasio", Nag(on=False, words="el gimnasio")),
        ("fr", "arrête de me relancer pour la salle", Nag(on=False, words="la salle")),
        ("pt", "para de insistir com o ginásio", Nag(on=False, words="o ginásio")),
        ("es", "deja de insistir", Nag(on=False)),
        ("fr", "arrête d'insister", Nag(on=False)),
        ("pt", "para de insistir", Nag(on=False)),
    ],
)
def test_the_end_of_quiet_and_nagging_are_asked_for(language: str, said: str, meant: object) -> None:
    assert understand(said, NOON, language) == [meant]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "do not disturb the cat at 5"),
        ("en", "remind me to put up the do not disturb sign at 5"),
        ("en", "quiet evening with Ana on friday"),
        ("en", "nag Tom about the rent"),
        ("es", "silencio en la biblioteca es importante"),
        ("pt", "insiste com a Ana para pagar a renda"),
    ],
)
def test_what_only_begins_so_is_something_else(language: str, said: str) -> None:
    assert not any(isinstance(one, DoNotDisturb | Nag) for one in understand(said, NOON, language))


@pytest.fixture
def client(actor: Actor, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(actor)


async def said(client: httpx2.AsyncClient, words: str) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages", json={"text": words})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def quiet_until(client: httpx2.AsyncClient) -> object:
    return (await client.get(f"{V1}/notifications/preferences")).json()["do_not_disturb_until"]


async def test_quiet_that_is_said_is_kept_and_can_be_taken_back(client: httpx2.AsyncClient) -> None:
    told = await said(client, "do not disturb for two hours")
    assert "Nothing makes a noise until Tue 24 Nov, 14:00" in str(told)
    assert await quiet_until(client) is not None

    await said(client, "undo")
    assert await quiet_until(client) is None


async def test_nagging_that_is_said_is_about_what_rings(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    rings, waits = await booked(actor), await booked(actor, IN_AN_HOUR + timedelta(hours=3), text="Water the plants")
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)
    told = await said(client, "nag me until it's done")
    assert "Call the dentist: I'll come again until it's done." in str(told)
    ladders = [(await client.get(f"{V1}/reminders/{one}")).json()["ladder"] for one in (rings, waits)]
    assert ladders[0]["nag"] == {"every_minutes": 10, "times": None}
    assert ladders[1] is None

    await said(client, "stop nagging me")
    assert (await client.get(f"{V1}/reminders/{rings}")).json()["ladder"]["nag"] is None


async def test_what_is_named_comes_no_more_often(client: httpx2.AsyncClient) -> None:
    await said(client, "remind me to go to the gym at 6pm")
    await said(client, "remind me to call Ana at 5pm")
    by_text = {one["text"]: one for one in (await client.get(f"{V1}/reminders")).json()["items"]}
    told = await said(client, "stop nagging me about the gym")
    assert [receipt["subject_id"] for receipt in told["receipts"]] == [by_text["Go to the gym"]["id"]]
    told = await said(client, "stop nagging me about the piano")
    assert "the piano" in told["reply"]["text"]
    assert [receipt["kind"] for receipt in told["receipts"]] == ["thought.kept"]


async def test_nagging_about_nothing_says_so(client: httpx2.AsyncClient) -> None:
    assert "Nothing is open just now" in str(await said(client, "nag me until it's done"))
