"""A session goes idle when its person does nothing, whatever the page that is open goes on asking."""

import asyncio
from contextlib import aclosing, suppress
from datetime import timedelta

import httpx2
import pytest

from cairn.accounts import service, sessions
from cairn.accounts.schemas import Login
from cairn.platform.actor import Actor, Credential
from cairn.platform.clock import StillClock
from cairn.platform.http import events
from cairn.platform.http.credentials import COOKIE, hashed
from cairn.platform.runtime import Runtime
from tests.conftest import PASSWORD, ClientFor

V1 = "/api/v1"
BY_ITSELF = {"X-Cairn-Unattended": "1"}
TWENTY_MINUTES = timedelta(minutes=20)


@pytest.fixture
async def cookie(actor: Actor) -> str:
    """The secret of a page that somebody signed in from just now."""
    async with actor.work() as work:
        email = await service.address_of(work, work.user_id)
    login = Login.model_validate({"email": email, "password": PASSWORD, "as": "page"})
    opened = await sessions.sign_in(actor.runtime, login, "tests")
    assert isinstance(opened, sessions.Opened)
    assert opened.cookie is not None
    return opened.cookie


@pytest.fixture
async def page(cookie: str, client_for: ClientFor) -> httpx2.AsyncClient:
    client = client_for(None)
    client.headers["Cookie"] = f"{COOKIE}={cookie}"
    return client


async def asked(page: httpx2.AsyncClient, headers: dict[str, str] | None = None) -> int:
    return (await page.get(f"{V1}/today", headers=headers)).status_code


async def test_what_its_person_does_keeps_a_session(page: httpx2.AsyncClient, clock: StillClock) -> None:
    for _ in range(4):
        clock.forward(TWENTY_MINUTES)
        assert await asked(page) == 200


async def test_what_a_page_asks_by_itself_does_not(page: httpx2.AsyncClient, clock: StillClock) -> None:
    clock.forward(TWENTY_MINUTES)
    assert await asked(page, BY_ITSELF) == 200
    clock.forward(TWENTY_MINUTES)
    assert await asked(page, BY_ITSELF) == 401
    assert await asked(page) == 401


async def test_a_stream_is_no_use_when_it_is_opened_and_opened_again(
    page: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    for _ in range(2):
        clock.forward(timedelta(minutes=14))
        listening = asyncio.create_task(page.get(f"{V1}/events"))
        async with asyncio.timeout(10):
            while not runtime.live.open_streams:  # noqa: ASYNC110  nothing tells a test that somebody listens
                await asyncio.sleep(0.01)
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
    clock.forward(timedelta(minutes=2))
    assert await asked(page) == 401


async def test_an_open_stream_keeps_nobody_signed_in_and_ends_when_they_went_idle(
    cookie: str, runtime: Runtime, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "CHECKED_AFTER_SECONDS", 0)
    monkeypatch.setattr(events, "KEEP_ALIVE_SECONDS", 0.01)
    credential = Credential("page", hashed(cookie))
    listener = await runtime.identify(credential)
    async with aclosing(events.stream(listener, None)) as lines:
        assert b"hello" in await anext(lines)
        clock.forward(TWENTY_MINUTES)
        assert b"still here" in await anext(lines)  # it was asked meanwhile whether the session stands
        assert b"still here" in await anext(lines)
        clock.forward(timedelta(minutes=9))
        assert b"still here" in await anext(lines)
        clock.forward(timedelta(minutes=2))
        async with asyncio.timeout(10):
            assert [line async for line in lines if b"still here" not in line] == []


async def test_a_stream_goes_on_while_its_person_does_something(
    cookie: str, page: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "CHECKED_AFTER_SECONDS", 0)
    monkeypatch.setattr(events, "KEEP_ALIVE_SECONDS", 0.01)
    listener = await runtime.identify(Credential("page", hashed(cookie)))
    async with aclosing(events.stream(listener, None)) as lines:
        assert b"hello" in await anext(lines)
        for _ in range(3):
            clock.forward(TWENTY_MINUTES)
            assert await asked(page) == 200
            assert b"still here" in await anext(lines)
            assert b"still here" in await anext(lines)
