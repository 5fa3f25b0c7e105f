"""Sign-ins that somebody else tries to plant, keep or read: cookies, tokens and keys."""

import logging
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
import structlog
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from cairn.platform.http.credentials import COOKIE, KEY
from cairn.platform.runtime import Runtime
from cairn.platform.telemetry import hide_secrets, hide_words
from tests.conftest import PASSWORD, NewPerson

V1 = "/api/v1"
PRESET = "A" * 43


async def enter(
    nobody: httpx2.AsyncClient, actor: Actor, *, cookie: str | None = None, page: bool = True
) -> httpx2.Response:
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    body = {"email": email, "password": PASSWORD} | ({"as": "page"} if page else {})
    headers = {"X-Cairn": "1"} | ({"Cookie": cookie} if cookie else {})
    answer = await nobody.post(f"{V1}/auth/login", json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer


def given(answer: httpx2.Response) -> str:
    """The cookie's value that an answer sets."""
    name, _, value = answer.headers["set-cookie"].split(";")[0].partition("=")
    assert name == COOKIE
    return str(value)


async def status(nobody: httpx2.AsyncClient, cookie: str) -> int:
    return (await nobody.get(f"{V1}/me", headers={"Cookie": cookie})).status_code


async def test_a_cookie_that_was_there_before_is_never_adopted(nobody: httpx2.AsyncClient, actor: Actor) -> None:
    answer = await enter(nobody, actor, cookie=f"{COOKIE}={PRESET}")

    assert given(answer) != PRESET
    assert await status(nobody, f"{COOKIE}={PRESET}") == 401
    assert await status(nobody, f"{COOKIE}={given(answer)}") == 200


async def test_an_attackers_own_session_put_into_a_browser_ends_when_its_person_signs_in(
    nobody: httpx2.AsyncClient, person: NewPerson
) -> None:
    planted = given(await enter(nobody, await person()))
    own = given(await enter(nobody, await person(), cookie=f"{COOKIE}={planted}"))

    assert await status(nobody, f"{COOKIE}={planted}") == 401
    assert await status(nobody, f"{COOKIE}={own}") == 200


async def test_a_second_cookie_of_the_same_name_is_not_chosen_between(
    nobody: httpx2.AsyncClient, person: NewPerson
) -> None:
    mine, theirs = given(await enter(nobody, await person())), given(await enter(nobody, await person()))
    for tossed in (
        f"{COOKIE}={theirs}; {COOKIE}={mine}",
        f"{COOKIE}={mine}; {COOKIE}={theirs}",
        f"{COOKIE}=; {COOKIE}={mine}",
        f"{COOKIE}={mine};{COOKIE} ={theirs}",
        f"{COOKIE}={mine}, {COOKIE}={theirs}",
    ):
        assert await status(nobody, tossed) == 401, tossed
    assert await status(nobody, f"theme=dark; {COOKIE}={mine}; other=1") == 200


@pytest.mark.parametrize("name", ["cairn", "__host-cairn", "__Secure-cairn", "__Host-cairn2", "=__Host-cairn", "\xa0x"])
async def test_only_the_name_that_browsers_guard_counts(nobody: httpx2.AsyncClient, actor: Actor, name: str) -> None:
    value = given(await enter(nobody, actor))
    answer = await nobody.get(f"{V1}/me", headers={b"Cookie": f"{name}={value}".encode("latin-1")})
    assert answer.status_code == 401


async def test_one_credential_is_not_taken_for_another(nobody: httpx2.AsyncClient, actor: Actor) -> None:
    cookie = given(await enter(nobody, actor))
    tokens = (await enter(nobody, actor, page=False)).json()

    async def bearer(value: str) -> int:
        return (await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {value}"})).status_code

    assert [await bearer(value) for value in (cookie, KEY + cookie, tokens["refresh_token"])] == [401] * 3
    assert await status(nobody, f"{COOKIE}={tokens['access_token']}") == 401
    assert await status(nobody, f"{COOKIE}={tokens['refresh_token']}") == 401
    as_basic = {"Authorization": f"Basic {tokens['access_token']}"}
    assert (await nobody.get(f"{V1}/me", headers=as_basic)).status_code == 401
    # A bad token isn't made good by the cookie beside it.
    both = {"Authorization": "Bearer x", "Cookie": f"{COOKIE}={cookie}"}
    assert (await nobody.get(f"{V1}/me", headers=both)).status_code == 401


async def test_an_access_token_ends_with_its_session(
    nobody: httpx2.AsyncClient, actor: Actor, runtime: Runtime
) -> None:
    tokens = (await enter(nobody, actor, page=False)).json()
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await nobody.get(f"{V1}/me", headers=bearer)).status_code == 200
    assert (await nobody.post(f"{V1}/auth/logout", headers=bearer)).status_code == 204

    assert (await nobody.get(f"{V1}/me", headers=bearer)).status_code == 401
    assert (await nobody.post("/mcp", json={}, headers=bearer)).status_code == 401
    assert (await nobody.get(f"{V1}/events", headers=bearer)).status_code == 401


class TestAKeyInAnAddress:
    """It would stand in histories and in the logs of whatever is between."""

    @pytest.fixture
    async def key(self, client: httpx2.AsyncClient) -> str:
        answer = await client.post(f"{V1}/me/keys", json={"name": "leaky", "scopes": ["account:read:own"]})
        key: str = answer.json()["key"]
        return key

    @pytest.fixture
    def logged(self) -> Iterator[list[dict[str, Any]]]:
        """Every line as it would be written, after what hides secrets."""
        lines: list[dict[str, Any]] = []

        def take(_: Any, __: str, entry: Any) -> Any:
            lines.append(dict(entry))
            raise structlog.DropEvent

        before = structlog.get_config()
        structlog.configure(processors=[hide_secrets, structlog.processors.format_exc_info, hide_words, take])
        yield lines
        structlog.configure(**before)

    @pytest.mark.parametrize("name", ["key", "access_token", "api_key", "token", "authorization"])
    async def test_opens_nothing(self, nobody: httpx2.AsyncClient, key: str, name: str) -> None:
        answer = await nobody.get(f"{V1}/me", params={name: key})
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/key-in-address")
        assert key not in answer.text
        assert (await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {key}"})).status_code == 200

    async def test_is_refused_beside_a_header_that_would_do(self, nobody: httpx2.AsyncClient, key: str) -> None:
        answer = await nobody.get(f"{V1}/me", params={"key": key}, headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code == 401

    async def test_is_in_no_line_of_the_log(
        self,
        nobody: httpx2.AsyncClient,
        key: str,
        logged: list[dict[str, Any]],
        caplog: pytest.LogCaptureFixture,
        runtime: Runtime,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        caplog.set_level(logging.DEBUG)
        bearer = {"Authorization": f"Bearer {key}"}
        await nobody.get(f"{V1}/me", params={"key": key})
        await nobody.get(f"{V1}/tasks/{key}", headers=bearer)
        await nobody.get(f"/somewhere/{key}?key={key}", headers=bearer)

        async def fails(*_: object, **__: object) -> None:
            raise LookupError(f"no luck with {key}")

        monkeypatch.setattr(runtime, "_opened", fails)
        assert (await nobody.get(f"{V1}/me", headers=bearer)).status_code == 500
        assert (await nobody.get(f"{V1}/tasks/{key}", headers=bearer)).status_code == 500

        failed = [line for line in logged if line["event"] == "request.failed"]
        assert len(failed) == 2
        assert "(hidden)" in failed[0]["exception"]
        assert "(hidden)" in failed[1]["path"]
        assert key not in repr(logged)
        # The client of this test writes down what it asks for; that is no log of Cairn.
        assert not [one for one in caplog.records if key in one.getMessage() and not one.name.startswith("httpx2")]

    async def test_is_in_no_row(self, nobody: httpx2.AsyncClient, key: str, runtime: Runtime) -> None:
        await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {key}"})
        async with runtime.system() as work:
            rows = (await work.session.execute(text("select args::text from procrastinate_jobs"))).scalars()
            assert not [row for row in rows if key in row]
