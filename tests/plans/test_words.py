"""Plans in words, in four languages: made in a conversation, and begun by their word."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant import grammar
from cairn.assistant.grammar import IfThen

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/Lisbon"))

PLANS = [
    ("en", "when I get home, I put the keys in the bowl", IfThen("arrival", "Put the keys in the bowl", "home")),
    ("en", "Whenever I arrive at the gym I'll stretch first.", IfThen("arrival", "Stretch first", "gym")),
    ("en", "if it's 9 pm then brush my teeth", IfThen("time", "Brush my teeth", at=time(21))),
    ("en", "after every meeting, I write down what was said", IfThen("event", "Write down what was said", "meeting")),
    ("en", "when therapy ends I'll go for a walk", IfThen("event", "Go for a walk", "therapy")),
    ("en", "when I write 'panic', I breathe out ten times", IfThen("word", "Breathe out ten times", "panic")),
    ("es", "cuando llegue a casa, pongo las llaves ahí", IfThen("arrival", "Pongo las llaves ahí", "casa")),
    ("es", "después de cada reunión, apunto lo hablado", IfThen("event", "Apunto lo hablado", "reunión")),
    ("es", "si son las 9 de la noche, me lavo los dientes", IfThen("time", "Me lavo los dientes", at=time(21))),
    ("en", "whenever I write panic, tell me to breathe", IfThen("word", "Breathe", "panic")),
    ("en", "if I text you the word 'spiral', remind me to call Ana", IfThen("word", "Call Ana", "spiral")),
    ("en", "tell me to breathe whenever I write 'panic'", IfThen("word", "Breathe", "panic")),
    ("es", "cada vez que escriba pánico, recuérdame respirar", IfThen("word", "Respirar", "pánico")),
    ("fr", "chaque fois que j'écris panique, dis-moi de respirer", IfThen("word", "Respirer", "panique")),
    ("pt", "sempre que eu escrever pânico, diz-me para respirar", IfThen("word", "Respirar", "pânico")),
    ("es", "cuando escriba «pánico», respiro diez veces", IfThen("word", "Respiro diez veces", "pánico")),
    ("fr", "quand j'arrive au bureau, j'ouvre ma liste", IfThen("arrival", "J'ouvre ma liste", "bureau")),
    ("fr", "après chaque réunion, je note ce qui a été dit", IfThen("event", "Je note ce qui a été dit", "réunion")),
    ("fr", "s'il est 21 h, alors je me brosse les dents", IfThen("time", "Je me brosse les dents", at=time(21))),
    ("fr", "quand j'écris « panique », je respire dix fois", IfThen("word", "Je respire dix fois", "panique")),
    ("pt", "quando chego a casa, ponho as chaves na taça", IfThen("arrival", "Ponho as chaves na taça", "casa")),
    ("pt", "quando acabar a reunião com a Ana, aponto tudo", IfThen("event", "Aponto tudo", "reunião com a Ana")),
    ("pt", "se forem 21h, então lavo os dentes", IfThen("time", "Lavo os dentes", at=time(21))),
    ("pt", "quando eu escrever 'pânico', respiro dez vezes", IfThen("word", "Respiro dez vezes", "pânico")),
    ("en", "whenever I get home, put the keys in the bowl", IfThen("arrival", "Put the keys in the bowl", "home")),
    ("en", "put the keys in the bowl every time I get home", IfThen("arrival", "Put the keys in the bowl", "home")),
    ("en", "remind me to stretch whenever I get to work", IfThen("arrival", "Stretch", "work")),
    ("en", "every time I arrive at work tell me to stretch", IfThen("arrival", "Stretch", "work")),
    ("en", "whenever the standup is over, write it down", IfThen("event", "Write it down", "standup")),
    ("en", "each time it's 9pm, brush my teeth", IfThen("time", "Brush my teeth", at=time(21))),
    ("en", "whenever I write 'panic', call Ana", IfThen("word", "Call Ana", "panic")),
    ("es", "cada vez que llegue a casa, pon las llaves ahí", IfThen("arrival", "Pon las llaves ahí", "casa")),
    ("es", "recuérdame estirar siempre que llegue al trabajo", IfThen("arrival", "Estirar", "trabajo")),
    ("fr", "chaque fois que je rentre chez moi, poser les clés", IfThen("arrival", "Poser les clés", "maison")),
    ("fr", "rappelle-moi de m'étirer chaque fois que j'arrive au bureau", IfThen("arrival", "M'étirer", "bureau")),
    ("pt", "sempre que chegar a casa, pôr as chaves na taça", IfThen("arrival", "Pôr as chaves na taça", "casa")),
    ("pt", "lembra-me de alongar sempre que chegar ao trabalho", IfThen("arrival", "Alongar", "trabalho")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "plan"), PLANS, ids=lambda one: one if isinstance(one, str) else "")
def test_a_plan_is_understood(language: str, said: str, plan: IfThen) -> None:
    assert grammar.understand(said, NOW, language) == [plan]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "when I get home I have to call Ana"),
        ("en", "when I get home remind me to feed the cat"),
        ("en", "when I get home I feel tired"),
        ("en", "when I'm at work I feel stressed"),
        ("en", "if it rains, I take the umbrella"),
        ("en", "when I get home, put the keys in the bowl"),
        ("en", "whenever I can, call mum"),
        ("en", "whenever it's sunny, walk"),
        ("en", "Ana calls whenever I get home"),
        ("en", "every time I get home the cat is hungry"),
        ("en", "whenever I get home, the cat is hungry"),
        ("en", "after lunch I call Bob"),
        ("en", "when is the meeting with Ana over?"),
        ("en", "when it's done I'll tell you"),
        ("es", "cuando llegue a casa tengo que llamar a Ana"),
        ("es", "cuando llego a casa me siento cansado"),
        ("fr", "quand je rentre chez moi je dois appeler Ana"),
        ("fr", "quand j'arrive au bureau, je suis fatigué"),
        ("pt", "quando chegar a casa tenho de ligar à Ana"),
        ("pt", "quando chego ao trabalho fico cansado"),
    ],
)
def test_what_is_no_rule_of_ones_own_is_no_plan(language: str, said: str) -> None:
    assert not any(isinstance(one, IfThen) for one in grammar.understand(said, NOW, language))


async def say(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    answer = await client.post("/api/v1/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def plans(client: httpx2.AsyncClient) -> list[dict[str, str]]:
    return list((await client.get("/api/v1/plans")).json()["items"])


async def test_a_plan_is_made_by_saying_it_and_taken_back(client: httpx2.AsyncClient) -> None:
    reply = await say(client, "When I get home, I put the keys in the bowl")
    assert "Put the keys in the bowl" in str(reply["reply"])
    assert [one["deed"] for one in await plans(client)] == ["Put the keys in the bowl"]
    await say(client, "undo")
    assert await plans(client) == []


async def test_its_word_is_answered_at_once_and_is_no_thought(client: httpx2.AsyncClient) -> None:
    await say(client, "when I write 'panic', I breathe out ten times")
    reply = await say(client, "Panic!!")
    assert reply["reply"]["text"] == "Now: Breathe out ten times."
    (plan,) = await plans(client)
    assert plan["last"] is not None
    kept = [one["text"] for one in (await client.get("/api/v1/memories")).json()["items"]]
    assert "Panic!!" not in kept


async def test_a_word_within_more_is_not_it(client: httpx2.AsyncClient) -> None:
    await say(client, "when I write 'panic', I breathe out ten times")
    reply = await say(client, "the panic room film was good")
    assert "Breathe out" not in str(reply["reply"])
