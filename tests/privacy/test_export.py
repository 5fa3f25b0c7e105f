"""A person takes everything along: all of it, nothing of anybody else's, nothing that opens a door."""

import asyncio
import base64
import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from uuid import UUID

import httpx2
import psycopg
import pytest
from sqlalchemy import text

from cairn.app.database import Urls
from cairn.app.features import FEATURES
from cairn.platform.clock import StillClock
from cairn.platform.errors import Unavailable
from cairn.platform.feature import Exported
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from cairn.privacy.archive import Archive
from tests.accounts.letters import letters_in, text_of
from tests.accounts.people import somebody
from tests.conftest import PASSWORD, ClientFor, NewPerson, RunJobs
from tests.privacy.life import V1, WORD, Life, lived, post, read

EXPORT = f"{V1}/me/export"

STAYS = {
    "person_keys": "a key",
    "refresh_tokens": "hashes of tokens",
    "email_tokens": "hashes of links, for an hour or a week",
    "openid_journeys": "half a sign-in, for minutes",
    "passkey_challenges": "random numbers, for minutes",
    "factor_tries": "counters",
    "known_devices": "hashes and blind indexes by which a browser is known",
    "events": "ids of what changed, for a week",
    "idempotent_answers": "answers that were given already, for a day",
}
"""Tables with nothing to take along, and why."""


@pytest.fixture
async def life(person: NewPerson, client_for: ClientFor, clock: StillClock, run_jobs: RunJobs) -> Life:
    return await lived(person, client_for, clock, run_jobs)


async def taken(client: httpx2.AsyncClient) -> bytes:
    answer = await client.post(EXPORT)
    assert answer.status_code == 200, answer.text
    return answer.content


async def test_everything_a_person_wrote_is_in_it(life: Life) -> None:
    answer = await life.client.post(EXPORT)
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == 'attachment; filename="cairn-account-2026-11-24.zip"'
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["cache-control"] == "no-store"
    found = read(answer.content)
    assert found["manifest"]["format"] == "cairn.account"
    assert found["manifest"]["version"] == 1
    for table in ("users", "api_keys", "tasks", "task_steps", "reminders", "memories", "messages", "shares"):
        assert WORD in json.dumps(found[table]), table
    assert found["users"][0]["email"] == life.whose.email
    assert {"My sister is called " + WORD} <= {memory["text"] for memory in found["memories"]}
    assert found["README"].startswith("# Cairn\n\nThis is everything")


async def test_each_table_of_every_feature_is_in_it_or_has_a_reason_not_to_be(life: Life) -> None:
    found = read(await taken(life.client))
    named = {table["name"] for table in found["manifest"]["tables"]}
    kept = {table for feature in FEATURES for table in feature.tables}
    assert kept - named == set(STAYS)
    assert all(table["rows"] == len(found[table["name"]]) for table in found["manifest"]["tables"])
    told = {table["name"]: table["about"] for table in found["manifest"]["tables"]}
    assert told["tasks"].startswith("One thing to do")


async def test_nothing_in_it_opens_a_door(life: Life, database: Urls) -> None:
    """Neither what is kept as a hash or a seal, nor what it was made from."""
    with zipfile.ZipFile(io.BytesIO(await taken(life.client))) as archive:
        whole = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert PASSWORD not in whole
    for secret in (life.app.secret, life.key, *life.codes):
        assert secret not in whole
    with psycopg.connect(database.owner) as owner:
        hashed = owner.execute("select password_hash from users where id = %s", [life.actor.user_id]).fetchone()
        assert hashed is not None
        assert hashed[0] not in whole
        columns = owner.execute(
            "select table_name, column_name from information_schema.columns where table_schema = 'public'"
            " and data_type = 'bytea' and table_name in (select table_name from information_schema.columns"
            " where column_name = 'user_id' and table_schema = 'public') and table_name <> 'avatars'"
        ).fetchall()
        assert ("api_keys", "key_hash") in columns
        for table, column in columns:
            rows = owner.execute(f'select "{column}" from "{table}" where user_id = %s', [life.actor.user_id])
            for (value,) in rows.fetchall():
                if value and len(value) >= 8:
                    assert value.hex() not in whole, (table, column)
                    assert base64.b64encode(value).decode() not in whole, (table, column)


async def test_nothing_of_anybody_else_is_in_it(life: Life, person: NewPerson, client_for: ClientFor) -> None:
    other = await somebody(person, client_for)
    await post(other.client, "/tasks", {"title": "quixotic"})
    await post(other.client, "/memories", {"text": "quixotic"})
    assert b"quixotic" not in zipped(await taken(life.client))
    theirs = zipped(await taken(other.client))
    assert b"quixotic" in theirs
    assert WORD.encode() not in theirs
    assert str(life.actor.user_id).encode() not in theirs


def zipped(archive: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        return b"\n".join(found.read(name) for name in found.namelist())


async def test_it_is_written_down_and_told(life: Life, runtime: Runtime, run_jobs: RunJobs) -> None:
    await taken(life.client)
    async with life.actor.work() as work:
        query = text("select detail from audit_entries where action = 'account.exported' and user_id = :id")
        (detail,) = (await work.session.scalars(query, {"id": work.user_id})).all()
    assert detail["rows"] > 10
    await run_jobs()
    letters = letters_in(runtime.settings.of(Place).data / "mail")
    letter = letters(life.whose.email)[-1]
    assert letter["Subject"] == "Your data was taken along"
    assert "http://localhost:8000/forgot" in text_of(letter)


async def test_it_wants_a_recent_proof(life: Life, runtime: Runtime) -> None:
    async with runtime.system() as work:
        await work.session.execute(
            text("update sessions set proven_at = proven_at - interval '15 minutes' where user_id = :id"),
            {"id": life.actor.user_id},
        )
    refused = await life.client.post(EXPORT)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/proof-needed")
    proof = {"method": "totp", "code": life.app.code(datetime(2026, 11, 24, 12, tzinfo=UTC))}
    assert (await life.client.post(f"{V1}/auth/step-up", json=proof)).is_success
    await taken(life.client)


async def test_no_key_and_no_reader_takes_it(life: Life, person: NewPerson, client_for: ClientFor) -> None:
    scopes = await life.client.get(f"{V1}/me/keys/scopes")
    assert "account:export:own" not in {one["name"] for one in scopes.json()["items"]}
    program = client_for(None)
    by_key = await program.post(EXPORT, headers={"Authorization": f"Bearer {life.key}"})
    assert (by_key.status_code, by_key.json()["type"]) == (403, "/problems/not-allowed")

    friend = await somebody(person, client_for)
    await post(life.client, "/me/shares", {"about": "friend", "email": friend.email, "kinds": ["tasks", "memories"]})
    reading = await friend.client.post(EXPORT, headers={"X-Cairn-Person": str(life.actor.user_id)})
    assert reading.status_code == 403, reading.text


async def test_it_has_a_limit_of_its_own_that_many_at_once_cannot_pass(
    actor: object, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await client.get(f"{V1}/me")
    answers = await asyncio.gather(*(client.post(EXPORT) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 429, 429, 429]
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["type"] == "/problems/too-many-exports"
    assert 0 < int(refused.headers["retry-after"]) <= 2 * 3600


async def test_all_of_it_is_as_it_was_at_one_moment(
    life: Life, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written while it is being read is in none of it: no step whose task is missing."""
    add = Archive.add
    loop = asyncio.get_running_loop()

    def meanwhile(archive: Archive, feature: str, tables: Exported) -> None:
        if feature == "memory":  # before the tasks
            made = post(life.client, "/tasks", {"title": "later", "steps": ["much later"]})
            asyncio.run_coroutine_threadsafe(made, loop).result(30)
        add(archive, feature, tables)

    monkeypatch.setattr(Archive, "add", meanwhile)
    found = read(await taken(life.client))
    assert "later" not in {task["title"] for task in found["tasks"]}
    assert "much later" not in json.dumps(found["task_steps"])
    assert "later" in {task["title"] for task in read(await taken(life.client))["tasks"]}


async def test_a_broken_feature_gives_nothing_out_and_says_nothing_of_it(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise Unavailable

    monkeypatch.setattr(Archive, "finish", broken)
    assert (await life.client.post(EXPORT)).status_code == 503
    async with life.actor.work() as work:
        query = text("select count(*) from audit_entries where action = 'account.exported' and user_id = :id")
        assert await work.session.scalar(query, {"id": work.user_id}) == 0


def test_a_table_opens_in_a_spreadsheet_without_a_formula() -> None:
    file = io.BytesIO()
    archive = Archive(file, datetime(2026, 11, 24, tzinfo=UTC), {})
    rows = [
        {"a": "=1+1", "b": -1, "c": None, "d": ["x", 1]},
        {"a": "two\nlines", "e": datetime(2026, 1, 2, tzinfo=UTC)},
    ]
    archive.add("tests", {"things": rows, "none": []})
    archive.finish(UUID(int=1), "pt")
    with zipfile.ZipFile(file) as found:
        table = list(csv.DictReader(io.StringIO(found.read("csv/things.csv").decode())))
        assert json.loads(found.read("json/things.json")) == [
            rows[0],
            {"a": "two\nlines", "e": "2026-01-02T00:00:00+00:00"},
        ]
        assert json.loads(found.read("json/none.json")) == []
        assert found.read("README.md").decode().startswith("# Cairn\n\nIsto é tudo")
    assert table[0] == {"a": "'=1+1", "b": "-1", "c": "", "d": '["x", 1]', "e": ""}
    assert table[1]["e"] == "2026-01-02T00:00:00+00:00"


def test_bytes_stay() -> None:
    """They are hashes, seals and vectors; who adds a table with such a column hears of it here and in the export."""
    with (
        Archive(io.BytesIO(), datetime(2026, 11, 24, tzinfo=UTC), {}) as archive,
        pytest.raises(TypeError, match="bytes can't be taken along"),
    ):
        archive.add("tests", {"things": [{"secret": b"\x00"}]})
