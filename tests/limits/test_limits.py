"""Limits over HTTP: who is counted for what, what they are told, and what administrators see of it."""

import asyncio
import secrets
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from prometheus_client import REGISTRY
from pydantic import SecretStr
from sqlalchemy import text

from cairn.app import assemble
from cairn.app.build import create_api
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.environment import Environment
from cairn.app.errors import SetupError
from cairn.app.features import FEATURES
from cairn.app.processes import refuse_unlimited
from cairn.app.settings import sections_of
from cairn.limits import service
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.place import Place
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.conftest import PASSWORD, ClientFor, NewPerson

ME = "/api/v1/me"
KEYS = "/.well-known/jwks.json"


@pytest.fixture
def protection() -> Protection:
    return Protection(_env_file=None, limit_person=10, limit_address=50, quota_user=14, quota_premium=1000)


def asking(runtime: Runtime, address: str, **headers: str) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=create_api(runtime, lifespan=None), client=(address, 50_000))
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000", headers=named)


def somewhere() -> str:
    return f"198.18.{secrets.randbelow(256)}.{secrets.randbelow(256)}"


async def statuses(client: httpx2.AsyncClient, many: int, path: str = ME) -> list[int]:
    return [(await client.get(path)).status_code for _ in range(many)]


async def promoted(actor: Actor, role: str) -> Actor:
    async with actor.runtime.system() as work:
        await work.session.execute(
            text("update users set role = :role where id = :id"), {"id": actor.user_id, "role": role}
        )
    found = await actor.runtime.person(actor.user_id)
    assert found is not None
    return found


async def cookie(client: httpx2.AsyncClient) -> str:
    """A page's session of somebody new."""
    body = {"email": f"{secrets.token_hex(6)}@example.org", "password": PASSWORD}
    assert (await client.post("/api/v1/auth/register", json=body)).status_code == 201
    opened = await client.post("/api/v1/auth/login", json={**body, "as": "page"}, headers={"X-Cairn": "1"})
    return str(opened.headers["set-cookie"].split(";")[0])


async def test_a_person_is_told_what_is_left_and_then_when_to_come_again(
    person: NewPerson, client_for: ClientFor, clock: StillClock
) -> None:
    await person()  # the first account of an installation is its administrator, who has more in a day
    client = client_for(await person())
    answer = await client.get(ME)
    assert answer.headers["ratelimit-policy"] == '"burst";q=10;w=60, "day";q=14;w=86400'
    assert answer.headers["ratelimit"].startswith('"burst";r=9;t=6, "day";r=13;t=')
    assert await statuses(client, 9) == [200] * 9

    refused = await client.get(ME)
    assert (refused.status_code, refused.headers["content-type"]) == (429, "application/problem+json")
    assert (refused.headers["retry-after"], refused.json()["type"]) == ("6", "/problems/too-many-requests")
    assert refused.headers["ratelimit"].startswith('"burst";r=0;t=6')

    clock.forward(timedelta(seconds=6))
    assert await statuses(client, 2) == [200, 429]


async def test_many_at_once_get_no_more_than_there_is(client: httpx2.AsyncClient) -> None:
    await client.get(ME)
    answers = await asyncio.gather(*(client.get(ME) for _ in range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [429] * 11


async def test_cookie_and_token_of_one_person_are_counted_together(runtime: Runtime) -> None:
    async with asking(runtime, somewhere()) as client:
        body = {"email": f"{secrets.token_hex(6)}@example.org", "password": PASSWORD}
        await client.post("/api/v1/auth/register", json=body)
        token = (await client.post("/api/v1/auth/login", json=body)).json()["access_token"]
        page = await client.post("/api/v1/auth/login", json={**body, "as": "page"}, headers={"X-Cairn": "1"})
        shown = {"Cookie": page.headers["set-cookie"].split(";")[0]}
        bearer = {"Authorization": f"Bearer {token}"}
        mixed = [(await client.get(ME, headers=shown if turn % 2 else bearer)).status_code for turn in range(12)]
    assert mixed == [200] * 10 + [429] * 2


async def test_a_refused_change_is_not_made_and_may_be_sent_again(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await statuses(client, 10)
    key = {"Idempotency-Key": "tea"}
    assert (await client.post("/api/v1/tasks", json={"title": "tea"}, headers=key)).status_code == 429
    clock.forward(timedelta(minutes=1))
    assert (await client.get("/api/v1/tasks")).json()["items"] == []
    assert (await client.post("/api/v1/tasks", json={"title": "tea"}, headers=key)).status_code == 201


async def test_a_day_has_a_quota_by_plan(person: NewPerson, client_for: ClientFor, clock: StillClock) -> None:
    client, premium = client_for(await person()), client_for(await promoted(await person(), "premium"))
    await statuses(client, 10)
    await statuses(premium, 10)
    clock.forward(timedelta(minutes=1))
    assert await statuses(client, 5) == [200] * 4 + [429]
    refused = await client.get(ME)
    assert refused.json()["type"] == "/problems/daily-quota-reached"
    assert int(refused.headers["retry-after"]) > 6000
    assert await statuses(premium, 5) == [200] * 5


async def test_an_address_is_counted_whoever_comes_from_it_and_whatever_they_claim(runtime: Runtime) -> None:
    address = somewhere()
    async with asking(runtime, address) as plain, asking(runtime, address, x_forwarded_for="203.0.113.1") as forged:
        got = await statuses(plain, 30) + await statuses(forged, 25)
        assert got.count(401) == 50
        assert got[50:] == [429] * 5
        told = await plain.get(ME)
        assert told.headers["ratelimit-policy"] == '"address";q=50;w=60, "everybody";q=60000;w=60'
        assert told.headers["retry-after"] == "2"
    async with asking(runtime, somewhere()) as other:
        assert (await other.get(ME)).status_code == 401


async def test_all_addresses_of_one_connection_are_one(runtime: Runtime) -> None:
    network, got = f"2001:db8:{secrets.randbelow(65536):x}:1", []
    for number in range(1, 55):
        async with asking(runtime, f"{network}::{number:x}") as client:
            got += await statuses(client, 1)
    assert got == [401] * 50 + [429] * 4


async def test_files_health_and_figures_are_free(runtime: Runtime) -> None:
    async with asking(runtime, somewhere()) as client:
        for path in ("/health", KEYS, "/", "/assets/nothing.js", "/manifest.webmanifest"):
            answers = [await client.get(path) for _ in range(55)]
            assert all(answer.status_code != 429 and "ratelimit" not in answer.headers for answer in answers), path


async def test_this_machine_has_room_for_many_people(runtime: Runtime) -> None:
    async with asking(runtime, "127.0.0.1") as client:
        assert await statuses(client, 200) == [401] * 200


async def test_who_needs_no_limit_has_none(
    database: Urls, server: EmbeddedPostgres, clock: StillClock, tmp_path: Path, person: NewPerson
) -> None:
    actor = await person()
    free = Protection(
        _env_file=None, limit_person=2, limit_address=5, unlimited=f"203.0.113.0/24, {str(actor.user_id).upper()}"
    )
    own = {Place: Place(data=tmp_path / "data", pool_size=5), Protection: free}
    settings = Settings(own.get(section) or section(_env_file=None) for section in sections_of(FEATURES))
    runtime = assemble.build(settings, server.secrets, database, clock=clock)
    await runtime.start()
    try:
        async with asking(runtime, "203.0.113.77") as client:
            shown = {"Cookie": await cookie(client)}
            assert await statuses(client, 20) == [401] * 20
            mine = [(await client.get(ME, headers=shown)).status_code for _ in range(3)]
            assert mine == [200, 200, 429]  # the place is free, the person isn't
        found = await runtime.person(actor.user_id)
        assert found is not None
        async with asking(runtime, "203.0.113.78") as client:
            async with found.work() as work:
                email = await service_address(work)
            token = (await client.post("/api/v1/auth/login", json={"email": email, "password": PASSWORD})).json()
            bearer = {"Authorization": f"Bearer {token['access_token']}"}
            assert {(await client.get(ME, headers=bearer)).status_code for _ in range(20)} == {200}
    finally:
        await runtime.stop()


async def service_address(work: object) -> str:
    from cairn.accounts import service as accounts
    from cairn.platform.work import UnitOfWork

    assert isinstance(work, UnitOfWork)
    return await accounts.address_of(work, work.user_id)


async def test_an_administrator_sees_where_limits_were_reached(
    runtime: Runtime, person: NewPerson, client_for: ClientFor
) -> None:
    actor, administrator = await person(), client_for(await promoted(await person(), "administrator"), factors=2)
    await statuses(client_for(actor), 13)
    address = somewhere()
    async with asking(runtime, address) as client:
        body = {"email": f"{secrets.token_hex(6)}@example.org", "password": "not this one"}
        for _ in range(7):
            await client.post("/api/v1/auth/login", json=body)

    page = (await administrator.get("/api/v1/admin/limits/violations")).json()
    mine = next(one for one in page["items"] if one["user_id"] == str(actor.user_id))
    assert (mine["policy"], mine["refused"], mine["network"]) == ("burst", 3, "127.0.0.1/32")
    theirs = next(one for one in page["items"] if one["network"] == f"{address}/32")
    assert (theirs["policy"], theirs["refused"], theirs["user_id"]) == ("sign-in", 2, None)

    first = (await administrator.get("/api/v1/admin/limits/violations", params={"limit": 1})).json()
    following = {"limit": 1, "cursor": first["next_cursor"]}
    second = (await administrator.get("/api/v1/admin/limits/violations", params=following)).json()
    assert first["items"][0]["id"] != second["items"][0]["id"]

    present = (await administrator.get("/api/v1/admin/limits")).json()
    assert present["counted"] is True
    assert {"name": "burst", "plan": None, "quota": 10, "seconds": 60} in present["policies"]
    assert [one["plan"] for one in present["policies"] if one["name"] == "day"] == ["user", "premium"]


async def test_nobody_else_does(client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor) -> None:
    await client.get(ME)
    other = client_for(await person())
    for path in ("/api/v1/admin/limits", "/api/v1/admin/limits/violations"):
        assert (await other.get(path)).status_code == 403
        assert (await client_for(None).get(path)).status_code == 401


async def test_refusals_are_counted_in_the_figures(client: httpx2.AsyncClient) -> None:
    before = REGISTRY.get_sample_value("cairn_limited_total", {"policy": "burst"}) or 0
    await statuses(client, 12)
    assert REGISTRY.get_sample_value("cairn_limited_total", {"policy": "burst"}) == before + 2


async def test_what_is_old_is_forgotten_and_there_are_never_too_many(
    runtime: Runtime, person: NewPerson, client_for: ClientFor, clock: StillClock
) -> None:
    actor = await person()
    await statuses(client_for(actor), 12)
    administrator = client_for(await promoted(await person(), "administrator"), factors=2)
    await administrator.get("/api/v1/admin/limits/violations")

    async def kept() -> int:
        async with runtime.system() as work:
            count = text("select count(*) from limit_violations where user_id = :id")
            return int(await work.session.scalar(count, {"id": actor.user_id}) or 0)

    await service.clear_away(runtime)
    assert await kept() == 1
    clock.forward(timedelta(days=31))
    await service.clear_away(runtime)
    assert await kept() == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.9", "::", "cairn.example"])
def test_limits_are_not_off_where_others_can_come(host: str, tmp_path: Path) -> None:
    off = Protection(_env_file=None, rate_limits="off")
    with pytest.raises(SetupError, match="CAIRN_RATE_LIMITS=off"):
        refuse_unlimited(Environment(tmp_path, host, 8000, None, None, None), off)
    refuse_unlimited(Environment(tmp_path, host, 8000, None, None, None), Protection(_env_file=None))


def test_limits_are_not_off_behind_a_proxy(tmp_path: Path) -> None:
    here = Environment(tmp_path, "127.0.0.1", 8000, None, None, None)
    refuse_unlimited(here, Protection(_env_file=None, rate_limits="off"))
    with pytest.raises(SetupError):
        refuse_unlimited(here, Protection(_env_file=None, rate_limits="off", trusted_proxies="127.0.0.1"))


@pytest.mark.parametrize("unlimited", ["everybody", "10.0.0.0/99", "1234-5678-1234-5678-1234"])
def test_what_is_unlimited_is_named_clearly(unlimited: str) -> None:
    with pytest.raises(ValueError, match="must be addresses, networks or ids"):
        Protection(_env_file=None, unlimited=unlimited)


@pytest.fixture
def valkey() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    program = shutil.which("valkey-server") or shutil.which("redis-server")
    if program is None:
        pytest.skip("neither valkey-server nor redis-server is installed")
    folder = Path("/tmp") / f"cairn-valkey-{secrets.token_hex(4)}"
    folder.mkdir()
    socket = folder / "socket"
    command = [program, "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        while not socket.exists():
            assert server.poll() is None
        yield f"unix://{socket}", server
        server.kill()
    shutil.rmtree(folder)


@pytest.fixture
async def two_processes(
    valkey: tuple[str, "subprocess.Popen[bytes]"],
    database: Urls,
    server: EmbeddedPostgres,
    clock: StillClock,
    tmp_path: Path,
) -> AsyncIterator[tuple[Runtime, Runtime]]:
    shared = Protection(_env_file=None, limit_person=10, limit_address=0, limits_url=SecretStr(valkey[0]))
    own = {Place: Place(data=tmp_path / "data", pool_size=5), Protection: shared}
    settings = Settings(own.get(section) or section(_env_file=None) for section in sections_of(FEATURES))
    one, other = (assemble.build(settings, server.secrets, database, clock=clock) for _ in range(2))
    await one.start()
    await other.start()
    yield one, other
    await one.stop()
    await other.stop()


async def test_processes_that_share_a_store_count_together(
    two_processes: tuple[Runtime, Runtime], valkey: tuple[str, "subprocess.Popen[bytes]"]
) -> None:
    one, other = (asking(runtime, "127.0.0.1") for runtime in two_processes)
    shown = {"Cookie": await cookie(one)}
    first = await one.get(ME, headers=shown)
    assert first.headers["ratelimit"].startswith('"burst";r=9;')
    answers = [await client.get(ME, headers=shown) for _ in range(10) for client in (one, other)]
    # The store keeps its own time, so that one may be free again every six seconds; two that count alone would give 19.
    allowed = sum(answer.status_code == 200 for answer in answers)
    assert 9 <= allowed < 19
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert int(refused.headers["retry-after"]) <= 6

    before = REGISTRY.get_sample_value("cairn_limits_away_total") or 0
    valkey[1].kill()
    valkey[1].wait()
    alone = [(await one.get(ME, headers=shown)).status_code for _ in range(5)]
    assert alone == [200] * 5
    assert (REGISTRY.get_sample_value("cairn_limits_away_total") or 0) > before
    await one.aclose()
    await other.aclose()
