"""A task in steps, and a step in smaller ones, over HTTP and in words."""

import asyncio
from typing import Any

import httpx2
import pytest

from cairn.tasks.breakdown import scaffold
from cairn.tasks.breakdown.library import procedures
from cairn.tasks.breakdown.parts import Grain, Part, at_grain
from cairn.tasks.breakdown.service import known
from tests.conftest import ClientFor, NewPerson

V1 = "/api/v1"
URL = f"{V1}/tasks"

KITCHEN = next(one for one in procedures("en") if one.key == "clean-kitchen")


async def add(client: httpx2.AsyncClient, title: str, **fields: Any) -> dict[str, Any]:
    answer = await client.post(URL, json={"title": title, **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def say(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def texts(task: dict[str, Any]) -> list[str]:
    return [step["text"] for step in task["steps"]]


@pytest.mark.parametrize("grain", list(Grain))
async def test_what_the_library_knows_is_told_at_the_grain_that_is_asked_for(
    client: httpx2.AsyncClient, grain: Grain
) -> None:
    task = await add(client, "clean the kitchen")
    answer = await client.post(f"{URL}/{task['id']}/breakdown", json={"grain": grain})
    told = answer.json()
    assert answer.status_code == 200, answer.text
    assert (told["source"], told["procedure"]) == ("library", KITCHEN.title)
    wanted = known(KITCHEN.title, "en", grain).steps
    assert [(step["text"], step["minutes"]) for step in told["task"]["steps"]] == [(s.text, s.minutes) for s in wanted]
    assert (await client.get(f"{URL}/{task['id']}")).json() == told["task"]


def test_a_finer_grain_has_more_steps_for_the_same_time() -> None:
    for one in procedures("en"):
        told = [known(one.title, "en", grain).steps for grain in Grain]
        counts = [len(steps) for steps in told]
        assert counts == sorted(counts), one.key
        assert counts[0] < counts[3], one.key
        assert len({sum(step.minutes or 0 for step in steps) for steps in told}) == 1, one.key


@pytest.mark.parametrize("title", ["clean the kitchen", "Xylophon qwzrt"])
async def test_all_five_grains_differ_and_tiny_begins_with_two_minutes_what_takes_longer(
    client: httpx2.AsyncClient, title: str
) -> None:
    task = await add(client, title)
    told = [(await client.post(f"{URL}/{task['id']}/breakdown", json={"grain": grain})).json() for grain in Grain]
    counts = [len(one["task"]["steps"]) for one in told]
    assert counts == sorted(counts)
    assert counts[3] < counts[4]
    tiny = told[-1]["task"]["steps"]
    for place, step in enumerate(tiny):
        if step["minutes"] > 3:
            assert tiny[place - 1]["minutes"] == 2
            assert tiny[place - 1]["text"].removeprefix("Only two minutes: ") == step["text"].removeprefix("Go on: ")


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        ("en", "Put what it needs within reach"),
        ("es", "Pon a mano lo que hace falta"),
        ("fr", "Mets à portée de main ce qu'il faut"),
        ("pt", "Põe à mão o que é preciso"),
    ],
)
async def test_what_nobody_knows_begins_with_two_minutes_at_every_grain(
    person: NewPerson, client_for: ClientFor, locale: str, first: str
) -> None:
    client = client_for(await person(locale=locale))
    task = await add(client, "Xylophon qwzrt")
    ways = []
    for asked in ({}, *({"grain": grain} for grain in Grain)):
        told = (await client.post(f"{URL}/{task['id']}/breakdown", json=asked)).json()
        assert (told["source"], told["procedure"]) == ("scaffold", None)
        assert texts(told["task"])[0] == first
        assert told["task"]["steps"][0]["minutes"] == 2
        assert sum(step["minutes"] for step in told["task"]["steps"]) == 27
        ways.append(texts(told["task"]))
    assert ways[0] == ways[Grain.START]
    assert len({tuple(way) for way in ways}) == len(Grain)


async def test_a_procedure_that_is_not_meant_gives_way_to_steps_that_fit_anything(client: httpx2.AsyncClient) -> None:
    task = await add(client, "clean the kitchen")
    told = (await client.post(f"{URL}/{task['id']}/breakdown", json={"grain": 1, "library": False})).json()
    assert (told["source"], told["procedure"]) == ("scaffold", None)
    assert texts(told["task"]) == [step.text for step in scaffold.steps("en")]


async def test_what_is_done_stays_and_what_is_open_makes_room(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Xylophon qwzrt", steps=["Bought one", "Learn it"])
    await client.patch(f"{URL}/{task['id']}/steps/{task['steps'][0]['id']}", json={"done": True})
    told = (await client.post(f"{URL}/{task['id']}/breakdown", json={"grain": 1})).json()["task"]
    assert texts(told) == ["Bought one", *(step.text for step in scaffold.steps("en"))]
    assert [step["done_at"] is not None for step in told["steps"]] == [True, *[False] * len(scaffold.steps("en"))]


async def test_a_step_gets_smaller_where_it_stands_until_it_is_as_small_as_it_gets(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Paint", steps=["Find the brush", "Paint the fence", "Clean up"])
    fence = task["steps"][1]["id"]
    told = (await client.post(f"{URL}/{task['id']}/steps/{fence}/smaller")).json()
    assert texts(told) == [
        "Find the brush",
        "Get what you need: Paint the fence",
        "Only two minutes: Paint the fence",
        "Go on: Paint the fence",
        "Clean up",
    ]
    gather = told["steps"][1]["id"]
    told = (await client.post(f"{URL}/{task['id']}/steps/{gather}/smaller")).json()
    assert texts(told)[1:3] == ["Stand up and go where it happens", "Take the first thing it needs in your hand"]
    smallest = await client.post(f"{URL}/{task['id']}/steps/{told['steps'][1]['id']}/smaller")
    assert smallest.status_code == 409
    assert smallest.json()["type"].endswith("/already-small")
    assert (await client.get(f"{URL}/{task['id']}")).json() == told


async def test_a_step_of_the_library_is_made_of_what_the_library_says(client: httpx2.AsyncClient) -> None:
    task = await add(client, "clean the kitchen")
    told = (await client.post(f"{URL}/{task['id']}/breakdown", json={"grain": 1})).json()["task"]
    second = KITCHEN.steps[1]
    assert told["steps"][1]["text"] == second.text
    told = (await client.post(f"{URL}/{task['id']}/steps/{told['steps'][1]['id']}/smaller")).json()
    assert texts(told)[1 : 1 + len(second.parts)] == [part.text for part in second.parts]


async def test_the_first_open_step_is_the_one_that_gets_smaller(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Paint", steps=["Find the brush", "Paint the fence"])
    await client.patch(f"{URL}/{task['id']}/steps/{task['steps'][0]['id']}", json={"done": True})
    told = (await client.post(f"{URL}/{task['id']}/smaller")).json()
    assert texts(told)[:2] == ["Find the brush", "Get what you need: Paint the fence"]


@pytest.mark.parametrize("minutes", [None, 1, 4, 5, 25, 10_080])
def test_no_step_is_split_for_ever(minutes: int | None) -> None:
    waiting, seen = [Part("Paint the fence" * 40, minutes)], 0
    while waiting:
        seen += 1
        assert seen < 30_000
        one = waiting.pop()
        assert len(one.text) <= 600
        parts = scaffold.smaller(one.text, one.minutes, "en")
        assert all(part.minutes is not None and part.minutes >= 1 for part in parts)
        if one.minutes is not None and parts:
            assert sum(part.minutes or 0 for part in parts) == one.minutes
        waiting += parts


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_two_minutes_are_split_into_one_and_one_and_a_minute_into_nothing(language: str) -> None:
    moving, least = scaffold.smaller("Xyzzy", 2, language)
    assert (moving.minutes, least.minutes) == (1, 1)
    assert "Xyzzy" not in moving.text  # the body first: it is nowhere near yet
    assert least.text.endswith(": Xyzzy")
    assert [scaffold.smaller(one.text, one.minutes, language) for one in (moving, least)] == [[], []]
    assert scaffold.smaller("Xyzzy", 1, language) == []
    begun, _ = scaffold.smaller("Xyzzy", 5, language)
    assert scaffold.smaller(begun.text, begun.minutes, language)[0] == least


async def test_nothing_is_divided_that_is_done(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Paint", steps=["Find the brush"])
    step = task["steps"][0]["id"]
    await client.patch(f"{URL}/{task['id']}/steps/{step}", json={"done": True})
    assert (await client.post(f"{URL}/{task['id']}/steps/{step}/smaller")).status_code == 409
    await client.post(f"{URL}/{task['id']}/done")
    for path in ("breakdown", "smaller"):
        assert (await client.post(f"{URL}/{task['id']}/{path}")).status_code == 409


async def test_more_steps_than_fit_are_refused_and_nothing_changes(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Paint", steps=[f"Board {number}" for number in range(50)])
    answer = await client.post(f"{URL}/{task['id']}/smaller")
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (422, "too-many-steps")
    assert (await client.get(f"{URL}/{task['id']}")).json() == task


@pytest.mark.parametrize("grain", [0, 6, -1, 2.5, "large", None, True])
async def test_a_grain_that_is_none_is_refused(client: httpx2.AsyncClient, grain: Any) -> None:
    task = await add(client, "Paint")
    assert (await client.post(f"{URL}/{task['id']}/breakdown", json={"grain": grain})).status_code == 422


async def test_of_twenty_who_saw_the_same_version_one_makes_it_smaller(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Paint", steps=["Paint the fence"])
    version = {"If-Match": f'"{task["version"]}"'}
    answers = await asyncio.gather(
        *(client.post(f"{URL}/{task['id']}/smaller", headers=version) for _ in range(20)),
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[412] * 19]
    assert len(texts((await client.get(f"{URL}/{task['id']}")).json())) == 3


async def test_all_steps_are_set_at_once_and_those_that_are_named_stay(client: httpx2.AsyncClient) -> None:
    task = await add(client, "Paint", steps=["Find the brush", "Paint the fence", "Clean up"])
    first, second, _ = task["steps"]
    body = {
        "steps": [
            {"id": second["id"], "text": "Paint the gate", "minutes": 20},
            {"text": "Rest", "done": True},
            {"id": first["id"], "text": first["text"]},
        ]
    }
    told = (await client.put(f"{URL}/{task['id']}/steps", json=body)).json()
    assert [(step["text"], step["minutes"], step["done_at"] is not None) for step in told["steps"]] == [
        ("Paint the gate", 20, False),
        ("Rest", None, True),
        ("Find the brush", None, False),
    ]
    assert [told["steps"][place]["id"] for place in (0, 2)] == [second["id"], first["id"]]
    assert told["version"] == task["version"] + 1
    assert (await client.put(f"{URL}/{task['id']}/steps", json={"steps": []})).json()["steps"] == []


async def test_steps_that_are_not_there_or_twice_are_refused(client: httpx2.AsyncClient) -> None:
    task, other = await add(client, "Paint", steps=["One"]), await add(client, "Cook", steps=["Another"])
    mine, another = task["steps"][0]["id"], other["steps"][0]["id"]
    for ids, status in (([another], 404), ([mine, mine], 422)):
        body = {"steps": [{"id": one, "text": "x"} for one in ids]}
        assert (await client.put(f"{URL}/{task['id']}/steps", json=body)).status_code == status
    assert (await client.get(f"{URL}/{task['id']}")).json() == task


async def test_somebody_elses_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    hers = await add(ana, "Paint", steps=["One"])
    mine = await add(rui, "Mine", steps=["Mine"])
    step = hers["steps"][0]["id"]
    answers = [
        await rui.post(f"{URL}/{hers['id']}/breakdown"),
        await rui.post(f"{URL}/{hers['id']}/smaller"),
        await rui.post(f"{URL}/{hers['id']}/steps/{step}/smaller"),
        await rui.post(f"{URL}/{mine['id']}/steps/{step}/smaller"),
        await rui.put(f"{URL}/{hers['id']}/steps", json={"steps": []}),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert (await ana.get(f"{URL}/{hers['id']}")).json() == hers


async def test_said_in_words_the_next_thing_gets_smaller_and_undo_brings_the_steps_back(
    client: httpx2.AsyncClient,
) -> None:
    task = await add(client, "Paint", steps=["Find the brush", "Paint the fence"])
    told = await say(client, "smaller")
    assert told["reply"]["text"] == "In small steps: Paint. First: Get what you need: Find the brush (2 min)."
    (receipt,) = told["receipts"]
    assert receipt["kind"] == "task.smaller"
    assert len(texts((await client.get(f"{URL}/{task['id']}")).json())) == 4

    assert (await client.post(f"{V1}/receipts/{receipt['id']}/undo")).status_code == 200
    assert texts((await client.get(f"{URL}/{task['id']}")).json()) == ["Find the brush", "Paint the fence"]


@pytest.mark.parametrize(
    ("locale", "title", "words"),
    [
        ("en", "Clean the kitchen", "break down the kitchen"),
        ("es", "Limpiar la cocina", "divide la cocina en pasos"),
        ("fr", "Nettoyer la cuisine", "découpe la cuisine en petites étapes"),
        ("pt", "Limpar a cozinha", "divide a cozinha em passos"),
    ],
)
async def test_a_thing_that_is_named_gets_steps_in_the_persons_language(
    person: NewPerson, client_for: ClientFor, locale: str, title: str, words: str
) -> None:
    client = client_for(await person(locale=locale))
    other = await add(client, "Qwzrt")
    task = await add(client, title)
    await say(client, words)
    kitchen = next(one for one in procedures(locale) if one.key == "clean-kitchen")
    assert texts((await client.get(f"{URL}/{task['id']}")).json()) == [
        step.text for step in at_grain(kitchen.steps, Grain.START)
    ]
    assert (await client.get(f"{URL}/{other['id']}")).json()["steps"] == []


async def test_a_thing_that_is_on_no_list_is_put_there_in_steps(client: httpx2.AsyncClient) -> None:
    told = await say(client, "break down cleaning the kitchen")
    (task,) = (await client.get(URL)).json()["items"]
    first = at_grain(KITCHEN.steps, Grain.START)[0].text
    assert (task["title"], texts(task)[0]) == ("Cleaning the kitchen", first)
    assert told["reply"]["text"] == f"On your list: Cleaning the kitchen.\nFirst: {first}."


async def test_with_nothing_open_nothing_gets_smaller(client: httpx2.AsyncClient) -> None:
    told = await say(client, "smaller")
    assert told["reply"]["text"] == "Nothing is open just now. All clear."
    assert told["receipts"] == []
