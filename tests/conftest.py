"""One PostgreSQL for a run, one migrated database for each test worker, new people for every test."""

import asyncio
import gc
import os
import secrets
import shutil
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import astuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import psycopg
import pytest
from psycopg import sql
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pwdlib.hashers.bcrypt import BcryptHasher
from sqlalchemy import text

from cairn.accounts import passwords, repository, sessions
from cairn.accounts import service as accounts
from cairn.accounts.schemas import Login, Register
from cairn.app import assemble, migrate
from cairn.app.build import create_api
from cairn.app.database import Urls, login
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.permissions import Role
from cairn.platform.place import Place
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Section, Settings
from cairn.platform.work import UnitOfWork
from tests.kept import keeping

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""A Tuesday, noon in Lisbon: where every test's clock stands until it is moved."""

PASSWORD = "correct horse battery"

NewPerson = Callable[..., Awaitable[Actor]]
ClientFor = Callable[..., httpx2.AsyncClient]
RunJobs = Callable[[], Awaitable[None]]


@pytest.hookimpl(trylast=True)  # once it is known what is left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: begun last, one would hold up the whole run alone. They are dealt to the workers.

    Each worker begins with a block of what is collected, and who is done takes from the end of what another has left.
    """
    ordered = sorted(items, key=_how_short)
    longest = [item for item in ordered if _how_short(item) < OTHERS]
    others = ordered[len(longest) :]
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    items.clear()
    for worker in range(workers):
        mine = longest[worker::workers]
        block = (len(ordered) - len(items)) // (workers - worker)
        fill = max(0, block - len(mine))
        items += mine + others[:fill]
        del others[:fill]
    items += others


OTHERS = 2


def pytest_collection_finish() -> None:
    """What was imported stays, and need not be looked through for what doesn't: a seventh of the whole run's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _how_short(item: pytest.Item) -> int:
    if item.get_closest_marker("kills"):
        return 0
    return 1 if item.path.parent.name == "journeys" or item.path.stem == "test_growth" else OTHERS


@pytest.fixture(scope="session")
def server() -> Iterator[EmbeddedPostgres]:
    """This worker's use of the run's server. The run's own folder is named by its process, so runs don't meet."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())
    place = Path("/tmp") / f"cairn-tests-{run[:12]}"
    place.mkdir(mode=0o755, exist_ok=True)
    with EmbeddedPostgres(place / "data") as postgres:
        _make_light(postgres)
        yield postgres
    if not postgres.runs():
        shutil.rmtree(place, ignore_errors=True)


def _make_light(server: EmbeddedPostgres) -> None:
    """What is in this server need not outlive a crash, and each test signs in anew with several connections.

    Tests of durability and of the server itself have servers of their own, set up as everywhere.
    """
    address = server.superuser_url("postgres")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(1)")  # workers come at once, and one role can't be altered twice
        for light in ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "scram_iterations = 1"):
            connection.execute(f"alter system set {light}")
        connection.execute("select pg_reload_conf()")
        with psycopg.connect(address, autocommit=True) as reloaded:
            for url in astuple(server.urls()):
                role, password = login(url)
                verifier = reloaded.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
                alter = sql.SQL("alter role {} password {}")
                reloaded.execute(alter.format(sql.Identifier(role), sql.Literal(verifier)))


@pytest.fixture(scope="session", autouse=True)
def costly_hash() -> Iterator[PasswordHash]:
    """A password costs a tenth of a second on purpose, which only tests of that cost pay: with this hash.

    Programs that a test starts pay it too.
    """
    costly = passwords._hash
    quick = PasswordHash([Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1), BcryptHasher()])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hash", quick)
        yield costly


@pytest.fixture(scope="session")
def database(server: EmbeddedPostgres) -> Iterator[Urls]:
    name = f"test_{secrets.token_hex(4)}"
    urls = server.create_database(name)
    migrate.upgrade(urls.owner)
    with keeping(urls):
        yield urls
    server.drop_database(name)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(NOON)


@pytest.fixture
def protection() -> Protection:
    """Proxies and limits, as a test module about them may set them. Others ask for more in a minute than any person."""
    return Protection(_env_file=None, rate_limits="off")


@pytest.fixture(scope="session")
def plain() -> Mapping[type[Section], Section]:
    """Every section as it is without any environment. They can't be changed, so the tests of a worker share them."""
    return {section: section(_env_file=None) for section in sections_of(FEATURES)}


@pytest.fixture
def settings(tmp_path: Path, protection: Protection, plain: Mapping[type[Section], Section]) -> Settings:
    """Every section as it is without any environment, with a data folder of the test's own."""
    own: dict[type[Section], Section] = {Place: Place(data=tmp_path / "data", pool_size=5), Protection: protection}
    return Settings({**plain, **own}.values())


@pytest.fixture
async def runtime(
    database: Urls, server: EmbeddedPostgres, clock: StillClock, settings: Settings
) -> AsyncIterator[Runtime]:
    runtime = assemble.build(settings, server.secrets, database, clock=clock)
    await runtime.start()
    yield runtime
    await runtime.stop()


@pytest.fixture
async def person(runtime: Runtime) -> NewPerson:
    """Makes people: `await person()`, `await person(time_zone="America/New_York", locale="pt")`.

    The first account of a database is an administrator's; here everybody has the role that the test names.
    """

    async def make(
        *, time_zone: str = "Europe/Lisbon", locale: str = "en", name: str = "Ana", role: Role = Role.USER
    ) -> Actor:
        email = f"{secrets.token_hex(6)}@example.org"
        words = Register(email=email, password=PASSWORD, name=name, time_zone=time_zone, locale=locale)
        user = await accounts.create(runtime, await accounts.checked(words, role=role))
        actor = await runtime.person(user.id)
        assert actor is not None
        return actor

    return make


@pytest.fixture
async def actor(person: NewPerson) -> Actor:
    return await person()


@pytest.fixture
async def work(actor: Actor) -> AsyncIterator[UnitOfWork]:
    """An open unit of work of a new person; it commits when the test ends well."""
    async with actor.work() as work:
        yield work


@pytest.fixture
async def client_for(runtime: Runtime) -> AsyncIterator[ClientFor]:
    """Clients of the real application: a program signed in as an actor, or nobody.

    `client_for(actor, factors=2)` is one whose session was proven by a second factor as well.
    """
    app = create_api(runtime, lifespan=None)
    transport = httpx2.ASGITransport(app=app)
    opened: list[httpx2.AsyncClient] = []

    def make(actor: Actor | None, *, factors: int = 1) -> httpx2.AsyncClient:
        bearer = _Bearer(actor, factors)
        client = httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000", auth=bearer)
        opened.append(client)
        return client

    yield make
    for client in opened:
        await client.aclose()


class _Bearer(httpx2.Auth):
    """Signs the actor in at the first request, as a program does, and anew when the token has run out."""

    def __init__(self, actor: Actor | None, factors: int) -> None:
        self._actor = actor
        self._signing_in = asyncio.Lock()
        self._factors = factors
        self._token = ""
        self._until = datetime.min.replace(tzinfo=UTC)

    async def async_auth_flow(self, request: httpx2.Request) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        if self._actor is not None:
            async with self._signing_in:  # many requests at once sign in once
                if self._actor.runtime.clock.now() >= self._until:
                    await self._sign_in(self._actor)
            request.headers["Authorization"] = f"Bearer {self._token}"
        yield request

    async def _sign_in(self, actor: Actor) -> None:
        opened = await (self._by_password(actor) if self._factors == 1 else self._by_both(actor))
        assert opened.tokens is not None
        self._token = opened.tokens.access_token
        self._until = actor.runtime.clock.now() + timedelta(seconds=opened.tokens.expires_in)

    async def _by_password(self, actor: Actor) -> sessions.Opened:
        async with actor.work() as work:
            email = await accounts.address_of(work, work.user_id)
        login = Login.model_validate({"email": email, "password": PASSWORD})
        opened = await sessions.sign_in(actor.runtime, login, "tests")
        assert isinstance(opened, sessions.Opened)
        return opened

    async def _by_both(self, actor: Actor) -> sessions.Opened:
        """The session that begins once both factors were proven."""
        async with actor.runtime.system() as work:
            user = await repository.get(work, actor.user_id)
            wished = sessions.Wished(page=False, remember=False, user_agent="tests")
            begun = await sessions.begin(work, user, wished, factors=self._factors)
        return await sessions.opened(actor.runtime, begun)


@pytest.fixture
async def client(actor: Actor, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(actor)


@pytest.fixture
def nobody(client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(None)


@pytest.fixture
async def run_jobs(runtime: Runtime) -> RunJobs:
    """Runs what is queued, in this process, until nothing is due by the real clock."""
    async with runtime.system() as work:
        # What tests before left in the queue is theirs: its letters would be counted here.
        await work.session.execute(text("delete from procrastinate_jobs where status = 'todo'"))
    runtime.queue.attach(runtime)

    async def is_any_due() -> bool:
        waiting = "select from procrastinate_jobs where status = 'todo'"
        async with runtime.system() as work:
            due = text(f"select exists ({waiting} and coalesce(scheduled_at, now()) <= now())")
            return bool(await work.session.scalar(due))

    async def run() -> None:
        # A worker that needn't wait ends when it finds nothing, though a job in hand may be about to ask for another.
        while True:
            await runtime.queue.app.run_worker_async(
                wait=False, install_signal_handlers=False, listen_notify=False, concurrency=4
            )
            if not await is_any_due():
                return

    return run
