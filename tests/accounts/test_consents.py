"""What was agreed to is seen, given anew and taken back, and all of it stays to be read."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.accounts import consents
from cairn.accounts.consents import Document
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from tests.conftest import ClientFor, NewPerson

CONSENTS = "/api/v1/me/consents"
NEWS = {"document": "news", "version": "1"}
TERMS = {"document": "terms", "version": consents.TERMS_VERSION}


@pytest.fixture(autouse=True)
def documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more document, which nobody needs."""
    monkeypatch.setitem(consents.DOCUMENTS, "news", Document("1", needed=False))


async def listed(client: httpx2.AsyncClient) -> list[Mapping[str, Any]]:
    answer = await client.get(CONSENTS)
    assert answer.status_code == 200, answer.text
    found: list[Mapping[str, Any]] = answer.json()["items"]
    return found


def problem(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


async def test_what_is_optional_is_given_withdrawn_and_given_anew_and_all_of_it_is_kept(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    assert await listed(client) == []
    given = await client.post(CONSENTS, json=NEWS)
    assert given.status_code == 201
    assert (given.json()["shown_at"], given.json()["needed"], given.json()["withdrawn_at"]) == (
        "preferences",
        False,
        None,
    )

    clock.forward(timedelta(minutes=1))
    for _ in range(2):  # withdrawn twice is the same as once
        assert (await client.delete(f"{CONSENTS}/{given.json()['id']}")).status_code == 204
    clock.forward(timedelta(minutes=1))
    assert (await client.post(CONSENTS, json=NEWS)).status_code == 201

    again, first = await listed(client)
    assert again["withdrawn_at"] is None
    assert first["withdrawn_at"] == "2026-11-24T12:01:00Z"
    history = (await client.get("/api/v1/me/history")).json()["items"]
    told = [(one["action"], one["changes"][0]["after"]) for one in history if one["action"].startswith("consent.")]
    assert told == [("consent.given", True), ("consent.withdrawn", False), ("consent.given", True)]


async def test_agreed_to_at_once_many_times_is_agreed_to_once(client: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(*(client.post(CONSENTS, json=NEWS) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(await listed(client)) == 1


async def test_what_an_account_needs_is_not_withdrawn_and_the_answer_says_what_would(
    client: httpx2.AsyncClient,
) -> None:
    given = await client.post(CONSENTS, json=TERMS)
    refused = await client.delete(f"{CONSENTS}/{given.json()['id']}")
    assert problem(refused) == (409, "needed-consent")
    assert "erase your account" in refused.json()["detail"]
    (terms,) = await listed(client)
    assert (terms["withdrawn_at"], terms["needed"], terms["newest"]) == (None, True, consents.TERMS_VERSION)


async def test_only_the_words_that_hold_now_are_agreed_to(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert problem(await client.post(CONSENTS, json={**NEWS, "version": "0"})) == (422, "old-terms")
    assert problem(await client.post(CONSENTS, json={**NEWS, "document": "nothing"})) == (404, "not-found")
    first = await client.post(CONSENTS, json=NEWS)

    monkeypatch.setitem(consents.DOCUMENTS, "news", Document("2", needed=False))
    assert [(one["version"], one["newest"]) for one in await listed(client)] == [("1", "2")]
    assert (await client.post(CONSENTS, json={**NEWS, "version": "2"})).status_code == 201
    assert len(await listed(client)) == 2
    assert (await client.delete(f"{CONSENTS}/{first.json()['id']}")).status_code == 204
    assert all(one["withdrawn_at"] for one in await listed(client))


async def test_nobody_withdraws_what_another_agreed_to(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    other = client_for(await person())
    given = await client.post(CONSENTS, json=NEWS)
    assert problem(await other.delete(f"{CONSENTS}/{given.json()['id']}")) == (404, "not-found")
    assert await listed(other) == []
    assert (await listed(client))[0]["withdrawn_at"] is None


async def test_what_was_withdrawn_is_taken_along(actor: Actor, client: httpx2.AsyncClient) -> None:
    given = await client.post(CONSENTS, json=NEWS)
    await client.delete(f"{CONSENTS}/{given.json()['id']}")
    async with actor.work() as work:
        (taken,) = await consents.exported(work)
    assert taken["withdrawn_at"].startswith("2026-11-24T12:00")
