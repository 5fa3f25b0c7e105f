"""What an entry says: who, whose, what, before and after, when, from where, by which credential."""

from typing import Any

import httpx2
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError
from structlog.testing import capture_logs

from cairn.accounts import service as accounts
from cairn.accounts import sessions
from cairn.accounts.schemas import Login
from cairn.accounts.sessions import Opened
from cairn.app.database import Urls
from cairn.audit import chain
from cairn.audit.models import AuditEntry
from cairn.platform.actor import Actor
from cairn.platform.crypto import Unreadable
from cairn.platform.runtime import Runtime
from cairn.platform.trail import SECRET, PersonKeys, personal, place, plain
from tests.audit.trail import by_sql, tamper
from tests.conftest import NOON, PASSWORD, ClientFor, NewPerson

V1 = "/api/v1"


async def newest(actor: Actor, action: str) -> AuditEntry:
    async with actor.work() as work:
        query = select(AuditEntry).where(AuditEntry.user_id == actor.user_id, AuditEntry.action == action)
        entry = await work.session.scalar(query.order_by(AuditEntry.id.desc()).limit(1))
    assert entry is not None
    return entry


async def opened(actor: Actor, entry: AuditEntry) -> tuple[str, str]:
    async with actor.work() as work:
        key = await actor.runtime.provider(PersonKeys).key_of(work, actor.user_id)
    assert entry.before_cipher is not None
    assert entry.after_cipher is not None
    before = key.open(entry.before_cipher, place("before_cipher", entry.id, actor.user_id))
    return before, key.open(entry.after_cipher, place("after_cipher", entry.id, actor.user_id))


async def test_an_entry_says_who_did_what_when_from_where_and_how(actor: Actor, client: httpx2.AsyncClient) -> None:
    told = {"User-Agent": "A phone", "X-Request-Id": "request-of-a-test"}
    answer = await client.post(f"{V1}/tasks", json={"title": "Water the plants"}, headers=told)

    entry = await newest(actor, "task.add")

    assert (entry.user_id, entry.actor_id, entry.at, entry.outcome, entry.times) == (
        actor.user_id,
        actor.user_id,
        NOON,
        "done",
        1,
    )
    assert (entry.subject_kind, str(entry.subject_id)) == ("task", answer.json()["id"])
    assert (entry.credential, entry.agent, entry.request_id) == ("session", "A phone", "request-of-a-test")
    assert entry.credential_id is not None
    assert entry.address == "127.0.0.1"
    assert entry.changes == {}


async def test_what_the_system_does_for_a_request_says_from_where(actor: Actor, client_for: ClientFor) -> None:
    answer = await client_for(None).post(
        f"{V1}/auth/register",
        json={"email": "new@example.org", "password": PASSWORD, "time_zone": "Europe/Lisbon", "locale": "en"},
        headers={"User-Agent": "x" * 500},
    )
    person = await actor.runtime.person(answer.json()["user"]["id"])
    assert person is not None

    entry = await newest(person, "account.created")

    assert (entry.actor_id, entry.credential, entry.address) == (None, "system", "127.0.0.1")
    assert entry.agent == "x" * 300


async def test_what_a_job_does_comes_from_nowhere(actor: Actor) -> None:
    async with actor.work() as work:
        await work.audit("task.add", kind="task")

    entry = await newest(actor, "task.add")

    assert (entry.address, entry.agent, entry.credential) == ("", "", "person")


async def test_signing_in_is_done_by_whoever_signed_in(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient
) -> None:
    assert (await client.get(f"{V1}/me")).status_code == 200

    entry = await newest(actor, "session.opened")

    assert (entry.actor_id, entry.detail) == (actor.user_id, {"as": "tokens", "factors": 1})


async def test_changed_fields_are_kept_before_and_after_as_plainly_as_they_may_be(
    actor: Actor, client: httpx2.AsyncClient, database: Urls
) -> None:
    change = {"name": "Beatriz", "time_zone": "America/New_York", "locale": "en", "settings": {"theme": "dark"}}
    await client.patch(f"{V1}/me", json=change)

    entry = await newest(actor, "account.changed")

    assert entry.changes == {
        "name": "sealed",
        "time_zone": {"before": "Europe/Lisbon", "after": "America/New_York"},
        "settings.theme": "sealed",
    }
    assert await opened(actor, entry) == (
        '{"name": "Ana", "settings.theme": null}',
        '{"name": "Beatriz", "settings.theme": "dark"}',
    )
    row = str(by_sql(database.owner, "select e::text from audit_entries e where id = %s", entry.id))
    assert "Beatriz" not in row


async def test_a_secret_is_masked(actor: Actor) -> None:
    async with actor.work() as work:
        await work.audit("password.reset", actor.user_id, kind="user", changes={"password": SECRET})

    entry = await newest(actor, "password.reset")

    assert (entry.changes, entry.before_cipher, entry.after_cipher) == ({"password": "masked"}, None, None)


async def test_a_sealed_value_moved_to_another_row_or_column_does_not_open(actor: Actor, trail: Urls) -> None:
    for name in ("Bea", "Carla"):
        async with actor.work() as work:
            await work.audit("account.changed", changes={"name": personal("Ana", name)})
    async with actor.work() as work:
        query = select(AuditEntry).where(AuditEntry.action == "account.changed").order_by(AuditEntry.id.desc())
        second, first = (await work.session.scalars(query.limit(2))).all()
    move = "update audit_entries set {to} = (select {come} from audit_entries where id = %s) where id = %s"

    tamper(trail, (move.format(to="after_cipher", come="after_cipher"), first.id, second.id))
    with pytest.raises(Unreadable):
        await opened(actor, await newest(actor, "account.changed"))

    tamper(trail, (move.format(to="after_cipher", come="before_cipher"), second.id, second.id))
    with pytest.raises(Unreadable):
        await opened(actor, await newest(actor, "account.changed"))


async def test_nobodys_entry_may_hold_personal_values(runtime: Runtime) -> None:
    with pytest.raises(AssertionError, match="belong to a person"):
        await _nobodys(runtime)


async def _nobodys(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await work.audit("account.changed", changes={"name": personal("Ana", "Bea")})


@pytest.mark.parametrize("number", [0.5, 1e300, float("nan"), float("inf")])
async def test_a_detail_that_could_not_be_read_back_the_same_is_refused(actor: Actor, number: float) -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        await _detailed(actor, {"count": number})


async def _detailed(actor: Actor, detail: dict[str, Any]) -> None:
    async with actor.work() as work:
        await work.audit("task.add", detail=detail)


async def test_details_and_changes_of_every_kind_are_read_back_as_they_were_hashed(
    trail: Urls, runtime: Runtime, actor: Actor
) -> None:
    odd = {"z": 1, "a": None, "é\u2028": ["x", True, {"b": 10**30, "": "\U0001f98a"}], "id": actor.user_id, "-0": -0}
    await _detailed(actor, odd)
    async with actor.work() as work:
        await work.audit("account.changed", changes={"zone": plain(None, "\u00e9"), "n": plain(0, 1)})
    await chain.chain(runtime)

    assert (await chain.verify(runtime)).fault is None


async def test_an_audit_that_fails_fails_the_action(actor: Actor, client: httpx2.AsyncClient, database: Urls) -> None:
    before = len((await client.get(f"{V1}/tasks")).json()["items"])
    by_sql(database.owner, "revoke insert on audit_entries from cairn_app")
    try:
        with capture_logs():
            answer = await client.post(f"{V1}/tasks", json={"title": "Water the plants"})
    finally:
        by_sql(database.owner, "grant insert on audit_entries to cairn_app")

    assert answer.status_code == 500
    assert len((await client.get(f"{V1}/tasks")).json()["items"]) == before


async def test_nobody_writes_an_entry_about_somebody_else(actor: Actor, person: NewPerson) -> None:
    other = await person()
    with pytest.raises(ProgrammingError, match="row-level security"):
        await _about(actor, other)


async def _about(actor: Actor, other: Actor) -> None:
    async with actor.work() as work:
        await work.audit("task.add", whose=other.user_id)


async def test_the_session_that_was_shown_is_named(runtime: Runtime, actor: Actor, client_for: ClientFor) -> None:
    async with actor.work() as work:
        email = await accounts.address_of(work, actor.user_id)
    login = Login.model_validate({"email": email, "password": PASSWORD, "as": "page"})
    page = await sessions.sign_in(runtime, login, "A browser")
    assert isinstance(page, Opened)
    client = client_for(None)
    headers = {"Cookie": f"__Host-cairn={page.cookie}", "X-Cairn": "1"}
    answer = await client.post(f"{V1}/tasks", json={"title": "Water the plants"}, headers=headers)
    assert answer.status_code == 201, answer.text
    session_id = (await newest(actor, "session.opened")).subject_id

    entry = await newest(actor, "task.add")

    assert (entry.credential, entry.credential_id) == ("page", session_id)


async def test_entries_are_read_by_their_person_alone(actor: Actor, person: NewPerson) -> None:
    other = await person()
    async with other.work() as work:
        await work.audit("task.add")
    async with actor.work() as work:
        others = text("select count(*) from audit_entries where user_id <> :me")
        assert await work.session.scalar(others, {"me": actor.user_id}) == 0
