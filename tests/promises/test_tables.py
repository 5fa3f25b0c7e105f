"""What holds for every table with personal data."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.pool import NullPool

from cairn.app.database import Urls
from cairn.app.features import FEATURES
from cairn.platform.db import Table

# Owned by nobody's account: the queue's rows hold ids only and go when the work is done; the trail outlives accounts.
# It leads to nobody once they are erased: their key, which alone opens its values, is gone, and a trigger on the
# accounts blanks from where they came (tests/audit/test_erasing.py).
NOT_A_FEATURES = {"audit_entries"}


@pytest.fixture
def owner(database: Urls) -> Iterator[Connection]:
    engine = create_engine(make_url(database.owner).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


def _personal(connection: Connection) -> set[str]:
    rows = connection.execute(
        text(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'"
            " where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition"
        )
    )
    return {row.relname for row in rows} | {"users"}


def test_row_level_security_guards_every_personal_table(owner: Connection) -> None:
    guarded = {
        row.relname: row.policies
        for row in owner.execute(
            text(
                "select c.relname, array_agg(p.polname) filter (where 'cairn_app'::regrole = any(p.polroles))"
                " as policies from pg_class c join pg_policy p on p.polrelid = c.oid"
                " where c.relrowsecurity group by c.relname"
            )
        )
    }
    for table in _personal(owner):
        assert guarded.get(table), f"{table} has no policy for the application"


def test_no_role_of_ours_may_pass_by_row_level_security(owner: Connection) -> None:
    rights = owner.execute(
        text(
            "select rolname from pg_roles where rolname in ('cairn_app', 'cairn_system')"
            " and (rolsuper or rolbypassrls or rolcreaterole)"
        )
    )
    assert rights.all() == []
    owned = owner.execute(
        text("select relname from pg_class where relowner in ('cairn_app'::regrole, 'cairn_system'::regrole)")
    )
    assert owned.all() == []


def test_every_personal_table_has_an_owner_for_export_and_erasure(owner: Connection) -> None:
    owners: dict[str, str] = {}
    for feature in FEATURES:
        for table in feature.tables:
            assert table not in owners, f"{table} has two owners"
            owners[table] = feature.name
            assert feature.export is not None, feature.name
            assert feature.erase is not None, feature.name
    assert set(owners) == _personal(owner) - NOT_A_FEATURES


def test_everything_personal_goes_with_its_person(owner: Connection) -> None:
    """A table whose rows neither cascade nor blank would keep a person that was erased."""
    rows = owner.execute(
        text(
            "select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, c.confdeltype"
            " from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace"
        )
    ).all()
    rules: dict[str, set[str]] = {}
    for row in rows:
        rules.setdefault(row.child, set()).add(row.confdeltype)
    for table in _personal(owner) - {"users"} - NOT_A_FEATURES:
        assert rules.get(table), f"{table} refers to nobody"
        assert rules[table] <= {"c", "n"}, f"{table} would stop an erasure"


def test_models_and_migrations_say_the_same(owner: Connection) -> None:
    context = MigrationContext.configure(
        owner, opts={"compare_type": True, "include_object": _ours, "compare_server_default": False}
    )
    differences = [
        found
        for found in compare_metadata(context, Table.metadata)
        if not (isinstance(found, tuple) and found[0] in ("remove_index", "add_index", "remove_constraint"))
    ]
    assert differences == []


def _ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    if kind == "table":
        return name in Table.metadata.tables
    return kind == "column"
