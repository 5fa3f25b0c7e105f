"""Beginning a routine by its name, and saying of a thing that it is done."""

import httpx2
import pytest

from cairn.assistant.grammar import Ask, BeginRoutine, Done, Note, Review, understand
from cairn.assistant.grammar.intents import Reviews
from cairn.platform.actor import Actor
from tests.conftest import NOON, ClientFor


@pytest.mark.parametrize(
    ("language", "said", "words"),
    [
        ("en", "start my morning routine", "morning"),
        ("en", "start routine", ""),
        ("es", "empieza mi rutina de la mañana", "mañana"),
        ("fr", "commence ma routine du matin", "matin"),
        ("pt", "começa a minha rotina da manhã", "manhã"),
    ],
)
def test_a_routine_is_named(language: str, said: str, words: str) -> None:
    assert understand(said, NOON, language) == [BeginRoutine(words, said)]


@pytest.mark.parametrize(
    ("language", "said", "kind"),
    [
        ("en", "plan my day", "start"),
        ("en", "wind down", "shutdown"),
        ("es", "planear mi día", "start"),
        ("fr", "planifier ma journée", "start"),
        ("pt", "planear o meu dia", "start"),
    ],
)
def test_a_day_is_planned_and_ended(language: str, said: str, kind: Reviews) -> None:
    assert understand(said, NOON, language) == [Review(kind)]


@pytest.mark.parametrize(
    ("language", "said", "words"),
    [
        ("en", "the report is finished", "the report"),
        ("es", "la compra está hecha", "la compra"),
        ("fr", "le rapport est fini", "le rapport"),
        ("pt", "o relatório está feito", "o relatório"),
    ],
)
def test_a_thing_is_done(language: str, said: str, words: str) -> None:
    assert understand(said, NOON, language) == [Done(words, said)]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "the report is not done"), ("es", "el informe no está hecho"), ("pt", "o relatório não está feito")],
)
def test_a_thing_that_isnt_done_is_told(language: str, said: str) -> None:
    assert isinstance(understand(said, NOON, language)[0], Note)


def test_whether_a_thing_is_done_is_a_question() -> None:
    assert isinstance(understand("the report is done?", NOON, "en")[0], Ask)
    assert isinstance(understand("what is done", NOON, "en")[0], Ask)


async def say(client: httpx2.AsyncClient, text: str) -> str:
    return str((await client.post("/api/v1/messages", json={"text": text})).json()["reply"]["text"])


async def test_the_one_that_is_meant_begins(actor: Actor, client_for: ClientFor) -> None:
    client = client_for(actor)
    assert await say(client, "start my morning routine") == "On your list: Start my morning routine."
    for name in ("Morning", "Evening"):
        made = await client.post("/api/v1/routines", json={"name": name, "steps": [{"text": "Drink water"}]})
        assert made.status_code == 201, made.text
    assert await say(client, "start my routine") == "Which one: Morning; Evening? Say it with its name."
    assert await say(client, "start my morning routine") == "Begun: Morning."
    (morning, _) = (await client.get("/api/v1/routines")).json()["items"]
    assert morning["run_id"] is not None
