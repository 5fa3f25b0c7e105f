"""The one next thing, with what there is to do it: in words, over HTTP, and "not that"."""

from typing import Any

import httpx2
import pytest

from cairn.assistant.grammar import ListTasks, ListToday, Next, Note, NotThat, understand
from tests.conftest import NOON, ClientFor, NewPerson

V1 = "/api/v1"


async def add(client: httpx2.AsyncClient, title: str, **fields: Any) -> dict[str, Any]:
    answer = await client.post(f"{V1}/tasks", json={"title": title, **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def say(client: httpx2.AsyncClient, text: str) -> str:
    answer = await client.post(f"{V1}/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["reply"]["text"])


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "I have 15 minutes", Next(15)),
        ("en", "i only have half an hour", Next(30)),
        ("en", "I've got about 10 min free", Next(10)),
        ("en", "what can I do in 20 minutes?", Next(20)),
        ("en", "low energy", Next(energy="low")),
        ("en", "something easy please", Next(energy="low")),
        ("en", "not that one", NotThat()),
        ("en", "something else", NotThat()),
        ("es", "Tengo 15 minutos", Next(15)),
        ("es", "solo tengo media hora", Next(30)),
        ("es", "poca energía", Next(energy="low")),
        ("es", "otra cosa", NotThat()),
        ("fr", "J'ai 15 minutes", Next(15)),
        ("fr", "je n'ai qu'une demi-heure", Next(30)),
        ("fr", "peu d'énergie", Next(energy="low")),
        ("fr", "autre chose", NotThat()),
        ("pt", "Tenho 15 minutos", Next(15)),
        ("pt", "só tenho meia hora", Next(30)),
        ("pt", "pouca energia", Next(energy="low")),
        ("pt", "essa não", NotThat()),
        ("en", "I have 15 min and low energy", Next(15, "low")),
        ("es", "tengo 15 minutos y poca energía", Next(15, "low")),
        ("fr", "j'ai 15 minutes et peu d'énergie", Next(15, "low")),
        ("pt", "tenho 15 minutos e pouca energia", Next(15, "low")),
        ("en", "I'm at home, low energy, 15 minutes", Next(15, "low", "home")),
        ("es", "estoy en casa, poca energía, 15 minutos", Next(15, "low", "casa")),
        ("fr", "je suis chez moi, peu d'énergie, 15 minutes", Next(15, "low", "maison")),
        ("pt", "estou em casa, pouca energia, 15 minutos", Next(15, "low", "casa")),
        ("en", "I'm at home", Next(context="home")),
        ("es", "estoy en el jardín", Next(context="jardín")),
        ("en", "high energy", Next(energy="high")),
        ("fr", "beaucoup d'énergie", Next(energy="high")),
        ("en", "I have an hour and a half and high energy", Next(90, "high")),
        ("en", "I'm tired and have 10 minutes", Next(10, "low")),
    ],
)
def test_what_there_is_is_understood(language: str, text: str, meant: Any) -> None:
    assert understand(text, NOON, language) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "I have 2 cats",
        "I'm on the phone",
        "I'm at home, the cat is ill",
        "I have a dentist appointment",
        "I have had 15 minutes of fame",
        "I have ADHD",
    ],
)
def test_what_somebody_has_otherwise_is_told(text: str) -> None:
    (meant,) = understand(text, NOON, "en")
    assert isinstance(meant, Note)


async def test_what_fits_the_time_comes_first(client: httpx2.AsyncClient) -> None:
    await add(client, "Write the report", due_at="2026-11-24T18:00:00Z", estimate_minutes=120)
    await add(client, "Water the plants", estimate_minutes=10)
    assert await say(client, "next") == "Next: Write the report. It’s for 18:00."
    assert await say(client, "I have 15 minutes") == "Next: Water the plants. It fits into 15 min."


async def test_what_fits_the_time_the_energy_and_the_place_comes_first(client: httpx2.AsyncClient) -> None:
    await add(client, "Write the report", estimate_minutes=10, energy="high", important=True)
    await add(client, "Print the forms", estimate_minutes=10, context="work", important=True)
    await add(client, "Paint the wall", estimate_minutes=120)
    await add(client, "Water the plants", estimate_minutes=10, context="home")
    assert (await say(client, "I'm at home, low energy, 15 minutes")).startswith("Next: Water the plants.")
    assert (await say(client, "I have high energy and 15 minutes")).startswith("Next: Write the report.")


async def test_what_is_too_long_can_be_begun_where_its_first_step_fits(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Write the report", estimate_minutes=120)
    steps = [{"text": "Open the file", "minutes": 5}, {"text": "Write", "minutes": 100}]
    await client.put(f"{V1}/tasks/{task['id']}/steps", json={"steps": steps})
    assert await say(client, "I have 15 minutes") == "Next: Write the report. There is time for its first step."


async def test_with_little_energy_what_takes_little_comes_first(client: httpx2.AsyncClient) -> None:
    await add(client, "Call the bank", energy="high", important=True)
    await add(client, "Fold the socks")
    assert await say(client, "next") == "Next: Call the bank. It matters to you."
    assert await say(client, "low energy") == "Next: Fold the socks. It takes little energy."


async def test_not_that_puts_it_off_and_can_be_undone(client: httpx2.AsyncClient) -> None:
    first, _ = await add(client, "Paint"), await add(client, "Cook")
    answer = (await client.post(f"{V1}/messages", json={"text": "not that"})).json()
    assert answer["reply"]["text"] == "Not that one for a while: Paint.\nNext: Cook. It was here first."
    assert (await client.get(f"{V1}/tasks/next")).json()["task"]["title"] == "Cook"

    await client.post(f"{V1}/receipts/{answer['receipts'][0]['id']}/undo")
    assert (await client.get(f"{V1}/tasks/next")).json()["task"]["id"] == first["id"]


async def test_with_nothing_open_there_is_nothing_else(client: httpx2.AsyncClient) -> None:
    assert await say(client, "something else") == "Nothing is open just now. All clear."


async def test_over_http_time_energy_and_place_are_asked_for(client: httpx2.AsyncClient) -> None:
    await add(client, "Mow the lawn", context="home", energy="high", estimate_minutes=60)
    await add(client, "Buy a stamp", context="Town", estimate_minutes=5)
    await add(client, "Ring Ana", estimate_minutes=30)

    async def chosen(**given: Any) -> str:
        answer = await client.get(f"{V1}/tasks/next", params=given)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["task"]["title"])

    assert await chosen(context="home", energy="high") == "Mow the lawn"
    assert await chosen(context="town") == "Buy a stamp"
    assert await chosen(minutes=30, context="home") == "Ring Ana"


@pytest.mark.parametrize(
    "given",
    [{"minutes": 0}, {"minutes": 1e9}, {"minutes": "soon"}, {"energy": "huge"}, {"context": "x" * 200}, {"x": 1}],
)
async def test_what_makes_no_sense_is_refused(client: httpx2.AsyncClient, given: dict[str, Any]) -> None:
    assert (await client.get(f"{V1}/tasks/next", params=given)).status_code == 422


async def test_what_waits_and_what_is_for_someday_is_no_next_thing(client: httpx2.AsyncClient) -> None:
    await add(client, "Hear from Marta", waiting_for="Marta")
    await add(client, "Learn the cello", someday=True)
    assert (await client.get(f"{V1}/tasks/next")).json() == {"task": None, "reason": None}


async def test_who_just_did_something_goes_on_with_what_belongs_to_it(client: httpx2.AsyncClient) -> None:
    await add(client, "Sweep the cellar")
    tiles = await add(client, "Buy tiles", project="Bathroom")
    await add(client, "Lay tiles", project="bathroom")
    await client.post(f"{V1}/tasks/{tiles['id']}/done")
    told = (await client.get(f"{V1}/tasks/next")).json()
    assert (told["task"]["title"], told["reason"]) == ("Lay tiles", "It goes on with bathroom.")


async def test_nobody_else_s_things_are_chosen(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    await add(ana, "Ana's", important=True, project="House")
    assert (await rui.get(f"{V1}/tasks/next")).json()["task"] is None


async def test_what_a_task_is_about_is_kept_and_changed(client: httpx2.AsyncClient) -> None:
    about = {
        "important": True,
        "project": "House",
        "context": "home",
        "tags": ["diy", "x"],
        "waiting_for": "",
        "someday": False,
    }
    task = await add(client, "Paint", **about)
    assert {name: task[name] for name in about} == about
    patch = {"important": False, "project": "", "tags": [], "waiting_for": "the plumber", "someday": True}
    changed = (await client.patch(f"{V1}/tasks/{task['id']}", json=patch)).json()
    assert {name: changed[name] for name in patch} == patch
    for wrong in ({"tags": None}, {"tags": [""]}, {"tags": ["x"] * 21}, {"project": "x" * 101}, {"important": "very"}):
        assert (await client.patch(f"{V1}/tasks/{task['id']}", json=wrong)).status_code == 422, wrong


async def test_isso_nao_is_about_what_comes_next_where_nothing_was_told(
    person: NewPerson, client_for: ClientFor
) -> None:
    client = client_for(await person(locale="pt"))
    await add(client, "Comprar leite")
    await add(client, "Ligar à Ana")
    assert "Comprar leite" in await say(client, "a seguir")
    assert "Ligar à Ana" in await say(client, "isso não")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what is on my list?"),
        ("en", "show my tasks"),
        ("es", "¿qué tengo en la lista?"),
        ("es", "muéstrame mis tareas"),
        ("fr", "montre mes tâches"),
        ("fr", "qu'est-ce qu'il y a sur ma liste ?"),
        ("pt", "o que tenho na lista?"),
        ("pt", "mostra as minhas tarefas"),
    ],
)
def test_the_list_is_asked_for(language: str, text: str) -> None:
    assert understand(text, NOON, language) == [ListTasks()]


def test_what_is_there_today_is_another_question() -> None:
    assert understand("what's on my list for today?", NOON, "en") == [ListToday()]
    assert understand("¿qué tengo hoy?", NOON, "es") == [ListToday()]


async def test_the_list_is_told_and_not_the_day(client: httpx2.AsyncClient) -> None:
    assert await say(client, "what is on my list?") == "Nothing waits. Enjoy the quiet."
    await say(client, "remind me to water the plants at 5pm")
    await add(client, "Buy milk")
    await add(client, "Pay the rent", due_at=NOON.isoformat(), due_date_only=True)
    first, *after = (await say(client, "show my tasks")).splitlines()
    assert first.startswith("Next: Pay the rent.")
    assert after == ["After that:", "- Buy milk"]


async def test_a_long_list_is_told_in_part_and_never_counted(person: NewPerson, client_for: ClientFor) -> None:
    client = client_for(await person(locale="es"))
    for number in range(8):
        await add(client, f"Cosa {'abcdefgh'[number]}")
    told = (await say(client, "¿qué tengo en la lista?")).splitlines()
    assert len([line for line in told if line.startswith("- ")]) == 4
    assert told[-1] == "Y otras cosas, en tu lista."
    assert "8" not in " ".join(told)


async def test_smaller_means_what_was_talked_about_just_now(client: httpx2.AsyncClient) -> None:
    await add(client, "Pay the rent", due_at=NOON.isoformat(), due_date_only=True, steps=["Open the bank"])
    await say(client, "break down the taxes")
    there = {task["title"]: task for task in (await client.get(f"{V1}/tasks")).json()["items"]}
    before = [step["text"] for step in there["Taxes"]["steps"]]
    await say(client, "smaller")
    after = {task["title"]: task for task in (await client.get(f"{V1}/tasks")).json()["items"]}
    assert [step["text"] for step in after["Taxes"]["steps"]] != before
    assert after["Pay the rent"]["steps"] == there["Pay the rent"]["steps"]
    await say(client, "next")
    await say(client, "smaller")
    assert [step["text"] for step in await steps_of(client, "Pay the rent")] != ["Open the bank"]


async def steps_of(client: httpx2.AsyncClient, title: str) -> list[dict[str, Any]]:
    tasks = (await client.get(f"{V1}/tasks")).json()["items"]
    return next(list(task["steps"]) for task in tasks if task["title"] == title)
