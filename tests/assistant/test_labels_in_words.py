"""What is said beside a thing for the list: that it matters or can wait, whom it waits for, tags and places."""

from datetime import timedelta

import pytest

from cairn.assistant.grammar import AddTask, Note, Remind, Thought, understand
from cairn.platform.actor import Actor
from tests.conftest import NOON, ClientFor


@pytest.mark.parametrize(
    ("language", "said", "task"),
    [
        ("en", "someday I'd like to learn the piano", AddTask("Learn the piano", someday=True)),
        ("es", "algún día aprender piano", AddTask("Aprender piano", someday=True)),
        ("fr", "un jour apprendre le piano", AddTask("Apprendre le piano", someday=True)),
        ("pt", "um dia aprender piano", AddTask("Aprender piano", someday=True)),
        ("en", "waiting for Ana's answer", AddTask("Ana's answer", waiting_for="Ana")),
        (
            "es",
            "esperando la respuesta de Ana",
            AddTask("La respuesta de Ana", waiting_for="Ana"),
        ),
        ("en", "I'm waiting for Tom to send it", AddTask("Tom to send it", waiting_for="Tom")),
        ("en", "waiting for the plumber", AddTask("The plumber", waiting_for="the plumber")),
        (
            "es",
            "estoy esperando que Tomás mande el contrato",
            AddTask("Que Tomás mande el contrato", waiting_for="Tomás"),
        ),
        (
            "fr",
            "j'attends que Thomas envoie le contrat",
            AddTask("Que Thomas envoie le contrat", waiting_for="Thomas"),
        ),
        (
            "pt",
            "estou à espera que o Tomás mande o contrato",
            AddTask("Que o Tomás mande o contrato", waiting_for="o Tomás"),
        ),
        ("en", "after lunch call Kim", AddTask("Call Kim after lunch")),
        ("en", "before bed brush teeth", AddTask("Brush teeth before bed")),
        ("es", "después de comer llamar a Kim", AddTask("Llamar a Kim después de comer")),
        ("fr", "après le déjeuner appeler Kim", AddTask("Appeler Kim après le déjeuner")),
        ("pt", "depois do almoço ligar à Kim", AddTask("Ligar à Kim depois do almoço")),
        ("en", "high energy: write chapter", AddTask("Write chapter", energy="high")),
        ("en", "15 min: reply to Tom", AddTask("Reply to Tom", estimate=timedelta(minutes=15))),
        ("es", "15 min: responder a Tom", AddTask("Responder a Tom", estimate=timedelta(minutes=15))),
        ("fr", "15 min : répondre à Tom", AddTask("Répondre à Tom", estimate=timedelta(minutes=15))),
        ("pt", "15 min: responder ao Tom", AddTask("Responder ao Tom", estimate=timedelta(minutes=15))),
        ("en", "high priority: call the bank", AddTask("Call the bank", important=True)),
        ("en", "call the bank, urgent", AddTask("Call the bank", important=True)),
        ("fr", "urgent : appeler la banque", AddTask("Appeler la banque", important=True)),
        ("pt", "importante: ligar ao banco", AddTask("Ligar ao banco", important=True)),
        ("en", "call the bank, low energy", AddTask("Call the bank", energy="low")),
        ("en", "write the report (high energy)", AddTask("Write the report", energy="high")),
        ("es", "llamar al banco, poca energía", AddTask("Llamar al banco", energy="low")),
        ("fr", "appeler la banque, peu d'énergie", AddTask("Appeler la banque", energy="low")),
        ("pt", "ligar ao banco, muita energia", AddTask("Ligar ao banco", energy="high")),
        ("en", "buy milk @errands #home #garden", AddTask("Buy milk", context="errands", tags=("home", "garden"))),
        ("en", "write to ana@example.org about #5", AddTask("Write to ana@example.org about #5")),
    ],
)
def test_labels_are_taken_off_the_title(language: str, said: str, task: AddTask) -> None:
    assert understand(said, NOON, language) == [task]


HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("language", "said", "task"),
    [
        (
            "en",
            "write the report, 20 minutes, low energy, at work",
            AddTask("Write the report", estimate=20 * MINUTE, energy="low", context="work"),
        ),
        ("en", "clean the kitchen, it takes an hour", AddTask("Clean the kitchen", estimate=HOUR)),
        ("en", "call the bank, quick, 5 min, by phone", AddTask("Call the bank", estimate=5 * MINUTE, context="phone")),
        (
            "en",
            "file the papers (half an hour, at home)",
            AddTask("File the papers", estimate=HOUR / 2, context="home"),
        ),
        (
            "es",
            "escribir el informe, 20 minutos, poca energía, en casa",
            AddTask("Escribir el informe", estimate=20 * MINUTE, energy="low", context="casa"),
        ),
        ("es", "limpiar la cocina, lleva una hora", AddTask("Limpiar la cocina", estimate=HOUR)),
        (
            "fr",
            "écrire le rapport, 20 minutes, peu d'énergie, au bureau",
            AddTask("Écrire le rapport", estimate=20 * MINUTE, energy="low", context="bureau"),
        ),
        (
            "fr",
            "nettoyer la cuisine, ça prend une heure, chez moi",
            AddTask("Nettoyer la cuisine", estimate=HOUR, context="maison"),
        ),
        (
            "pt",
            "escrever o relatório, 20 minutos, pouca energia, em casa",
            AddTask("Escrever o relatório", estimate=20 * MINUTE, energy="low", context="casa"),
        ),
        ("pt", "limpar a cozinha, demora uma hora", AddTask("Limpar a cozinha", estimate=HOUR)),
        ("en", "work at home depot", AddTask("Work at home depot")),
        ("en", "buy paint, at home depot", AddTask("Buy paint, at home depot")),
    ],
)
def test_how_long_and_where_are_taken_off_the_title(language: str, said: str, task: AddTask) -> None:
    assert understand(said, NOON, language) == [task]


def test_a_length_beside_an_hour_is_an_events() -> None:
    (swim,) = understand("swim at 5pm for 20 minutes", NOON, "en")
    assert isinstance(swim, Remind)
    assert swim.end is not None
    assert swim.end - swim.when == 20 * MINUTE


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "study two hours this afternoon", "Study"),
        ("es", "estudiar dos horas esta tarde", "Estudiar"),
        ("pt", "estudar duas horas esta tarde", "Estudar"),
    ],
)
def test_a_length_right_before_a_part_of_the_day_is_an_events(language: str, said: str, title: str) -> None:
    (event,) = understand(said, NOON, language)
    assert isinstance(event, Remind)
    assert event.title == title
    assert event.end is not None
    assert event.end - event.when == 2 * HOUR


def test_what_only_looks_like_one_stays_what_it_is() -> None:
    assert isinstance(understand("one day at a time", NOON, "en")[0], Thought)
    assert isinstance(understand("important: the meeting moved", NOON, "en")[0], Note)
    assert isinstance(understand("un jour je suis tombé", NOON, "fr")[0], Note | Thought)
    assert isinstance(understand("urgent: pay rent tomorrow at 5", NOON, "en")[0], Remind)
    assert isinstance(understand("#garden", NOON, "en")[0], Thought)


@pytest.mark.parametrize(
    ("language", "said", "task"),
    [
        ("en", "clean desk 10 min low energy", AddTask("Clean desk", estimate=10 * MINUTE, energy="low")),
        ("en", "finish essay - 3 hours - high energy", AddTask("Finish essay", estimate=3 * HOUR, energy="high")),
        (
            "en",
            "email Eva the report (high energy) 1 hour",
            AddTask("Email Eva the report", estimate=HOUR, energy="high"),
        ),
        (
            "en",
            "fix the leaking tap at home, about 45 minutes, high energy",
            AddTask("Fix the leaking tap", estimate=45 * MINUTE, energy="high", context="home"),
        ),
        (
            "es",
            "arreglar el grifo en casa, unos 45 minutos, mucha energía",
            AddTask("Arreglar el grifo", estimate=45 * MINUTE, energy="high", context="casa"),
        ),
        (
            "fr",
            "réparer le robinet à la maison, environ 45 minutes, beaucoup d'énergie",
            AddTask("Réparer le robinet", estimate=45 * MINUTE, energy="high", context="maison"),
        ),
        (
            "pt",
            "arranjar a torneira em casa, uns 45 minutos, muita energia",
            AddTask("Arranjar a torneira", estimate=45 * MINUTE, energy="high", context="casa"),
        ),
        ("fr", "appeler Léa 5 minutes", AddTask("Appeler Léa", estimate=5 * MINUTE)),
        ("en", "print forms at work", AddTask("Print forms", context="work")),
        ("es", "imprimir los formularios en el trabajo", AddTask("Imprimir los formularios", context="trabajo")),
        ("fr", "imprimer les formulaires au travail", AddTask("Imprimer les formulaires", context="travail")),
        ("pt", "imprimir os formulários no trabalho", AddTask("Imprimir os formulários", context="trabalho")),
        ("en", "call the bank, it's important", AddTask("Call the bank", important=True)),
        ("es", "llamar al banco, es importante", AddTask("Llamar al banco", important=True)),
        ("fr", "appeler la banque, c'est important", AddTask("Appeler la banque", important=True)),
        ("pt", "ligar ao banco, é importante", AddTask("Ligar ao banco", important=True)),
    ],
)
def test_labels_at_the_end_need_no_comma(language: str, said: str, task: AddTask) -> None:
    assert understand(said, NOON, language) == [task]


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "run 30 min tomorrow", "Run"),
        ("es", "correr 30 min mañana", "Correr"),
        ("fr", "courir 30 min demain", "Courir"),
        ("pt", "correr 30 min amanhã", "Correr"),
    ],
)
def test_what_has_a_day_keeps_how_long_it_takes(language: str, said: str, title: str) -> None:
    (meant,) = understand(said, NOON, language)
    assert isinstance(meant, AddTask)
    assert (meant.title, meant.estimate, meant.due is not None) == (title, 30 * MINUTE, True)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Watch the 30 min video"),
        ("en", "Buy a 2 hour candle"),
        ("en", "Read about high energy"),
        ("en", "Leave the keys at home"),
        ("en", "Pick up Tom at school"),
        ("en", "Use the kitchen timer 10 minutes"),
        ("es", "Dejar las llaves en casa"),
        ("fr", "Laisser les clés à la maison"),
        ("pt", "Deixar as chaves em casa"),
    ],
)
def test_what_is_part_of_the_thing_stays_in_its_title(language: str, said: str) -> None:
    (meant,) = understand(said, NOON, language)
    assert isinstance(meant, AddTask)
    assert (meant.title, meant.energy, meant.context) == (said, None, "")


def test_so_many_a_day_is_no_length_and_comes_every_day() -> None:
    (found,) = understand("read 20 pages a day", NOON, "en")
    assert isinstance(found, AddTask)
    assert (found.title, found.estimate, found.rrule) == ("Read 20 pages", None, "FREQ=DAILY")


async def test_they_are_on_the_task(actor: Actor, client_for: ClientFor) -> None:
    client = client_for(actor)
    for said in ("someday learn the piano", "waiting for Ana's answer", "call the bank @phone #money, urgent"):
        await client.post("/api/v1/messages", json={"text": said})
    there = {task["title"]: task for task in (await client.get("/api/v1/tasks")).json()["items"]}
    assert there["Learn the piano"]["someday"]
    assert there["Ana's answer"]["waiting_for"] == "Ana"
    bank = there["Call the bank"]
    assert (bank["important"], bank["context"], bank["tags"]) == (True, "phone", ["money"])
