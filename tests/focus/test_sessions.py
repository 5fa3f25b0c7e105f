"""Focus sessions over HTTP: the server keeps their time."""

import asyncio
from datetime import datetime

import httpx2
import pytest

from cairn.focus.ticker import tick
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.conftest import NOON, ClientFor, NewPerson
from tests.focus.focusing import FOCUS, SESSIONS, TASKS, heard, minutes, now, said, started, told, went


async def add_task(client: httpx2.AsyncClient, title: str = "The taxes", **fields: object) -> dict[str, object]:
    answer = await client.post(TASKS, json={"title": title, **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_every_open_page_shows_the_same_timer(client: httpx2.AsyncClient, clock: StillClock) -> None:
    session = await started(client, words="The taxes", minutes=25)
    clock.forward(minutes(10))

    there = await now(client)
    assert there["session"] == session
    assert datetime.fromisoformat(there["now"]) == NOON + minutes(10)
    assert datetime.fromisoformat(there["session"]["ends_at"]) == NOON + minutes(25)
    assert datetime.fromisoformat(there["session"]["half_at"]) == NOON + minutes(12.5)


async def test_starting_a_second_answers_with_the_one_that_runs(client: httpx2.AsyncClient) -> None:
    first = await started(client, words="One")
    answer = await client.post(SESSIONS, json={"words": "Two"})

    assert (answer.status_code, answer.json()["began"]) == (200, False)
    assert answer.json()["session"] == first


async def test_one_that_comes_instead_stops_the_other(client: httpx2.AsyncClient) -> None:
    first = await started(client, words="One")
    second = await started(client, words="Two", instead=True)

    assert (await now(client))["session"]["id"] == second["id"]
    assert (await client.get(f"{SESSIONS}/{first['id']}")).json()["state"] == "stopped"
    listed = (await client.get(SESSIONS)).json()["items"]
    assert [one["title"] for one in listed] == ["Two", "One"]


async def test_twenty_at_once_begin_one(client: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(*(client.post(SESSIONS, json={"words": f"{n}"}) for n in range(20)))

    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert len({answer.json()["session"]["id"] for answer in answers}) == 1


async def test_a_pause_takes_nothing_from_what_is_left(client: httpx2.AsyncClient, clock: StillClock) -> None:
    session = await started(client, minutes=30)
    clock.forward(minutes(10))
    paused = await went(client, session, "pause")
    assert (paused["state"], datetime.fromisoformat(paused["paused_at"])) == ("paused", NOON + minutes(10))
    clock.forward(minutes(60))
    assert (await went(client, session, "pause"))["paused_at"] == paused["paused_at"]
    going = await went(client, session, "resume")

    assert going["state"] == "running"
    assert datetime.fromisoformat(going["ends_at"]) == NOON + minutes(90)
    assert (await went(client, session, "resume"))["ends_at"] == going["ends_at"]
    clock.forward(minutes(5))
    assert (await went(client, session, "finish", outcome="part"))["worked_minutes"] == 15


async def test_more_time_is_more_time(client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock) -> None:
    session = await started(client, minutes=20)
    longer = await went(client, session, "extend", minutes=15)
    assert (longer["planned_minutes"], datetime.fromisoformat(longer["ends_at"])) == (35, NOON + minutes(35))
    assert (await said(client, session, "extend", minutes=460)).status_code == 422

    clock.forward(minutes(36))
    await tick(runtime)
    again = await went(client, session, "extend", minutes=10)
    assert (again["state"], datetime.fromisoformat(again["ends_at"])) == ("running", NOON + minutes(46))
    clock.forward(minutes(10))
    await tick(runtime)
    assert (await client.get(f"{SESSIONS}/{session['id']}")).json()["worked_minutes"] == 45


async def test_what_has_ended_neither_pauses_nor_goes_on(client: httpx2.AsyncClient, clock: StillClock) -> None:
    session = await started(client, minutes=20)
    assert (await went(client, session, "stop"))["state"] == "stopped"
    assert (await went(client, session, "stop"))["state"] == "stopped"
    for what in ("pause", "resume"):
        assert (await said(client, session, what)).status_code == 409
    assert (await said(client, session, "extend", minutes=5)).status_code == 409
    assert (await said(client, session, "check-in", answer="going")).status_code == 409
    other = await started(client, minutes=20)
    clock.forward(minutes(20))
    assert (await said(client, other, "pause")).status_code == 409, "its time is up, though no ticker came by"


async def test_half_way_it_asks_once_and_says_nothing_more_once_answered(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    session = await started(client, words="The taxes", minutes=30)
    clock.forward(minutes(15))
    await tick(runtime)
    await tick(runtime)
    assert (await now(client))["session"]["half_asked_at"] is not None
    assert await told(actor) == ["page: Half way. How is it going?"]
    assert [one["what"] for one in await heard(actor, "focus.told")] == ["half"]

    assert (await went(client, session, "check-in", answer="stuck"))["check_in"] == "stuck"
    clock.forward(minutes(15))
    await tick(runtime)
    assert await told(actor) == ["page: Half way. How is it going?", "page: Time is up."]


async def test_who_said_early_how_it_goes_is_not_asked(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    session = await started(client, minutes=30)
    await went(client, session, "check-in", answer="going")
    clock.forward(minutes(20))
    await tick(runtime)

    assert await told(actor) == []


async def test_a_session_whose_time_was_up_is_asked_about_once(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock
) -> None:
    session = await started(client, minutes=10)
    clock.forward(minutes(11))
    await tick(runtime)

    there = await now(client)
    assert (there["session"], there["ask"]["id"]) == (None, session["id"])
    assert (there["ask"]["state"], there["ask"]["time_up"], there["ask"]["worked_minutes"]) == ("finished", True, 10)
    for _ in range(2):
        assert (await said(client, session, "asked")).status_code == 204
    assert (await now(client))["ask"] is None
    answered = await went(client, session, "finish", outcome="part", note="Half the receipts")
    assert (answered["outcome"], answered["note"]) == ("part", "Half the receipts")


async def test_nothing_is_asked_days_later(client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock) -> None:
    await started(client, minutes=10)
    clock.forward(minutes(11))
    await tick(runtime)
    clock.forward(minutes(60 * 24 * 3))

    assert (await now(client))["ask"] is None


async def test_done_with_a_task_checks_it_off_and_teaches_what_it_takes(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    for number in range(3):
        task = await add_task(client, f"Thing {number}", estimate_minutes=20)
        session = await started(client, task_id=task["id"], minutes=60)
        clock.forward(minutes(40))
        assert (await went(client, session, "finish", outcome="done"))["outcome"] == "done"
        assert (await client.get(f"{TASKS}/{task['id']}")).json()["done_at"] is not None

    told = (await add_task(client, "Another", estimate_minutes=20))["range"]
    assert isinstance(told, dict)
    assert told["likely"] > 30


async def test_what_a_task_took_is_the_sum_of_its_sessions(
    client: httpx2.AsyncClient, actor: Actor, clock: StillClock
) -> None:
    task = await add_task(client, estimate_minutes=20)
    for outcome, length in (("part", 15), ("not", 30), ("done", 10)):
        session = await started(client, task_id=task["id"], minutes=60)
        clock.forward(minutes(length))
        await went(client, session, "finish", outcome=outcome)

    assert await samples(actor) == [(20, 25)]


async def test_a_task_that_is_checked_off_elsewhere_ends_its_session(
    client: httpx2.AsyncClient, actor: Actor, clock: StillClock
) -> None:
    task = await add_task(client, estimate_minutes=20)
    session = await started(client, task_id=task["id"], minutes=60)
    clock.forward(minutes(45))
    assert (await client.post(f"{TASKS}/{task['id']}/done")).status_code == 200

    assert (await now(client)) | {"now": None} == {"now": None, "session": None, "ask": None}
    ended = (await client.get(f"{SESSIONS}/{session['id']}")).json()
    assert (ended["state"], ended["outcome"], ended["worked_minutes"]) == ("finished", "done", 45)
    assert await samples(actor) == [(20, 45)]
    await client.post(f"{TASKS}/{task['id']}/reopen")
    assert await samples(actor) == []


async def test_checking_off_after_its_time_was_up_answers_what_was_done(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    task = await add_task(client, estimate_minutes=20)
    await started(client, task_id=task["id"], minutes=30)
    clock.forward(minutes(50))
    await tick(runtime)
    await client.post(f"{TASKS}/{task['id']}/done")

    assert (await now(client))["ask"] is None
    assert await samples(actor) == [(20, 30)]


async def test_a_task_that_nobody_sat_down_to_teaches_nothing(client: httpx2.AsyncClient, actor: Actor) -> None:
    task = await add_task(client, estimate_minutes=20)
    await client.post(f"{TASKS}/{task['id']}/done")

    assert await samples(actor) == []


async def test_a_session_on_a_step_checks_off_the_step_alone(client: httpx2.AsyncClient, clock: StillClock) -> None:
    task = await add_task(client, steps=["Find the folder", "Sort it"])
    steps = task["steps"]
    assert isinstance(steps, list)
    session = await started(client, task_id=task["id"], step_id=steps[0]["id"])
    clock.forward(minutes(5))
    await went(client, session, "finish", outcome="done")

    found = (await client.get(f"{TASKS}/{task['id']}")).json()
    assert [step["done_at"] is not None for step in found["steps"]] == [True, False]
    assert found["done_at"] is None


async def test_a_task_that_is_removed_leaves_its_session(client: httpx2.AsyncClient) -> None:
    task = await add_task(client)
    session = await started(client, task_id=task["id"])
    assert (await client.delete(f"{TASKS}/{task['id']}")).status_code == 204

    found = (await now(client))["session"]
    assert (found["id"], found["task_id"], found["title"]) == (session["id"], None, "The taxes")
    assert (await went(client, session, "finish", outcome="done"))["outcome"] == "done"


async def test_thoughts_are_parked_and_put_somewhere_afterwards(client: httpx2.AsyncClient) -> None:
    session = await started(client)
    thoughts = []
    for words in ("Call the bank", "Foxes sleep in trees", "Was that the door?"):
        answer = await client.post(f"{FOCUS}/parked", json={"text": words})
        assert answer.status_code == 201, answer.text
        thoughts.append(answer.json())
    assert {one["session_id"] for one in thoughts} == {session["id"]}
    page = (await client.get(f"{FOCUS}/parked", params={"limit": 2, "focus_id": session["id"]})).json()
    assert [one["text"] for one in page["items"]] == ["Call the bank", "Foxes sleep in trees"]

    for thought, becomes in zip(thoughts, ("task", "note", "gone"), strict=True):
        for _ in range(2):
            answer = await client.post(f"{FOCUS}/parked/{thought['id']}/settle", json={"becomes": becomes})
            assert (answer.status_code, answer.json()["became"]) == (200, becomes)
    assert (await client.get(f"{FOCUS}/parked")).json()["items"] == []
    settled = (await client.get(f"{FOCUS}/parked", params={"settled": True})).json()["items"]
    assert [one["became"] for one in settled] == ["task", "note", "gone"]
    assert [one["title"] for one in (await client.get(TASKS)).json()["items"]] == ["Call the bank"]
    memory = (await client.get(f"/api/v1/memories/{settled[1]['became_id']}")).json()
    assert (memory["text"], memory["kind"]) == ("Foxes sleep in trees", "note")
    again = await client.post(f"{FOCUS}/parked/{thoughts[0]['id']}/settle", json={"becomes": "gone"})
    assert again.status_code == 409


async def test_a_thought_put_on_the_list_ten_times_at_once_is_one_task(client: httpx2.AsyncClient) -> None:
    thought = (await client.post(f"{FOCUS}/parked", json={"text": "Call the bank"})).json()
    assert thought["session_id"] is None
    url = f"{FOCUS}/parked/{thought['id']}/settle"
    await asyncio.gather(*(client.post(url, json={"becomes": "task"}) for _ in range(10)))

    assert len((await client.get(TASKS)).json()["items"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"minutes": 0},
        {"minutes": 481},
        {"minutes": 1.5},
        {"words": "x" * 201},
        {"step_id": "01a21938-61da-7921-9e23-c0b33ccf7fda"},
        {"task_id": "01a21938-61da-7921-9e23-c0b33ccf7fda", "words": "both"},
        {"nonsense": 1},
    ],
)
async def test_what_makes_no_sense_is_refused(client: httpx2.AsyncClient, body: dict[str, object]) -> None:
    assert (await client.post(SESSIONS, json=body)).status_code == 422


async def test_nobody_focuses_on_someone_elses_task(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    hers, mine = await add_task(ana, steps=["One"]), await add_task(rui)
    step = hers["steps"]
    assert isinstance(step, list)

    assert (await rui.post(SESSIONS, json={"task_id": hers["id"]})).status_code == 404
    assert (await rui.post(SESSIONS, json={"task_id": mine["id"], "step_id": step[0]["id"]})).status_code == 404
    session = await started(ana)
    assert (await client_get(rui, session)).status_code == 404
    assert (await now(rui))["session"] is None
    assert (await rui.get(SESSIONS)).json()["items"] == []


async def client_get(client: httpx2.AsyncClient, session: dict[str, object]) -> httpx2.Response:
    return await client.get(f"{SESSIONS}/{session['id']}")


async def samples(actor: Actor) -> list[tuple[int, int]]:
    """What was learnt: minutes that were said, and minutes that it took."""
    (feature,) = [feature for feature in actor.runtime.features if feature.name == "tasks"]
    assert feature.export is not None
    async with actor.work() as work:
        rows = (await feature.export(work))["estimate_samples"]
    return [(row["estimated_minutes"], row["actual_minutes"]) for row in rows]
