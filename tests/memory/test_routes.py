"""Memories over HTTP."""

import asyncio
import json
from uuid import uuid4

import httpx2
import pytest

from tests.conftest import ClientFor, NewPerson

URL = "/api/v1/memories"


async def keep(client: httpx2.AsyncClient, text: str, **fields: object) -> dict[str, object]:
    answer = await client.post(URL, json={"text": text, **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_what_is_kept_is_listed_newest_first_in_pages(client: httpx2.AsyncClient) -> None:
    for n in range(5):
        await keep(client, f"Thing {n}", occurred_at=f"2026-11-0{n + 1}T10:00:00Z")

    first = (await client.get(URL, params={"limit": 2})).json()
    await keep(client, "Came in between", occurred_at="2026-11-30T10:00:00Z")
    second = (await client.get(URL, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    third = (await client.get(URL, params={"limit": 2, "cursor": second["next_cursor"]})).json()

    told = [item["text"] for page in (first, second, third) for item in page["items"]]
    assert told == ["Thing 4", "Thing 3", "Thing 2", "Thing 1", "Thing 0"]
    assert third["next_cursor"] is None


@pytest.mark.parametrize("cursor", ["nonsense", "W10", "WzEsMl0", "WyJhIiwiYiJd", "é"])
async def test_a_cursor_that_is_not_ours_is_refused(client: httpx2.AsyncClient, cursor: str) -> None:
    answer = await client.get(URL, params={"cursor": cursor})
    assert answer.status_code == 422


async def test_lists_can_be_narrowed_by_kind_and_conversation(client: httpx2.AsyncClient) -> None:
    conversation = str(uuid4())
    await keep(client, "A thought", kind="thought")
    await keep(client, "In a conversation", conversation=conversation)

    thoughts = (await client.get(URL, params={"kind": "thought"})).json()["items"]
    spoken = (await client.get(URL, params={"conversation": conversation})).json()["items"]

    assert [item["text"] for item in thoughts] == ["A thought"]
    assert [item["text"] for item in spoken] == ["In a conversation"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": "   "},
        {"text": "x" * 10_001},
        {"text": "a\u0000b"},
        {"text": "half \ud800"},
        {"text": 7},
        {"text": "x", "speaker": ""},
        {"text": "x", "kind": "fact"},
        {"text": "x", "occurred_at": "yesterday"},
        {"text": "x", "occurred_at": "2026-11-24T10:00:00"},
        {"text": "x", "occurred_at": "0001-01-01T00:00:00+14:00"},
        {"text": "x", "occurred_at": "9999-12-31T23:59:59-14:00"},
        {"text": "x", "user_id": str(uuid4())},
        {"text": "x", "source_ref": "a\u0000"},
        {"text": "x", "conversation_id": "7"},
    ],
)
async def test_what_cannot_be_kept_is_refused_with_a_problem(
    client: httpx2.AsyncClient, body: dict[str, object]
) -> None:
    answer = await client.post(URL, content=json.dumps(body), headers={"Content-Type": "application/json"})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert (await client.get(f"{URL}/status")).json()["total"] == 0


@pytest.mark.parametrize(
    "text", ["🦷" * 10_000, "x" * 10_000, "\u202e\u0301\u0301", "%s %(a)s :b ' \" \\ --", "ﷺ" * 5_000]
)
async def test_any_other_text_is_kept_as_it_is_and_found_again(client: httpx2.AsyncClient, text: str) -> None:
    kept = await keep(client, text)
    assert (await client.get(f"{URL}/{kept['id']}")).json()["text"] == text
    answer = await client.post(f"{URL}/search", json={"query": text[:2_000]})
    assert answer.status_code == 200


async def test_someone_elses_memory_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    kept = await keep(ana, "Ana's own")
    address = f"{URL}/{kept['id']}"

    answers = [
        await rui.get(address),
        await rui.patch(address, json={"text": "Mine now"}),
        await rui.delete(address),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert (await rui.get(URL)).json()["items"] == []
    assert (await rui.post(f"{URL}/search", json={"query": "Ana's own"})).json()["items"] == []
    assert (await ana.get(address)).json()["text"] == "Ana's own"


async def test_nobody_gets_in_without_signing_in(client_for: ClientFor) -> None:
    nobody = client_for(None)
    address = f"{URL}/{uuid4()}"
    answers = [
        await nobody.get(URL),
        await nobody.post(URL, json={"text": "x"}),
        await nobody.post(f"{URL}/batch", json={"items": [{"text": "x"}]}),
        await nobody.post(f"{URL}/search", json={"query": "x"}),
        await nobody.get(f"{URL}/status"),
        await nobody.get(address),
        await nobody.patch(address, json={"text": "x"}),
        await nobody.delete(address),
    ]
    assert {answer.status_code for answer in answers} == {401}


async def test_a_change_on_an_old_copy_is_refused(client: httpx2.AsyncClient) -> None:
    kept = await keep(client, "First")
    address = f"{URL}/{kept['id']}"
    seen = (await client.get(address)).headers["etag"]

    changed = await client.patch(address, json={"text": "Second"}, headers={"If-Match": seen})
    late = await client.patch(address, json={"text": "Third"}, headers={"If-Match": seen})
    removed = await client.delete(address, headers={"If-Match": seen})
    nonsense = await client.patch(address, json={"text": "x"}, headers={"If-Match": "first"})

    assert seen == '"1"'
    assert (changed.status_code, changed.json()["version"], changed.headers["etag"]) == (200, 2, '"2"')
    assert (late.status_code, removed.status_code, nonsense.status_code) == (412, 412, 422)
    assert (await client.delete(address, headers={"If-Match": '"2"'})).status_code == 204
    assert (await client.get(address)).status_code == 404


async def test_an_idempotency_key_answers_the_same_and_refuses_another_body(client: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "once"}
    first = await client.post(URL, json={"text": "Once"}, headers=key)
    again = await client.post(URL, json={"text": "Once"}, headers=key)
    other = await client.post(URL, json={"text": "Other"}, headers=key)

    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"
    assert other.status_code == 422
    assert (await client.get(f"{URL}/status")).json()["total"] == 1


async def test_a_batch_sent_again_doubles_nothing(client: httpx2.AsyncClient) -> None:
    items: list[dict[str, object]] = [{"text": f"Thing {n}", "source_ref": f"import:{n}"} for n in range(1000)]
    first = (await client.post(f"{URL}/batch", json={"items": items})).json()["items"]
    second = (await client.post(f"{URL}/batch", json={"items": [*items[:10], {"text": "New"}]})).json()["items"]

    assert all(item["created"] for item in first)
    assert [item["created"] for item in second] == [False] * 10 + [True]
    assert [item["id"] for item in second[:10]] == [item["id"] for item in first[:10]]
    status = (await client.get(f"{URL}/status")).json()
    assert (status["total"], status["pending"]) == (1001, 1001)


async def test_a_source_twice_in_one_batch_is_kept_once(client: httpx2.AsyncClient) -> None:
    item = {"text": "Twice", "source_ref": "import:1"}
    kept = (await client.post(f"{URL}/batch", json={"items": [item, item]})).json()["items"]
    assert kept[0]["id"] == kept[1]["id"]
    assert [one["created"] for one in kept] == [True, False]


@pytest.mark.parametrize("items", [[], [{"text": "x"}] * 1001, [{"text": ""}], "all", [{"text": "a\u0000"}]])
async def test_a_batch_that_cannot_be_kept_keeps_nothing(client: httpx2.AsyncClient, items: object) -> None:
    answer = await client.post(f"{URL}/batch", json={"items": items})
    assert answer.status_code == 422
    assert (await client.get(f"{URL}/status")).json()["total"] == 0


async def test_the_same_source_from_many_at_once_is_kept_once(client: httpx2.AsyncClient) -> None:
    await client.get(f"{URL}/status")
    body = {"text": "Said once", "source_ref": "message:7"}
    answers = await asyncio.gather(*(client.post(URL, json=body) for _ in range(20)))

    assert len({answer.json()["id"] for answer in answers}) == 1
    assert (await client.get(f"{URL}/status")).json()["total"] == 1


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"query": ""},
        {"query": "x", "limit": 0},
        {"query": "x", "limit": 101},
        {"query": "x" * 2001},
        {"query": "x", "from": "now"},
        {"query": "x", "kinds": []},
        {"query": "a\u0000"},
    ],
)
async def test_a_search_that_makes_no_sense_is_refused(client: httpx2.AsyncClient, body: dict[str, object]) -> None:
    assert (await client.post(f"{URL}/search", json=body)).status_code == 422


async def test_a_search_answers_with_the_memory_a_score_and_a_reason(client: httpx2.AsyncClient) -> None:
    kept = await keep(client, "I need to call the dentist", occurred_at="2026-11-24T09:00:00Z")
    (hit,) = (await client.post(f"{URL}/search", json={"query": "the dentist?", "limit": 5})).json()["items"]

    assert hit["memory"]["id"] == kept["id"]
    assert 0.5 < hit["score"] < 1
    assert hit["why"] == "It has the word dentist; you said it on Tue 24 Nov."
    assert hit["evidence"] == {"words": ["dentist"], "coverage": 1, "likeness": None, "parts": {"recency": 0.1}}
    assert hit["weak"] is False
