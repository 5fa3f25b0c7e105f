"""Entries that were written before the trail was keyed come along, and back."""

import secrets
from collections.abc import Iterator

import psycopg
import pytest
from alembic import command
from alembic.script import ScriptDirectory

from cairn.app import assemble, migrate
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.audit import chain
from cairn.platform.clock import StillClock
from cairn.platform.settings import Settings

OLD = (
    "insert into audit_entries (id, at, user_id, actor_id, action, subject_kind, detail)"
    " values (uuidv7(), now() - interval '1 hour', null, null, 'account.created', 'user', '{}')"
)


@pytest.fixture
def earlier(database: Urls) -> str:
    """The shape before the trail was keyed."""
    revision = ScriptDirectory.from_config(migrate._config(database.owner)).get_revision("0024")
    assert isinstance(revision.down_revision, str)
    return revision.down_revision


@pytest.fixture
def before(server: EmbeddedPostgres, earlier: str) -> Iterator[Urls]:
    name = f"test_{secrets.token_hex(4)}"
    urls = server.create_database(name)
    command.upgrade(migrate._config(urls.owner), earlier)
    yield urls
    server.drop_database(name)


async def test_old_entries_are_linked_first_and_a_downgrade_keeps_them(
    before: Urls, earlier: str, server: EmbeddedPostgres, settings: Settings, clock: StillClock
) -> None:
    with psycopg.connect(before.owner, autocommit=True) as owner:
        for _ in range(3):
            owner.execute(OLD)
        command.upgrade(migrate._config(before.owner), "heads")
        runtime = assemble.build(settings, server.secrets, before, clock=clock)
        await runtime.start()
        try:
            async with runtime.system() as work:
                await work.audit("trail.read")
            assert await chain.chain(runtime) == 4
            verdict = await chain.verify(runtime)
        finally:
            await runtime.stop()
        assert (verdict.position, verdict.fault) == (4, None)
        assert owner.execute("select count(*) from audit_entries where mac is null").fetchone() == (3,)

        command.downgrade(migrate._config(before.owner), earlier)

        assert owner.execute("select count(*) from audit_entries").fetchone() == (4,)
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            owner.execute(OLD.replace("null, null", "gen_random_uuid(), null"))
