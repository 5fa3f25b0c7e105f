"""Memories that were kept before they had narrow tables come along, and back."""

import secrets
from collections.abc import Iterator

import psycopg
import pytest
from alembic import command

from cairn.app import migrate
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres

USER = "01a21400-0000-7000-8000-000000000001"
SAID = "01a21400-0000-7000-8000-000000000002"
ASKED = "01a21400-0000-7000-8000-000000000003"
TALK = "01a21400-0000-7000-8000-000000000004"


@pytest.fixture
def before(server: EmbeddedPostgres) -> Iterator[Urls]:
    name = f"test_{secrets.token_hex(4)}"
    urls = server.create_database(name)
    command.upgrade(migrate._config(urls.owner), "0009")
    yield urls
    server.drop_database(name)


def test_an_upgrade_carries_memories_over_and_a_downgrade_brings_them_back(before: Urls) -> None:
    with psycopg.connect(before.owner, autocommit=True) as owner:
        columns = owner.execute(
            "select column_name, data_type from information_schema.columns"
            " where table_name = 'users' and is_nullable = 'NO' and column_default is null"
        ).fetchall()
        values = {name: _filled(name, kind) for name, kind in columns}
        owner.execute(
            f"insert into users ({', '.join(values)}) values ({', '.join(['%s'] * len(values))})", list(values.values())
        )
        for memory, kind in ((SAID, "episode"), (ASKED, "question")):
            owner.execute(
                "insert into memories"
                " (id, user_id, text, kind, speaker, language, conversation_id, occurred_at, recorded_at)"
                " values (%s, %s, 'The boiler hums', %s, 'me', 'en', %s, now(), now())",
                (memory, USER, kind, TALK),
            )
        vector = "[" + ",".join(["0.1"] * 384) + "]"
        owner.execute("insert into memory_vectors values (%s, %s, 'a/model', %s)", (USER, SAID, vector))

        migrate.upgrade(before.owner)

        assert owner.execute("select conversation from memories").fetchall() == [(TALK,), (TALK,)]
        assert owner.execute("select memory_id::text, searched from memory_vectors").fetchall() == [(SAID, True)]
        waiting = owner.execute("select chore, memory_id::text from memory_chores order by 1, 2").fetchall()
        both = [SAID, ASKED]
        assert [row for row in waiting if row[0] == "words"] == [("words", memory) for memory in both]
        assert [row for row in waiting if row[0] == "vector"] == [("vector", ASKED)]
        state = owner.execute(
            "select m.name, i.speakers from memory_indexes i join embedding_models m on true"
        ).fetchall()
        assert state == [("a/model", ["me"])]

        command.downgrade(migrate._config(before.owner), "0009")

        rows = owner.execute("select conversation_id::text, words @@ to_tsquery('english', 'boiler') from memories")
        assert rows.fetchall() == [(TALK, True), (TALK, True)]
        assert owner.execute("select model, memory_id::text from memory_vectors").fetchall() == [("a/model", SAID)]
        migrate.upgrade(before.owner)
        assert owner.execute("select count(*) from memory_vectors").fetchone() == (1,)


def _filled(name: str, kind: str) -> object:
    if name == "id":
        return USER
    if kind == "bytea":
        return b"x"
    if "timestamp" in kind:
        return "2026-01-01T00:00:00Z"
    if kind in ("integer", "smallint", "bigint"):
        return 1
    if kind == "boolean":
        return False
    return {"time_zone": "Europe/Lisbon", "locale": "en", "role": "user"}.get(name, "x")
