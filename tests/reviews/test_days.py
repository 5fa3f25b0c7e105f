"""A day is begun and ended over HTTP, one question at a time."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.conftest import NOON, ClientFor, NewPerson
from tests.reviews.walking import URL, begin, call, decide, say, task, titles, until


async def test_a_day_begins_with_one_question_at_a_time(client: httpx2.AsyncClient) -> None:
    light = await task(client, "Water the plants", steps=["Fill the can"])
    heavy = await task(client, "Write the report", energy="high", important=True)
    call_priya = await task(client, "Call Priya", due_at=(NOON + timedelta(hours=2)).isoformat())
    review = await begin(client, "start")
    assert [step["name"] for step in review["steps"]] == ["energy", "fixed", "choose", "first"]
    assert review["step"] == "energy"

    review = await say(client, review, energy="low", mood="flat")
    assert (await call(client, "GET", "/mood/lately"))["energy"] == "low"
    assert titles(review) == ["Call Priya"]
    review = await say(client, review)
    assert titles(review) == ["Call Priya", "Water the plants", "Write the report"]  # what takes more comes last
    assert review["screen"]["things"][1]["about"] == "It takes little energy."
    review = await say(client, review, task_ids=[light["id"], call_priya["id"]])
    assert (titles(review), review["screen"]["things"][0]["about"]) == (["Water the plants"], "Fill the can")
    assert (await call(client, "GET", f"/tasks/{light['id']}"))["due_date_only"]
    assert (await call(client, "GET", f"/tasks/{call_priya['id']}")) == call_priya
    assert (await call(client, "GET", f"/tasks/{heavy['id']}")) == heavy
    review = await say(client, review)
    assert (review["state"], review["step"], review["screen"]) == ("done", None, None)
    assert review["summary"]["chosen"] == ["Water the plants", "Call Priya"]


async def test_where_there_is_nothing_there_is_one_question(client: httpx2.AsyncClient) -> None:
    review = await begin(client, "start")
    assert [step["name"] for step in review["steps"]] == ["energy"]
    assert (await say(client, review))["state"] == "done"


async def test_a_closed_tab_loses_nothing(client: httpx2.AsyncClient, clock: StillClock) -> None:
    await task(client, "Water the plants")
    review = await say(client, await begin(client, "start"))
    clock.forward(timedelta(hours=2))
    again = await begin(client, "start")
    assert (again["id"], again["step"]) == (review["id"], review["step"])


async def test_one_that_was_left_costs_nothing(client: httpx2.AsyncClient, clock: StillClock) -> None:
    left = await begin(client, "start")
    clock.forward(timedelta(days=1))
    fresh = await begin(client, "start")
    assert fresh["id"] != left["id"]
    assert (await call(client, "GET", f"/reviews/{left['id']}"))["state"] == "left"
    answer = await client.post(f"{URL}/{left['id']}/answer", json={"step": "energy"})
    assert (answer.status_code, answer.json()["detail"]) == (409, "This review is over. What you decided holds.")


async def test_begun_many_times_at_once_it_is_one(client: httpx2.AsyncClient) -> None:
    begun = await asyncio.gather(*(begin(client, "start") for _ in range(6)))
    assert len({review["id"] for review in begun}) == 1


async def test_an_answer_that_comes_twice_is_one_answer(client: httpx2.AsyncClient) -> None:
    await task(client, "Water the plants")
    review = await begin(client, "start")
    body = {"step": "energy", "energy": "high"}
    answers = await asyncio.gather(*(call(client, "POST", f"/reviews/{review['id']}/answer", body) for _ in range(4)))
    assert {answer["step"] for answer in answers} == {"choose"}
    assert len((await call(client, "GET", "/mood"))["items"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"step": "energy", "text": "no"},
        {"step": "choose", "energy": "low"},
        {"step": "thought", "all_wait": True},
        {"step": "dance"},
        {"step": "choose", "task_ids": [str(uuid4()) for _ in range(4)]},
    ],
)
async def test_an_answer_to_another_question_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    review = await begin(client, "start")
    assert (await client.post(f"{URL}/{review['id']}/answer", json=body)).status_code == 422


async def test_gone_back_to_other_things_can_be_chosen(client: httpx2.AsyncClient) -> None:
    one, other = await task(client, "Water the plants"), await task(client, "Read the meter")
    review = await until(client, await begin(client, "start"), "choose")
    review = await say(client, review, task_ids=[one["id"]])
    review = await call(client, "POST", f"/reviews/{review['id']}/back")
    assert review["step"] == "choose"
    await say(client, review, task_ids=[other["id"]])
    assert (await call(client, "GET", f"/tasks/{one['id']}"))["due_at"] is None
    assert (await call(client, "GET", f"/tasks/{other['id']}"))["due_date_only"]


async def test_a_day_ends_with_what_was_done_and_what_stays(client: httpx2.AsyncClient) -> None:
    done = await task(client, "Water the plants")
    await call(client, "POST", f"/tasks/{done['id']}/done")
    late = NOON - timedelta(days=3)
    stays = [await task(client, f"Thing {n}", due_at=late.isoformat(), due_date_only=True) for n in range(4)]
    timed = await task(client, "Call Priya", due_at=(NOON - timedelta(hours=1)).isoformat())
    review = await begin(client, "shutdown")
    assert titles(review) == ["Water the plants"]
    review = await say(client, review)
    assert titles(review) == ["Thing 0", "Thing 1", "Thing 2", "Thing 3", "Call Priya"]
    assert review["screen"]["choices"] == ["tomorrow", "someday", "let_go"]

    review = await decide(client, review, stays[0]["id"], "tomorrow")
    review = await decide(client, review, stays[1]["id"], "someday")
    review = await decide(client, review, stays[2]["id"], "let_go")
    review = await decide(client, review, stays[2]["id"], "let_go")
    review = await decide(client, review, timed["id"], "tomorrow")
    assert titles(review) == ["Thing 3"]
    assert (await call(client, "GET", f"/tasks/{stays[0]['id']}"))["due_at"] == "2026-11-25T12:00:00Z"
    assert (await call(client, "GET", f"/tasks/{timed['id']}"))["due_at"] == "2026-11-25T11:00:00Z"
    assert (await call(client, "GET", f"/tasks/{stays[1]['id']}"))["someday"]
    await call(client, "GET", f"/tasks/{stays[2]['id']}", status=404)

    review = await say(client, review)
    review = await say(client, review, text="The blue folder is at work")
    assert review["summary"]["done"] == ["Water the plants"]
    assert [(one["title"], one["what"]) for one in review["decided"]] == [
        ("Thing 0", "tomorrow"),
        ("Thing 1", "someday"),
        ("Thing 2", "let_go"),
        ("Call Priya", "tomorrow"),
    ]
    (kept,) = (await call(client, "GET", "/memories"))["items"]
    assert (kept["text"], kept["kind"]) == ("The blue folder is at work", "thought")


async def test_all_of_it_can_wait_at_once(client: httpx2.AsyncClient) -> None:
    made = [await task(client, f"Thing {n}", due_at=NOON.isoformat(), due_date_only=True) for n in range(14)]
    review = await say(client, await begin(client, "shutdown"))
    assert (len(titles(review)), review["screen"]["more"]) == (10, True)
    review = await say(client, review, all_wait=True)
    due = {(await call(client, "GET", f"/tasks/{one['id']}"))["due_at"] for one in made}
    assert due == {"2026-11-25T12:00:00Z"}
    assert len(review["decided"]) == 14


async def test_what_was_chosen_in_the_morning_and_isnt_done_stays(client: httpx2.AsyncClient) -> None:
    far = await task(client, "Plan the trip", due_at=(NOON + timedelta(days=20)).isoformat(), due_date_only=True)
    mine = await task(client, "Water the plants")
    review = await until(client, await begin(client, "start"), "choose")
    await say(client, review, task_ids=[mine["id"], far["id"]])
    review = await say(client, await begin(client, "shutdown"))
    assert titles(review) == ["Water the plants"]  # what has a day of its own keeps it


@pytest.mark.parametrize("what", ["tomorrow", "someday", "let_go"])
async def test_every_decision_can_be_taken_back(client: httpx2.AsyncClient, what: str) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True, notes="As it was", steps=["One"])
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], what)
    ended = await call(client, "POST", f"/reviews/{review['id']}/enough")
    assert ended["state"] == "done"

    back = await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}")
    assert back["decided"] == []
    (there,) = (await call(client, "GET", "/tasks"))["items"]
    same = ("title", "notes", "due_at", "due_date_only", "someday")
    assert {name: there[name] for name in same} == {name: made[name] for name in same}
    assert [step["text"] for step in there["steps"]] == ["One"]
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}", status=409)


async def test_what_comes_again_is_let_go_and_comes_back_as_it_was(client: httpx2.AsyncClient) -> None:
    weekly = {"rrule": "FREQ=WEEKLY;BYDAY=TU", "without": ["2026-12-01"]}
    made = await task(client, "Bins", due_at=NOON.isoformat(), due_date_only=True, **weekly)
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], "let_go")
    assert (await call(client, "GET", "/tasks"))["items"] == []
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}")
    (there,) = (await call(client, "GET", "/tasks"))["items"]
    assert {name: there[name] for name in weekly} == weekly


async def test_what_is_let_go_comes_back_with_its_reminder(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True)
    tool = {"text": "remind me to pay Rui tomorrow at 9"}
    booked = (await call(client, "POST", "/messages", tool))["receipts"][0]["subject_id"]
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], "let_go")
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}")
    assert (await call(client, "GET", f"/reminders/{booked}"))["state"] == "waiting"


async def test_decided_otherwise_it_is_that_instead(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True)
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], "someday")
    review = await decide(client, review, made["id"], "tomorrow")
    there = await call(client, "GET", f"/tasks/{made['id']}")
    assert (there["someday"], there["due_at"]) == (False, "2026-11-25T12:00:00Z")
    assert [one["what"] for one in review["decided"]] == ["tomorrow"]


async def test_what_changed_since_is_not_overwritten(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True)
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], "someday")
    await call(client, "PATCH", f"/tasks/{made['id']}", {"title": "Another thing"})
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}", status=412)
    assert (await call(client, "GET", f"/tasks/{made['id']}"))["someday"]


async def test_what_is_not_offered_on_a_screen_cant_be_decided_there(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing")
    review = await begin(client, "shutdown")
    body = {"thing_id": made["id"], "what": "let_go"}
    assert (await client.post(f"{URL}/{review['id']}/decide", json=body)).status_code == 422
    assert (await call(client, "GET", f"/tasks/{made['id']}"))["title"] == "Thing"


async def test_someone_elses_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    hers = await task(ana, "Ana's", due_at=NOON.isoformat(), due_date_only=True)
    review = await say(ana, await begin(ana, "shutdown"))
    one = f"/reviews/{review['id']}"
    for method, path, body in (
        *(("GET", one, None), ("DELETE", one, None), ("POST", f"{one}/back", None), ("POST", f"{one}/enough", None)),
        ("POST", f"{one}/answer", {"step": "stays"}),
        ("POST", f"{one}/decide", {"thing_id": hers["id"], "what": "let_go"}),
        ("DELETE", f"{one}/decided/{hers['id']}", None),
    ):
        await call(rui, method, path, body, 404)
    await task(rui, "Rui's", due_at=NOON.isoformat(), due_date_only=True)
    his = await say(rui, await begin(rui, "shutdown"))
    assert titles(his) == ["Rui's"]
    await call(rui, "POST", f"/reviews/{his['id']}/decide", {"thing_id": hers["id"], "what": "let_go"}, 404)
    start = await until(rui, await begin(rui, "start"), "choose")
    await call(rui, "POST", f"/reviews/{start['id']}/answer", {"step": "choose", "task_ids": [hers["id"]]}, 404)
    assert (await call(ana, "GET", f"/tasks/{hers['id']}")) == hers
    await call(client_for(None), "POST", "/reviews", {"kind": "start"}, 401)
