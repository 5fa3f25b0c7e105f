"""Where a person is signed in: listed, ended one by one and all at once, never more than there may be."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import repository, sessions
from cairn.accounts import service as accounts
from cairn.accounts.errors import WrongCredentials
from cairn.accounts.schemas import Login
from cairn.accounts.settings import AccountSettings
from cairn.platform.actor import Actor, Credential
from cairn.platform.clock import StillClock
from cairn.platform.http.credentials import COOKIE, hashed
from cairn.platform.http.events import stream
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.conftest import PASSWORD, ClientFor, NewPerson

V1 = "/api/v1"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/19.0 Mobile/15E148 Safari/604.1"
)

SignIn = Callable[..., Awaitable[dict[str, str]]]


@pytest.fixture
def sign_in(client_for: ClientFor) -> SignIn:
    """Signs somebody in and gives the headers that show it: `await sign_in(actor, page=True, agent=…)`."""

    async def enter(
        actor: Actor, *, page: bool = False, agent: str = FIREFOX, cookie: str | None = None
    ) -> dict[str, str]:
        async with actor.work() as work:
            email = await accounts.address_of(work, work.user_id)
        body = {"email": email, "password": PASSWORD} | ({"as": "page"} if page else {})
        headers = {"X-Cairn": "1", "User-Agent": agent} | ({"Cookie": cookie} if cookie else {})
        answer = await client_for(None).post(f"{V1}/auth/login", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
        if page:
            return {"Cookie": answer.headers["set-cookie"].split(";")[0], "X-Cairn": "1"}
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    return enter


async def listed(nobody: httpx2.AsyncClient, shown: dict[str, str]) -> list[dict[str, Any]]:
    answer = await nobody.get(f"{V1}/me/sessions", headers=shown)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def stands(nobody: httpx2.AsyncClient, shown: dict[str, str]) -> bool:
    return (await nobody.get(f"{V1}/me", headers=shown)).status_code == 200


async def test_the_list_tells_devices_apart_and_which_one_asks(
    nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn, clock: StillClock
) -> None:
    await sign_in(actor, page=True, agent=SAFARI)
    clock.forward(timedelta(minutes=5))
    here = await sign_in(actor, agent=FIREFOX)

    laptop, phone = await listed(nobody, here)

    assert (laptop["browser"], laptop["system"], laptop["kind"], laptop["current"]) == (
        "Firefox",
        "Linux",
        "tokens",
        True,
    )
    assert (phone["browser"], phone["system"], phone["kind"], phone["current"]) == ("Safari", "iPhone", "page", False)
    assert (phone["factors"], phone["place"], phone["address"]) == (1, None, "127.0.0.1")
    assert laptop["last_seen_at"] > phone["last_seen_at"]


async def test_what_ended_ran_out_or_rested_too_long_is_not_listed(
    nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn, clock: StillClock
) -> None:
    left = await sign_in(actor)
    await nobody.post(f"{V1}/auth/logout", headers=left)
    await sign_in(actor, page=True)
    clock.forward(timedelta(minutes=30))
    here = await sign_in(actor)

    assert [one["current"] for one in await listed(nobody, here)] == [True]


async def test_the_list_comes_in_pages(nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn) -> None:
    shown = [await sign_in(actor) for _ in range(3)][-1]
    first = (await nobody.get(f"{V1}/me/sessions?limit=2", headers=shown)).json()
    rest = await nobody.get(f"{V1}/me/sessions", params={"limit": 2, "cursor": first["next_cursor"]}, headers=shown)

    ids = [one["id"] for one in first["items"] + rest.json()["items"]]
    assert len(set(ids)) == 3
    assert rest.json()["next_cursor"] is None


async def test_use_is_written_once_a_minute(
    nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn, clock: StillClock, runtime: Runtime
) -> None:
    shown = await sign_in(actor)

    async def version() -> str:
        async with runtime.system() as work:
            query = text("select xmin::text from sessions where user_id = :user_id")
            return str(await work.session.scalar(query, {"user_id": actor.user_id}))

    before = await version()
    clock.forward(timedelta(seconds=60))
    assert await stands(nobody, shown)
    assert await version() == before
    clock.forward(timedelta(seconds=1))
    assert await stands(nobody, shown)
    after = await version()
    assert after != before
    assert await stands(nobody, shown)
    assert await version() == after


async def test_one_device_is_signed_out_at_once_and_only_once(
    nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn
) -> None:
    phone, here = await sign_in(actor, page=True), await sign_in(actor)
    (other,) = [one["id"] for one in await listed(nobody, here) if not one["current"]]

    assert (await nobody.delete(f"{V1}/me/sessions/{other}", headers=here)).status_code == 204
    assert not await stands(nobody, phone)
    assert await stands(nobody, here)
    assert (await nobody.delete(f"{V1}/me/sessions/{other}", headers=here)).status_code == 404


async def test_somebody_elses_session_is_not_there(
    nobody: httpx2.AsyncClient, person: NewPerson, sign_in: SignIn
) -> None:
    ana, rui = await sign_in(await person()), await sign_in(await person())
    (theirs,) = [one["id"] for one in await listed(nobody, rui)]

    answer = await nobody.delete(f"{V1}/me/sessions/{theirs}", headers=ana)

    assert answer.status_code == 404
    assert await stands(nobody, rui)


async def test_all_others_are_signed_out_and_nobody_elses(
    nobody: httpx2.AsyncClient, person: NewPerson, sign_in: SignIn
) -> None:
    ana, rui = await person(), await sign_in(await person())
    others = [await sign_in(ana), await sign_in(ana, page=True)]
    here = await sign_in(ana, page=True)

    answer = await nobody.post(f"{V1}/me/sessions/end-others", headers=here)

    assert answer.json() == {"ended": 2}
    assert [await stands(nobody, one) for one in (*others, here, rui)] == [False, False, True, True]
    assert (await nobody.post(f"{V1}/me/sessions/end-others", headers=here)).json() == {"ended": 0}


class TestTheLimit:
    """Sign-ins over the limit end those used longest ago."""

    @pytest.fixture(params=[1, 3])
    def most(self, request: pytest.FixtureRequest) -> int:
        return int(request.param)

    @pytest.fixture
    def settings(self, settings: Settings, most: int) -> Settings:
        return Settings(
            AccountSettings(_env_file=None, session_limit=most) if isinstance(one, AccountSettings) else one
            for one in settings.sections()
        )

    async def test_the_one_unused_for_longest_ends(
        self, nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn, clock: StillClock, most: int
    ) -> None:
        opened = []
        for _ in range(most):
            opened.append(await sign_in(actor))
            clock.forward(timedelta(minutes=2))
        assert await stands(nobody, opened[0])  # used now, and so no longer the one unused for longest
        clock.forward(timedelta(minutes=2))

        newest = await sign_in(actor)

        assert await stands(nobody, newest)
        assert len(await listed(nobody, newest)) == most
        assert await stands(nobody, opened[0]) == (most > 1)

    async def test_twenty_at_once_do_not_exceed_it(self, nobody: httpx2.AsyncClient, actor: Actor, most: int) -> None:
        opened = await asyncio.gather(*(_proven(actor, page=number % 2 == 0) for number in range(20)))

        assert sum([await stands(nobody, one) for one in opened]) == most

    async def test_the_stream_of_one_that_gave_way_closes(self, actor: Actor, sign_in: SignIn, most: int) -> None:
        first = await sign_in(actor, page=True)
        listener = await _by_cookie(actor.runtime, first)
        async with aclosing(stream(listener, None)) as lines:
            assert b"event: hello" in await anext(lines)
            for _ in range(most):
                await sign_in(actor, page=True)
            told = [line async for line in lines]
        assert b"event: session.ended" in told[-1]


async def _proven(actor: Actor, *, page: bool) -> dict[str, str]:
    """A session of somebody who proved who they are: what it shows. So many passwords at once would be refused."""
    async with actor.runtime.system() as work:
        user = await repository.get(work, actor.user_id)
        begun = await sessions.begin(work, user, sessions.Wished(page=page, remember=False))
    opened = await sessions.opened(actor.runtime, begun)
    if opened.tokens is not None:
        return {"Authorization": f"Bearer {opened.tokens.access_token}"}
    return {"Cookie": f"{COOKIE}={opened.cookie}"}


async def _by_cookie(runtime: Runtime, shown: dict[str, str]) -> Actor:
    return await runtime.identify(Credential("page", hashed(shown["Cookie"].partition("=")[2])))


async def test_by_default_a_person_has_twenty_devices(
    nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn, runtime: Runtime
) -> None:
    assert runtime.settings.of(AccountSettings).session_limit == 20


async def test_a_stream_closes_with_its_session(actor: Actor, sign_in: SignIn, nobody: httpx2.AsyncClient) -> None:
    here, there = await sign_in(actor), await sign_in(actor, page=True)
    listener = await _by_cookie(actor.runtime, there)
    async with aclosing(stream(listener, None)) as lines:
        await anext(lines)
        await nobody.post(f"{V1}/me/sessions/end-others", headers=here)
        told = [line async for line in lines]
    assert b"session.ended" in told[-1]
    assert [line for line in told if b'"here": true' in line] == told[-1:]


async def test_a_stream_is_told_of_the_end_of_another_session_as_of_anothers(
    actor: Actor, sign_in: SignIn, nobody: httpx2.AsyncClient
) -> None:
    here, _ = await sign_in(actor, page=True), await sign_in(actor, page=True)
    listener = await _by_cookie(actor.runtime, here)
    async with aclosing(stream(listener, None)) as lines:
        await anext(lines)
        await nobody.post(f"{V1}/me/sessions/end-others", headers={**here, "X-Cairn": "1"})
        told = await anext(lines)
        assert b"session.ended" in told
        assert b"here" not in told


async def test_the_end_of_all_sessions_may_spare_the_one_that_asks(
    actor: Actor, sign_in: SignIn, nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    others = [await sign_in(actor), await sign_in(actor, page=True)]
    here = await sign_in(actor, page=True)
    mine = (await _by_cookie(runtime, here)).session_id
    async with runtime.system() as work:
        assert await sessions.end_all(work, actor.user_id, "the password was changed", but=mine) == 2

    assert [await stands(nobody, one) for one in (*others, here)] == [False, False, True]


async def test_suspension_and_a_new_role_hold_for_tokens_that_are_out(
    actor: Actor, sign_in: SignIn, nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    shown = await sign_in(actor)

    async def set_(column: str, value: object) -> None:
        async with runtime.system() as work:
            await work.session.execute(
                text(f"update users set {column} = :value where id = :id"), {"value": value, "id": actor.user_id}
            )

    await set_("role", "premium")
    assert (await nobody.get(f"{V1}/me", headers=shown)).json()["role"] == "premium"
    await set_("disabled_at", runtime.clock.now())
    assert not await stands(nobody, shown)


async def test_a_sign_in_that_was_under_way_when_the_password_changed_opens_nothing(
    actor: Actor, runtime: Runtime, nobody: httpx2.AsyncClient
) -> None:
    """The password was checked against a row that is another by now: the session would outlive the change."""
    async with runtime.system() as work:
        seen = await repository.get(work, actor.user_id)
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set password_hash = 'another' where id = :id"), {"id": actor.user_id}
        )
        await sessions.end_all(work, actor.user_id, "the password was changed")
    with pytest.raises(WrongCredentials):
        async with runtime.system() as work:
            await sessions.begin(work, seen, sessions.Wished(page=False, remember=False))


async def test_a_browser_that_signs_in_anew_leaves_no_session_behind(
    nobody: httpx2.AsyncClient, actor: Actor, sign_in: SignIn
) -> None:
    before = await sign_in(actor, page=True)
    after = await sign_in(actor, page=True, cookie=before["Cookie"])

    assert before["Cookie"] != after["Cookie"]
    assert [await stands(nobody, one) for one in (before, after)] == [False, True]


async def test_staying_signed_in_lasts_as_long_as_configured(actor: Actor, runtime: Runtime) -> None:
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    remembered = Login.model_validate({"email": email, "password": PASSWORD, "as": "page", "remember": True})
    opened = await sessions.sign_in(runtime, remembered, "tests")
    assert isinstance(opened, sessions.Opened)
    assert opened.lasts == timedelta(days=90)
