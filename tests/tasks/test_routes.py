"""Tasks over HTTP."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from tests.conftest import ClientFor, NewPerson

URL = "/api/v1/tasks"


async def add(client: httpx2.AsyncClient, title: str = "Open the post", **fields: Any) -> dict[str, Any]:
    answer = await client.post(URL, json={"title": title, **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def calls(client: httpx2.AsyncClient, task_id: str, step_id: str) -> list[Any]:
    """A call of every route that names a task."""
    one = f"{URL}/{task_id}"
    return [
        client.get(one),
        client.patch(one, json={"title": "Mine now"}),
        client.post(f"{one}/done"),
        client.post(f"{one}/reopen"),
        client.post(f"{one}/later"),
        client.post(f"{one}/later", json={"until": "2027-01-01T00:00:00Z"}),
        client.post(f"{one}/steps", json={"text": "Mine"}),
        client.patch(f"{one}/steps/{step_id}", json={"done": True}),
        client.delete(f"{one}/steps/{step_id}"),
        client.delete(one),
    ]


async def test_someone_elses_task_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    task = await add(ana, "Ana's", steps=["One"])

    answers = [await call for call in calls(rui, task["id"], task["steps"][0]["id"])]

    assert {answer.status_code for answer in answers} == {404}
    assert (await rui.get(URL)).json()["items"] == []
    assert (await rui.get(f"{URL}/next")).json() == {"task": None, "reason": None}
    assert (await ana.get(f"{URL}/{task['id']}")).json() == task


async def test_someone_elses_step_is_not_in_my_task(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    hers = (await add(ana, "Ana's", steps=["One"]))["steps"][0]["id"]
    mine = await add(rui, "Mine")
    assert (await rui.patch(f"{URL}/{mine['id']}/steps/{hers}", json={"done": True})).status_code == 404
    assert (await rui.delete(f"{URL}/{mine['id']}/steps/{hers}")).status_code == 404


async def test_nobody_gets_in_without_signing_in(client_for: ClientFor) -> None:
    nobody = client_for(None)
    answers = [await call for call in calls(nobody, str(uuid4()), str(uuid4()))]
    answers += [await nobody.get(URL), await nobody.post(URL, json={"title": "x"}), await nobody.get(f"{URL}/next")]
    assert {answer.status_code for answer in answers} == {401}


async def test_lists_come_in_pages_that_miss_and_double_nothing(client: httpx2.AsyncClient) -> None:
    for n in range(5):
        await add(client, f"Task {n}")
    titles: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        page = (await client.get(URL, params={"limit": 2, **({"cursor": cursor} if cursor else {})})).json()
        titles += [item["title"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert titles == [f"Task {n}" for n in range(5)]
    assert cursor is None


async def test_done_ones_are_a_list_of_their_own(client: httpx2.AsyncClient) -> None:
    ids = [(await add(client, f"Task {n}"))["id"] for n in range(3)]
    for task_id in ids[:2]:
        await client.post(f"{URL}/{task_id}/done")

    first = (await client.get(URL, params={"state": "done", "limit": 1})).json()
    second = (await client.get(URL, params={"state": "done", "limit": 1, "cursor": first["next_cursor"]})).json()

    assert [item["title"] for item in first["items"] + second["items"]] == ["Task 1", "Task 0"]
    assert [item["title"] for item in (await client.get(URL)).json()["items"]] == ["Task 2"]
    assert (await client.get(URL, params={"state": "lost"})).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"title": ""},
        {"title": " \n "},
        {"title": "x" * 501},
        {"title": "a\u0000b"},
        {"title": "x", "notes": "x" * 10_001},
        {"title": "x", "notes": "\u0000"},
        {"title": "x", "due_at": "tomorrow"},
        {"title": "x", "due_at": "2026-11-26T09:00:00"},
        {"title": "x", "due_at": "9999-12-31T23:59:59-12:00"},
        {"title": "x", "due_date_only": True},
        {"title": "x", "estimate_minutes": 0},
        {"title": "x", "estimate_minutes": 10_081},
        {"title": "x", "estimate_minutes": "5"},
        {"title": "x", "energy": "some"},
        {"title": "x", "steps": ["x"] * 51},
        {"title": "x", "steps": [""]},
        {"title": "x", "done_at": "2026-11-26T09:00:00Z"},
        {"title": "x", "user_id": str(uuid4())},
    ],
)
async def test_what_is_no_task_is_refused_with_a_problem(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    answer = await client.post(URL, json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert (await client.get(URL)).json()["items"] == []


@pytest.mark.parametrize("title", ["🦷" * 500, "%s :a {b} ' \" \\ --", "\u202eabc", "<script>alert(1)</script>"])
async def test_any_other_words_are_kept_as_they_are(client: httpx2.AsyncClient, title: str) -> None:
    task = await add(client, title)
    assert (await client.get(f"{URL}/{task['id']}")).json()["title"] == title


async def test_a_change_on_an_old_copy_is_refused(client: httpx2.AsyncClient) -> None:
    task = await add(client, steps=["One"])
    one, old = f"{URL}/{task['id']}", {"If-Match": '"1"'}
    changed = await client.patch(one, json={"notes": "In the hall"}, headers=old)
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')

    step = f"{one}/steps/{task['steps'][0]['id']}"
    refused = [
        await client.patch(one, json={"notes": "Elsewhere"}, headers=old),
        await client.post(f"{one}/steps", json={"text": "Two"}, headers=old),
        await client.patch(step, json={"done": True}, headers=old),
        await client.delete(step, headers=old),
        await client.delete(one, headers=old),
    ]
    assert {answer.status_code for answer in refused} == {412}
    assert (await client.get(one)).json()["notes"] == "In the hall"


@pytest.mark.parametrize("body", [{"title": None}, {"notes": None}, {"energy": None}, {"version": 3}, {}])
async def test_a_change_that_makes_no_sense_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    task = await add(client)
    assert (await client.patch(f"{URL}/{task['id']}", json=body)).status_code == 422
    assert (await client.get(f"{URL}/{task['id']}")).json()["version"] == 1


async def test_what_is_null_is_taken_away_and_what_is_left_out_stays(client: httpx2.AsyncClient) -> None:
    task = await add(client, due_at="2026-11-26T09:00:00Z", estimate_minutes=10, notes="In the hall")
    changed = (await client.patch(f"{URL}/{task['id']}", json={"due_at": None, "estimate_minutes": None})).json()
    assert (changed["due_at"], changed["estimate_minutes"], changed["notes"]) == (None, None, "In the hall")


async def test_an_idempotency_key_answers_the_same_and_refuses_another_body(client: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "once"}
    first = await client.post(URL, json={"title": "Once"}, headers=key)
    again = await client.post(URL, json={"title": "Once"}, headers=key)
    other = await client.post(URL, json={"title": "Other"}, headers=key)

    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 422)
    assert first.json() == again.json()
    assert len((await client.get(URL)).json()["items"]) == 1


async def test_fifty_requests_at_once_finish_it_once(client: httpx2.AsyncClient) -> None:
    task = await add(client)
    answers = await asyncio.gather(*(client.post(f"{URL}/{task['id']}/done") for _ in range(50)))
    told = [answer.status_code for answer in answers]
    assert (told.count(200), told.count(409)) == (1, 49)


async def test_a_finish_sent_again_with_its_key_is_answered_as_the_first_time(client: httpx2.AsyncClient) -> None:
    task = await add(client)
    key = {"Idempotency-Key": "done-once"}
    first = await client.post(f"{URL}/{task['id']}/done", headers=key)
    again = await client.post(f"{URL}/{task['id']}/done", headers=key)
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()


async def test_done_opened_again_and_later_over_http(client: httpx2.AsyncClient) -> None:
    task = await add(client)
    one = f"{URL}/{task['id']}"
    assert (await client.get(f"{URL}/next")).json()["reason"] == "It was here first."
    assert (await client.post(f"{one}/done")).json()["done_at"] is not None
    assert (await client.post(f"{one}/later")).status_code == 409
    assert (await client.post(f"{one}/reopen")).json()["done_at"] is None
    assert (await client.post(f"{one}/reopen")).status_code == 409
    assert (await client.post(f"{one}/later", json={"until": "2020-01-01T00:00:00Z"})).status_code == 422
    assert (await client.post(f"{one}/later")).json()["skip_until"] == "2026-11-24T15:00:00Z"
    assert (await client.get(f"{URL}/next")).json()["task"] is None


async def test_steps_are_added_ticked_and_taken_away(client: httpx2.AsyncClient) -> None:
    task = await add(client, steps=["One"])
    steps = f"{URL}/{task['id']}/steps"
    added = (await client.post(steps, json={"text": "Two"})).json()
    assert [step["text"] for step in added["steps"]] == ["One", "Two"]
    ticked = (await client.patch(f"{steps}/{added['steps'][0]['id']}", json={"done": True, "text": "First"})).json()
    assert (ticked["steps"][0]["text"], ticked["steps"][0]["done_at"]) == ("First", "2026-11-24T12:00:00Z")
    left = (await client.delete(f"{steps}/{added['steps'][0]['id']}")).json()
    assert [step["text"] for step in left["steps"]] == ["Two"]
    assert left["version"] == 4


async def test_removing_leaves_nothing(client: httpx2.AsyncClient) -> None:
    task = await add(client, steps=["One"])
    assert (await client.delete(f"{URL}/{task['id']}")).status_code == 204
    assert (await client.delete(f"{URL}/{task['id']}")).status_code == 404
    assert (await client.get(URL)).json()["items"] == []
