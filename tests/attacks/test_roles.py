"""What the application's own database role can do when it is made to run a stranger's SQL."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege, RaiseException

from cairn.app.database import Urls
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime

Connection = psycopg.Connection[tuple[object, ...]]

FORBIDDEN = [
    "select * from signing_keys",
    "select args from procrastinate_jobs",
    "update procrastinate_jobs set args = '{}'",
    "delete from procrastinate_jobs",
    "select * from memory_vectors_0",
    "select rolpassword from pg_authid",
    "update audit_entries set action = 'nothing'",
    "delete from audit_entries",
    "truncate audit_entries",
    "update users set role = 'administrator'",
    "update users set disabled_at = null",
    "update users set email_verified_at = now()",
    "update users set password_hash = 'x'",
    "update sessions set expires_at = 'infinity'",
    "insert into users (id) values (gen_random_uuid())",
    "create table public.mine (id int)",
    "create schema mine",
    "create function public.mine() returns int language sql as 'select 1'",
    "alter role cairn_app bypassrls",
    "set role cairn_system",
    "set role cairn_owner",
    "alter table users disable row level security",
    "copy users to '/tmp/cairn-users'",
    "copy users to program 'cat'",
    "select pg_read_file('/etc/passwd')",
    "alter function open_work(text, text, timestamptz, boolean) security invoker",
]


@pytest.fixture
def app(database: Urls) -> Iterator[Connection]:
    with psycopg.connect(database.app) as connection:
        yield connection
        connection.rollback()


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_may_not(app: Connection, actor: Actor, statement: str) -> None:
    app.execute("select set_config('app.user_id', %s, true)", [str(actor.user_id)])
    with pytest.raises((InsufficientPrivilege, RaiseException)):
        app.execute(statement)


def test_without_a_person_no_table_shows_a_row(database: Urls, app: Connection, actor: Actor) -> None:
    with psycopg.connect(database.owner) as owner:
        tables = owner.execute(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'"
            " where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace"
            " and has_table_privilege('cairn_app', c.oid, 'select')"
        ).fetchall()
    assert len(tables) > 10
    for (table,) in tables:
        assert app.execute(f"select count(*) from {table}").fetchone() == (0,), table


@pytest.mark.parametrize("statement", ["update audit_entries set action = 'nothing'", "delete from audit_entries"])
def test_the_system_may_not_change_what_was_audited(database: Urls, statement: str) -> None:
    with psycopg.connect(database.system) as connection, pytest.raises(InsufficientPrivilege):
        connection.execute(statement)


def test_functions_with_their_owners_rights_name_their_schemas_and_are_not_for_everybody(database: Urls) -> None:
    with psycopg.connect(database.owner) as owner:
        functions = owner.execute(
            "select p.proname, p.proconfig, coalesce(p.proacl::text, '=X/') from pg_proc p"
            " where p.prosecdef and p.pronamespace = 'public'::regnamespace"
        ).fetchall()
    told = {"open_work", "count_text_to", "audit_wait", "audit_forget", "audit_trim", "forget_empty_space"}
    assert {name for name, _, _ in functions} == told
    for name, settings, rights in functions:
        assert settings == ["search_path=pg_catalog, public, pg_temp"], name
        assert "{=X/" not in rights, name
        assert ",=X/" not in rights, name


async def test_jobs_hold_ids_alone(runtime: Runtime, actor: Actor) -> None:
    for feature in runtime.features:
        for handled in feature.jobs.handled:
            for field, described in handled.job.model_json_schema()["properties"].items():
                text = described.get("type") == "string" and "format" not in described
                assert not text or "enum" in described, f"{handled.job.name}.{field} could hold words"
