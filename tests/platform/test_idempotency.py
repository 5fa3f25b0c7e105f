"""The same unsafe request sent twice is done once."""

import asyncio
from datetime import timedelta

import httpx2

from cairn.platform.clock import StillClock

ME = "/api/v1/me"


async def test_the_first_answer_is_given_again_and_nothing_is_done_twice(client: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "once"}
    first = await client.patch(ME, json={"name": "Ana Maria"}, headers=key)
    await client.patch(ME, json={"name": "Somebody else"})

    again = await client.patch(ME, json={"name": "Ana Maria"}, headers=key)

    assert (again.status_code, again.json(), again.headers["etag"]) == (200, first.json(), first.headers["etag"])
    assert again.headers["idempotent-replayed"] == "true"
    assert (await client.get(ME)).json()["name"] == "Somebody else"


async def test_a_key_that_comes_back_with_another_body_is_refused(client: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "mine"}
    await client.patch(ME, json={"name": "One"}, headers=key)

    other = await client.patch(ME, json={"name": "Two"}, headers=key)

    assert other.status_code == 422
    assert other.json()["type"] == "/problems/key-reused"
    assert (await client.get(ME)).json()["name"] == "One"


async def test_many_at_once_with_one_key_change_once(client: httpx2.AsyncClient) -> None:
    await client.get(ME)
    before = (await client.get(ME)).json()["version"]
    key = {"Idempotency-Key": "crowd"}

    answers = await asyncio.gather(*(client.patch(ME, json={"name": "Once"}, headers=key) for _ in range(20)))

    assert {answer.status_code for answer in answers} <= {200, 409}
    assert 200 in {answer.status_code for answer in answers}
    assert (await client.get(ME)).json()["version"] == before + 1


async def test_a_refusal_is_not_kept(client: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "mended"}
    assert (await client.patch(ME, json={"time_zone": "Nowhere"}, headers=key)).status_code == 422

    assert (await client.patch(ME, json={"time_zone": "Europe/Paris"}, headers=key)).status_code == 200


async def test_a_key_is_forgotten_after_a_day(client: httpx2.AsyncClient, clock: StillClock) -> None:
    key = {"Idempotency-Key": "yesterday"}
    await client.patch(ME, json={"name": "One"}, headers=key)
    clock.forward(timedelta(hours=25))

    assert (await client.patch(ME, json={"name": "Two"}, headers=key)).json()["name"] == "Two"


async def test_a_bad_key_is_told(client: httpx2.AsyncClient) -> None:
    for bad in ("", "x" * 201):
        answer = await client.patch(ME, json={"name": "One"}, headers={"Idempotency-Key": bad})
        assert answer.status_code == 422, bad
