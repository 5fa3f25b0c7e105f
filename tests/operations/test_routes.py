"""Health, readiness, figures and the queue over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, LiteralString
from urllib.parse import urlsplit

import httpx2
import pytest
from psycopg import AsyncConnection
from psycopg.sql import SQL
from pydantic import SecretStr
from sqlalchemy import text
from structlog.testing import capture_logs

from cairn.app import assemble
from cairn.app.build import create_api
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory.messages import EmbedMemories
from cairn.operations import figures, readiness
from cairn.operations.settings import OperationsSettings
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.conftest import ClientFor, NewPerson

JOBS = "/api/v1/operations/jobs"
TOKEN = "a-token-for-monitoring"


def nobody(runtime: Runtime, *, host: str = "127.0.0.1") -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=create_api(runtime, lifespan=None), client=(host, 50_000))
    return httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000")


async def heartbeat(runtime: Runtime, age: str) -> None:
    async with runtime.system() as work:
        await work.session.execute(text("delete from procrastinate_workers"))
        await work.session.execute(
            text(f"insert into procrastinate_workers (last_heartbeat) values (now() - interval '{age}')")
        )


@pytest.fixture
async def administrator(person: NewPerson) -> Actor:
    return await person(role=Role.ADMINISTRATOR)


@pytest.fixture
async def away(server: EmbeddedPostgres, settings: Settings, clock: StillClock) -> AsyncIterator[Runtime]:
    """A process whose database is not there."""
    gone = "postgresql://cairn_app:x@127.0.0.1:1/cairn"
    runtime = assemble.build(settings, server.secrets, Urls(gone, gone, gone), clock=clock)
    yield runtime
    await runtime.engine.dispose()
    await runtime.system_engine.dispose()


async def test_a_living_process_says_so_also_without_a_database(away: Runtime) -> None:
    async with nobody(away) as client:
        answer = await client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


async def test_everything_there_is_ready(runtime: Runtime) -> None:
    await heartbeat(runtime, "1 second")
    async with nobody(runtime) as client:
        answer = await client.get("/ready")
    assert answer.status_code == 200
    told = {one["name"]: one["ok"] for one in answer.json()["components"]}
    assert told == {"database": True, "migrations": True, "queue": True, "worker": True}


async def test_a_missing_worker_is_told_and_people_are_served(runtime: Runtime) -> None:
    await heartbeat(runtime, "1 minute")
    async with nobody(runtime) as client:
        answer = await client.get("/ready")
    assert (answer.status_code, answer.json()["ready"]) == (200, True)
    (worker,) = [one for one in answer.json()["components"] if one["name"] == "worker"]
    assert (worker["ok"], worker["needed"]) == (False, False)
    assert "cairn worker" in worker["detail"]


async def test_a_missing_database_is_not_ready_and_names_it(away: Runtime) -> None:
    async with nobody(away) as client:
        answer = await client.get("/ready")
    assert answer.status_code == 503
    assert [(one["name"], one["ok"]) for one in answer.json()["components"]] == [("database", False)]
    assert "cairn_app" not in answer.text


async def test_a_database_of_another_shape_is_not_ready(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "newest_migration", lambda: "9999")
    async with nobody(runtime) as client:
        answer = await client.get("/ready")
    assert answer.status_code == 503
    (shape,) = [one for one in answer.json()["components"] if one["name"] == "migrations"]
    assert "cairn migrate" in shape["detail"]


async def test_a_database_that_was_never_migrated_is_not_ready(
    server: EmbeddedPostgres, settings: Settings, clock: StillClock
) -> None:
    urls = server.create_database("test_bare")
    runtime = assemble.build(settings, server.secrets, urls, clock=clock)
    async with nobody(runtime) as client:
        answer = await client.get("/ready")
    await runtime.engine.dispose()
    await runtime.system_engine.dispose()
    server.drop_database("test_bare")
    assert answer.status_code == 503
    assert [(one["name"], one["ok"]) for one in answer.json()["components"]] == [
        ("database", True),
        ("migrations", False),
    ]


@asynccontextmanager
async def revoked(server: EmbeddedPostgres, database: Urls, right: LiteralString) -> AsyncIterator[None]:
    """Cairn's own login is refused something, as by an administrator who tidies up."""
    name = urlsplit(database.owner).path.lstrip("/")
    async with await AsyncConnection.connect(server.superuser_url(name), autocommit=True) as superuser:
        await superuser.execute(SQL(f"revoke {right} from cairn_system"))
        try:
            yield
        finally:
            await superuser.execute(SQL(f"grant {right} to cairn_system"))


async def test_a_right_that_was_taken_away_is_no_missing_migration(
    runtime: Runtime, server: EmbeddedPostgres, database: Urls
) -> None:
    async with revoked(server, database, "select on alembic_version"), nobody(runtime) as client:
        with capture_logs() as logged:
            answer = await client.get("/ready")
    assert answer.status_code == 503
    (told,) = answer.json()["components"]
    assert (told["name"], told["ok"]) == ("database", False)
    assert "cairn_system" in told["detail"]
    (line,) = [line for line in logged if line["event"] == "ready.right_missing"]
    assert "alembic_version" in line["said"]


async def test_figures_that_are_refused_are_left_out_and_that_is_logged_once(
    runtime: Runtime, server: EmbeddedPostgres, database: Urls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "FRESH_SECONDS", 0)
    async with nobody(runtime) as client:
        async with revoked(server, database, "select on deliveries"):
            with capture_logs() as logged:
                answers = [await client.get("/metrics") for _ in range(2)]
        again = await client.get("/metrics")
    for answer in answers:
        assert answer.status_code == 200
        assert "cairn_database_up 1.0" in answer.text
        assert "cairn_queue_oldest_seconds" in answer.text
        assert "cairn_audit_unlinked" in answer.text
        assert "cairn_deliveries" not in answer.text
    assert [line["figures"] for line in logged if line["event"] == "metrics.refused"] == ["deliveries"]
    assert "cairn_deliveries" in again.text


async def test_figures_name_requests_the_queue_and_deliveries_and_nobody(runtime: Runtime, actor: Actor) -> None:
    async with actor.work() as work:
        work.enqueue(EmbedMemories(user_id=actor.user_id))
    async with nobody(runtime) as client:
        await client.get("/health")
        answer = await client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    for figure in (
        "cairn_database_up 1.0",
        'cairn_queue_jobs{job="memory.embed",state="todo"}',
        "cairn_queue_oldest_seconds",
        "cairn_open_streams 0.0",
        'cairn_request_seconds_count{method="GET",route="/health"',
        "cairn_job_seconds",
        "process_resident_memory_bytes",
    ):
        assert figure in answer.text
    assert str(actor.user_id) not in answer.text
    assert "@" not in answer.text


async def test_figures_are_asked_of_the_database_once_in_a_while(runtime: Runtime, actor: Actor) -> None:
    async with nobody(runtime) as client:
        first = _queue_lines((await client.get("/metrics")).text)
        async with actor.work() as work:
            work.enqueue(EmbedMemories(user_id=actor.user_id))
        again = await asyncio.gather(*(client.get("/metrics") for _ in range(5)))
    assert all(_queue_lines(answer.text) == first for answer in again)


def _queue_lines(told: str) -> list[str]:
    return [line for line in told.splitlines() if line.startswith("cairn_queue_jobs")]


async def test_figures_are_told_also_without_a_database(away: Runtime) -> None:
    async with nobody(away) as client:
        answer = await client.get("/metrics")
    assert "cairn_database_up 0.0" in answer.text


@pytest.mark.parametrize(
    ("host", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("192.0.2.7", {}, 403),
        ("127.0.0.1", {"X-Forwarded-For": "192.0.2.7"}, 403),
        ("127.0.0.1", {"Forwarded": "for=192.0.2.7"}, 403),
        ("192.0.2.7", {"X-Forwarded-For": "127.0.0.1"}, 403),
        ("192.0.2.7", {"Authorization": f"Bearer {TOKEN}"}, 200),
        ("192.0.2.7", {"Authorization": f"Bearer {TOKEN}x"}, 403),
        ("192.0.2.7", {"Authorization": f"Basic {TOKEN}"}, 403),
        ("192.0.2.7", {"Authorization": "Bearer "}, 403),
    ],
)
async def test_only_this_machine_or_the_token_reads_figures(
    database: Urls,
    server: EmbeddedPostgres,
    clock: StillClock,
    settings: Settings,
    host: str,
    headers: dict[str, str],
    status: int,
) -> None:
    guarded = Settings(
        OperationsSettings(metrics_token=SecretStr(TOKEN)) if isinstance(section, OperationsSettings) else section
        for section in settings.sections()
    )
    runtime = assemble.build(guarded, server.secrets, database, clock=clock)
    async with nobody(runtime, host=host) as client:
        answer = await client.get("/metrics", headers=headers)
    await runtime.engine.dispose()
    await runtime.system_engine.dispose()
    assert answer.status_code == status


async def test_without_a_token_no_token_opens_the_figures(runtime: Runtime) -> None:
    async with nobody(runtime, host="192.0.2.7") as client:
        for shown in ("", "None", "null"):
            answer = await client.get("/metrics", headers={"Authorization": f"Bearer {shown}"})
            assert answer.status_code == 403


async def failed(actor: Actor, count: int = 1) -> list[int]:
    for _ in range(count):
        async with actor.work() as work:
            work.enqueue(EmbedMemories(user_id=actor.user_id))
    async with actor.runtime.system() as work:
        rows = await work.session.execute(
            text(
                "update procrastinate_jobs set status = 'failed', attempts = 8"
                " where args ->> 'user_id' = :user and status = 'todo' returning id"
            ),
            {"user": str(actor.user_id)},
        )
        return sorted(row.id for row in rows)


async def test_an_administrator_sees_what_was_laid_aside_in_pages_and_tries_it_again(
    administrator: Actor, client_for: ClientFor
) -> None:
    ids = await failed(administrator, 3)
    client = client_for(administrator, factors=2)

    first = (await client.get(JOBS, params={"limit": 2})).json()
    second = (await client.get(JOBS, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    told = [item["id"] for item in first["items"] + second["items"]]
    assert told[:3] == ids[::-1]
    assert first["items"][0]["name"] == "memory.embed"
    assert first["items"][0]["user_id"] == str(administrator.user_id)

    again = await client.post(f"{JOBS}/{ids[0]}/retry")
    assert (again.status_code, again.json()["state"]) == (200, "todo")
    assert (await client.post(f"{JOBS}/{ids[0]}/retry")).status_code == 409
    async with administrator.work() as work:
        trail = await work.session.scalar(text("select count(*) from audit_entries where action = 'job.retry'"))
    assert trail == 1


async def test_many_at_once_try_a_job_again_once(administrator: Actor, client_for: ClientFor) -> None:
    (job_id,) = await failed(administrator)
    client = client_for(administrator, factors=2)
    await client.get(JOBS)
    answers = await asyncio.gather(*(client.post(f"{JOBS}/{job_id}/retry") for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7


@pytest.mark.parametrize("job_id", ["0", "-1", "abc", str(2**63), "1.5"])
async def test_an_id_that_can_be_no_job_is_refused(administrator: Actor, client_for: ClientFor, job_id: str) -> None:
    assert (await client_for(administrator, factors=2).post(f"{JOBS}/{job_id}/retry")).status_code == 422


async def test_a_job_that_is_not_there_is_not_found(administrator: Actor, client_for: ClientFor) -> None:
    assert (await client_for(administrator, factors=2).post(f"{JOBS}/{2**62}/retry")).status_code == 404


@pytest.mark.parametrize("cursor", ["nonsense", "WyJ4Il0", "Wy0xXQ", "WzEsMl0"])
async def test_a_cursor_that_is_not_ours_is_refused(administrator: Actor, client_for: ClientFor, cursor: str) -> None:
    assert (await client_for(administrator, factors=2).get(JOBS, params={"cursor": cursor})).status_code == 422


async def test_the_queue_is_for_administrators(person: NewPerson, client_for: ClientFor) -> None:
    actor = await person()
    (job_id,) = await failed(actor)
    for client, status in ((client_for(actor), 403), (client_for(None), 401)):
        answers: list[Any] = [await client.get(JOBS), await client.post(f"{JOBS}/{job_id}/retry")]
        assert {answer.status_code for answer in answers} == {status}


def test_a_short_token_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="16 characters"):
        OperationsSettings(metrics_token=SecretStr("short"))
