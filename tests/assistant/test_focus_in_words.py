"""A time for one thing, in words."""

from datetime import timedelta

import httpx2
import pytest

from cairn.assistant.grammar import Focus, Park, Smaller, understand
from cairn.platform.clock import StillClock
from tests.conftest import NOON, ClientFor, NewPerson
from tests.focus.focusing import FOCUS, TASKS, now


async def say(client: httpx2.AsyncClient, text: str) -> str:
    answer = await client.post("/api/v1/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["reply"]["text"])


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "focus 25 minutes on the taxes", Focus("start", 25, "the taxes")),
        ("en", "Focus on the taxes for 45 min", Focus("start", 45, "the taxes")),
        ("en", "focus for half an hour", Focus("start", 30)),
        ("en", "focus", Focus("start")),
        ("en", "let's focus on the report, please", Focus("start", None, "the report")),
        ("en", "start a focus session", Focus("start")),
        ("en", "start a 25 minute focus on the taxes", Focus("start", 25, "the taxes")),
        ("en", "start a 25-minute focus session on taxes", Focus("start", 25, "taxes")),
        ("en", "set a timer for 10 minutes", Focus("start", 10)),
        ("en", "pomodoro", Focus("start")),
        ("es", "empieza una sesión de 25 minutos para comprar pan", Focus("start", 25, "comprar pan")),
        ("es", "concentrarme en el informe 25 minutos", Focus("start", 25, "el informe")),
        ("fr", "lance une session de 25 minutes sur le rapport", Focus("start", 25, "le rapport")),
        ("fr", "mets un minuteur de 10 minutes", Focus("start", 10)),
        ("pt", "começa uma sessão de 25 minutos para o relatório", Focus("start", 25, "o relatório")),
        ("pt", "põe um temporizador de 10 minutos", Focus("start", 10)),
        ("en", "pause", Focus("pause")),
        ("en", "pause the timer", Focus("pause")),
        ("en", "resume", Focus("resume")),
        ("en", "stop focus", Focus("stop")),
        ("en", "end the session", Focus("stop")),
        ("en", "park: call the bank", Park("Call the bank")),
        ("en", "park this thought: is the iron off?", Park("Is the iron off?")),
        ("es", "foco 25 minutos en los impuestos", Focus("start", 25, "los impuestos")),
        ("es", "sesión de concentración de 50 minutos", Focus("start", 50)),
        ("es", "pausa", Focus("pause")),
        ("es", "reanuda la sesión", Focus("resume")),
        ("es", "para la sesión", Focus("stop")),
        ("es", "aparca: llamar al banco", Park("Llamar al banco")),
        ("fr", "concentration 25 minutes sur les impôts", Focus("start", 25, "les impôts")),
        ("fr", "mets en pause", Focus("pause")),
        ("fr", "reprends la session", Focus("resume")),
        ("fr", "arrête la session", Focus("stop")),
        ("fr", "mets de côté : appeler la banque", Park("Appeler la banque")),
        ("pt", "foco 25 minutos nos impostos", Focus("start", 25, "impostos")),
        ("pt", "pausa", Focus("pause")),
        ("pt", "retoma a sessão", Focus("resume")),
        ("pt", "para a sessão", Focus("stop")),
        ("pt", "guarda para depois: ligar ao banco", Park("Ligar ao banco")),
        ("pt", "focus 10 minutes on the dishes", Focus("start", 10, "the dishes")),
    ],
)
def test_it_is_understood(language: str, text: str, meant: object) -> None:
    assert understand(text, NOON, language) == [meant]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "park the car"),
        ("en", "focus group at 5"),
        ("en", "focus on the report tomorrow at 9"),
        ("en", "I need to focus on my health"),
        ("en", "stop smoking"),
        ("en", "end the lease"),
        ("es", "para el coche"),
        ("es", "guarda los papeles"),
        ("fr", "gare la voiture"),
        ("pt", "para o carro"),
    ],
)
def test_what_only_sounds_like_it_is_something_else(language: str, text: str) -> None:
    assert not any(isinstance(one, Focus | Park) for one in understand(text, NOON, language))


async def test_a_session_from_beginning_to_end(client: httpx2.AsyncClient, clock: StillClock) -> None:
    task = (await client.post(TASKS, json={"title": "The taxes"})).json()
    assert await say(client, "pause") == "No time for one thing runs just now."
    assert (await say(client, "focus 30 minutes on the taxes")).startswith("The time runs: The taxes, until ")
    assert (await now(client))["session"]["task_id"] == task["id"]
    assert "already" in await say(client, "focus on lunch")
    clock.forward(timedelta(minutes=10))
    assert await say(client, "pause") == "Paused: The taxes. 20 min left."
    assert (await say(client, "resume")).startswith("On again: The taxes, until ")
    assert await say(client, "park: call the bank") == "Parked for afterwards: Call the bank."
    assert await say(client, "stop focus") == "Stopped: The taxes."
    assert (await now(client))["session"] is None
    await say(client, "undo")
    assert (await now(client))["session"]["title"] == "The taxes"
    parked = (await client.get(f"{FOCUS}/parked")).json()["items"]
    assert [one["text"] for one in parked] == ["Call the bank"]


async def test_what_is_no_task_is_named_as_it_was_said(client: httpx2.AsyncClient) -> None:
    await say(client, "focus on reading Proust")
    session = (await now(client))["session"]
    assert (session["title"], session["task_id"], session["planned_minutes"]) == ("reading Proust", None, 25)


@pytest.mark.parametrize(
    ("locale", "start", "left", "told"),
    [
        ("en", "focus 25 minutes on the taxes", "how long is left?", "the taxes: 25 min left."),
        ("en", "focus 25 minutes on the taxes", "how much time is left", "the taxes: 25 min left."),
        ("es", "foco 25 minutos en los impuestos", "¿cuánto queda?", "los impuestos: Quedan 25 min."),
        (
            "fr",
            "concentration 25 minutes sur les impôts",
            "combien de temps reste-t-il ?",
            "les impôts : Il reste 25 min.",
        ),
        ("pt", "foco 25 minutos nos impostos", "quanto tempo falta?", "impostos: Faltam 25 min."),
    ],
)
async def test_what_is_left_is_told(
    person: NewPerson, client_for: ClientFor, locale: str, start: str, left: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, start)
    assert await say(client, left) == told


@pytest.mark.parametrize(
    ("locale", "start", "more"),
    [
        ("en", "focus 25 minutes on the taxes", "5 more minutes"),
        ("en", "focus 25 minutes on the taxes", "extend by 5 minutes"),
        ("es", "foco 25 minutos en los impuestos", "5 minutos más"),
        ("es", "foco 25 minutos en los impuestos", "alarga la sesión 5 minutos"),
        ("fr", "concentration 25 minutes sur les impôts", "encore 5 minutes"),
        ("fr", "concentration 25 minutes sur les impôts", "prolonge de 5 minutes"),
        ("pt", "foco 25 minutos nos impostos", "mais 5 minutos"),
        ("pt", "foco 25 minutos nos impostos", "prolonga por 5 minutos"),
    ],
)
async def test_what_is_in_focus_goes_on_longer(
    person: NewPerson, client_for: ClientFor, locale: str, start: str, more: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, start)
    await say(client, more)
    assert (await now(client))["session"]["planned_minutes"] == 30
    await say(client, "undo")
    assert (await now(client))["session"]["planned_minutes"] == 25


async def test_more_time_for_nothing_is_more_time_for_nothing(client: httpx2.AsyncClient) -> None:
    assert await say(client, "5 more minutes") == "Nothing is ringing just now, so there is nothing to put off."
    assert await say(client, "how long is left?") == "No time for one thing runs just now."


@pytest.mark.parametrize(("language", "text"), [("pt", "é grande demais"), ("pt", "grande demais"), ("en", "too big")])
def test_what_is_too_big_should_be_smaller(language: str, text: str) -> None:
    assert understand(text, NOON, language) == [Smaller("", text)]


@pytest.mark.parametrize(("language", "text"), [("en", "extend the lease by a year"), ("es", "alarga los pantalones")])
def test_what_else_is_made_longer_is_something_to_do(language: str, text: str) -> None:
    assert not any(isinstance(one, Focus) for one in understand(text, NOON, language))
