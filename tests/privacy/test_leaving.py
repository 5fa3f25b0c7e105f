"""A person leaves: after a week nothing of them is left; until then they may come back."""

import asyncio
import secrets
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path

import httpx2
import psycopg
import pytest
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts.leaving import service as leaving
from cairn.accounts.people import service as people_service
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http import events
from cairn.platform.permissions import Role
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from tests.accounts.letters import letters_in, secret_in, text_of, with_mail
from tests.accounts.people import Somebody, somebody
from tests.conftest import PASSWORD, ClientFor, NewPerson, RunJobs
from tests.privacy.life import V1, lived, post

ERASURE, STAY = f"{V1}/me/erasure", f"{V1}/auth/stay"
WEEK = timedelta(days=7)

TRAIL = {"audit_entries"}
"""Ids stay there for as long as the trail is kept; they lead to nobody."""


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for)


@pytest.fixture
def nobody(client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(None)


async def leave(who: Somebody) -> None:
    answer = await who.client.post(ERASURE, json={"email": who.email})
    assert answer.status_code == 202, answer.text
    assert answer.json() == {"leaves_at": "2026-12-01T12:00:00Z"}


async def sign_in(nobody: httpx2.AsyncClient, who: Somebody) -> httpx2.Response:
    return await nobody.post(f"{V1}/auth/login", json={"email": who.email, "password": PASSWORD})


async def leaves(runtime: Runtime, who: Somebody) -> bool:
    async with runtime.system() as work:
        query = text("select leaves_at is not null from users where id = :id")
        return bool(await work.session.scalar(query, {"id": who.actor.user_id}))


async def is_there(runtime: Runtime, who: Somebody) -> bool:
    async with runtime.system() as work:
        return bool(await work.session.scalar(text("select true from users where id = :id"), {"id": who.actor.user_id}))


def folder(runtime: Runtime) -> Path:
    return runtime.settings.of(Place).data / "mail"


def rows_with(superuser: str, *needles: str) -> dict[str, set[str]]:
    """In which tables of the whole database something stands, as its superuser sees it."""
    found: dict[str, set[str]] = {needle: set() for needle in needles}
    with psycopg.connect(superuser) as connection:
        tables = connection.execute(
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'"
        ).fetchall()
        assert len(tables) > 40
        for (table,) in tables:
            for row in connection.execute(f'select t::text from "{table}" t'):
                for needle in needles:
                    if needle in row[0] or needle.encode().hex() in row[0]:
                        found[needle].add(table)
    return found


@pytest.fixture
def superuser(server: EmbeddedPostgres, database: Urls) -> str:
    return server.superuser_url(str(psycopg.conninfo.conninfo_to_dict(database.owner)["dbname"]))


async def test_after_a_week_nothing_is_left(
    person: NewPerson,
    client_for: ClientFor,
    nobody: httpx2.AsyncClient,
    clock: StillClock,
    run_jobs: RunJobs,
    runtime: Runtime,
    superuser: str,
) -> None:
    word = f"canary{secrets.token_hex(6)}"  # others of this database have lives of their own
    life = await lived(person, client_for, clock, run_jobs, word)
    other = await somebody(person, client_for)
    await post(other.client, "/tasks", {"title": "theirs"})
    me = str(life.actor.user_id)
    before = rows_with(superuser, word, me, life.whose.email)
    assert {"tasks", "task_steps", "memories", "messages", "reminders", "turns"} <= before[word] | before[me]
    assert {"users", "sessions", "factors", "api_keys", "avatars", "procrastinate_jobs", "shares"} <= before[me]

    await leave(life.whose)
    await run_jobs()
    assert letters_in(folder(runtime))(life.whose.email)
    clock.forward(WEEK)
    await leaving.erase_due(runtime)

    after = rows_with(superuser, word, me, life.whose.email)
    assert after[word] == set()
    assert after[life.whose.email] == set()
    assert after[me] <= TRAIL
    assert letters_in(folder(runtime))(life.whose.email) == []
    for file in runtime.settings.of(Place).data.rglob("*"):
        assert not file.is_file() or word.encode() not in file.read_bytes(), file
    assert [task["title"] for task in (await other.client.get(f"{V1}/tasks")).json()["items"]] == ["theirs"]
    again = {"email": life.whose.email, "password": PASSWORD, "name": "Ana"}
    assert (await nobody.post(f"{V1}/auth/register", json=again)).status_code == 201


async def test_everything_open_ends_at_once(ana: Somebody, client_for: ClientFor, nobody: httpx2.AsyncClient) -> None:
    elsewhere = client_for(ana.actor)
    key = (await post(ana.client, "/me/keys", {"name": "cron", "scopes": ["account:read:own"]}))["key"]
    assert (await elsewhere.get(f"{V1}/me")).status_code == 200
    async with aclosing(events.stream(ana.actor, None)) as lines:
        assert b"event: hello" in await anext(lines)
        await leave(ana)
        told = b"".join([await anext(lines) for _ in range(2)])
        assert b"ended" in told
    for client in (ana.client, elsewhere):
        assert (await client.get(f"{V1}/me")).status_code == 401
    by_key = await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {key}"})
    assert by_key.status_code == 401


async def test_the_letters_link_keeps_it_once(
    ana: Somebody, nobody: httpx2.AsyncClient, runtime: Runtime, run_jobs: RunJobs, clock: StillClock
) -> None:
    await leave(ana)
    await run_jobs()
    letter = letters_in(folder(runtime))(ana.email)[-1]
    assert letter["Subject"] == "Your account goes in a week"
    assert "2026-12-01" in text_of(letter)
    secret = secret_in(letter, "stay")
    assert (await nobody.post(STAY, json={"token": secrets.token_urlsafe(32)})).status_code == 422
    answers = await asyncio.gather(*(nobody.post(STAY, json={"token": secret}) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [204, 422, 422, 422, 422]
    assert not await leaves(runtime, ana)
    await run_jobs()
    assert letters_in(folder(runtime))(ana.email)[-1]["Subject"] == "Your account stays"
    clock.forward(WEEK)
    await leaving.erase_due(runtime)
    assert (await sign_in(nobody, ana)).status_code == 200


async def test_signing_in_keeps_it(
    ana: Somebody, nobody: httpx2.AsyncClient, runtime: Runtime, run_jobs: RunJobs, clock: StillClock
) -> None:
    await post(ana.client, "/tasks", {"title": "still here"})
    await leave(ana)
    wrong = await nobody.post(f"{V1}/auth/login", json={"email": ana.email, "password": "not the password"})
    assert wrong.status_code == 401
    assert await leaves(runtime, ana)
    assert (await sign_in(nobody, ana)).status_code == 200
    assert not await leaves(runtime, ana)
    await run_jobs()
    secret = secret_in_any(runtime, ana)
    if secret is not None:  # a link that was on its way works no more
        assert (await nobody.post(STAY, json={"token": secret})).status_code == 422
    clock.forward(WEEK)
    await leaving.erase_due(runtime)
    assert await is_there(runtime, ana)


def secret_in_any(runtime: Runtime, who: Somebody) -> str | None:
    found = [one for one in letters_in(folder(runtime))(who.email) if one["Subject"].startswith("Your account goes")]
    return secret_in(found[-1], "stay") if found else None


async def test_it_takes_a_recent_proof_the_own_address_and_no_key(
    ana: Somebody, person: NewPerson, client_for: ClientFor, runtime: Runtime
) -> None:
    other = await somebody(person, client_for)
    for wrong, kind in ((other.email, "not-your-address"), ("no address", "bad-address")):
        refused = await ana.client.post(ERASURE, json={"email": wrong})
        assert (refused.status_code, refused.json()["type"]) == (422, f"/problems/{kind}")
    assert (await ana.client.post(ERASURE, json={"email": ana.email, "now": True})).status_code == 422
    scopes = await ana.client.get(f"{V1}/me/keys/scopes")
    assert "account:erase:own" not in {one["name"] for one in scopes.json()["items"]}
    reading = await other.client.post(
        ERASURE, json={"email": ana.email}, headers={"X-Cairn-Person": str(ana.actor.user_id)}
    )
    assert reading.status_code == 403
    async with runtime.system() as work:
        await work.session.execute(
            text("update sessions set proven_at = proven_at - interval '15 minutes' where user_id = :id"),
            {"id": ana.actor.user_id},
        )
    refused = await ana.client.post(ERASURE, json={"email": ana.email})
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/proof-needed")
    assert not await leaves(runtime, ana)
    assert (await ana.client.get(f"{V1}/me")).status_code == 200


async def test_asked_twice_at_once_it_is_asked_once(ana: Somebody, runtime: Runtime) -> None:
    await ana.client.get(f"{V1}/me")
    answers = await asyncio.gather(*(ana.client.post(ERASURE, json={"email": ana.email}) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [202, 401, 401, 401]
    async with runtime.system() as work:
        query = text("select count(*) from email_tokens where purpose = 'stay' and user_id = :id and used_at is null")
        assert await work.session.scalar(query, {"id": ana.actor.user_id}) == 1


async def test_a_sign_in_at_the_same_moment_either_ends_or_keeps_the_account(
    ana: Somebody, nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    await ana.client.get(f"{V1}/me")
    asked = ana.client.post(ERASURE, json={"email": ana.email})
    _, signed_in = await asyncio.gather(asked, sign_in(nobody, ana))
    assert signed_in.status_code == 200
    headers = {"Authorization": f"Bearer {signed_in.json()['access_token']}"}
    opens = (await nobody.get(f"{V1}/me", headers=headers)).status_code == 200
    assert opens != await leaves(runtime, ana)


async def test_killed_half_way_it_is_done_again(
    ana: Somebody, nobody: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await post(ana.client, "/tasks", {"title": "tea"})
    await leave(ana)
    clock.forward(WEEK)

    async def killed(*_: object, **__: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(people_service, "remove", killed)
        with pytest.raises(RuntimeError, match="killed"):
            await leaving.erase_due(runtime)
    assert await is_there(runtime, ana)
    assert (await sign_in(nobody, ana)).status_code == 401, "nobody comes back to half an account"
    await leaving.erase_due(runtime)
    assert not await is_there(runtime, ana)


async def test_it_is_erased_not_a_moment_too_early(ana: Somebody, runtime: Runtime, clock: StillClock) -> None:
    await leave(ana)
    clock.forward(WEEK - timedelta(seconds=1))
    await leaving.erase_due(runtime)
    assert await is_there(runtime, ana)
    clock.forward(timedelta(seconds=1))
    await leaving.erase_due(runtime)
    assert not await is_there(runtime, ana)


async def test_the_last_letter_goes_out_where_mail_leaves_the_machine(
    ana: Somebody, runtime: Runtime, clock: StillClock
) -> None:
    with_mail(runtime)
    await leave(ana)
    clock.forward(WEEK)
    await leaving.erase_due(runtime)
    assert letters_in(folder(runtime))(ana.email)[-1]["Subject"] == "Your account is gone"


async def test_who_has_the_old_address_takes_a_strangers_leaving_back_too(
    ana: Somebody, nobody: httpx2.AsyncClient, runtime: Runtime, run_jobs: RunJobs
) -> None:
    """A stranger with session and password moves the address to theirs, then removes the account."""
    theirs = f"{secrets.token_hex(5)}@example.org"
    asked = await ana.client.post(f"{V1}/me/email", json={"email": theirs, "password": PASSWORD})
    assert asked.status_code == 204
    await run_jobs()
    letters = letters_in(folder(runtime))
    confirmed = await nobody.post(
        f"{V1}/auth/confirm-address", json={"token": secret_in(letters(theirs)[-1], "confirm-address")}
    )
    assert confirmed.status_code == 204
    assert (await ana.client.post(ERASURE, json={"email": theirs})).status_code == 202
    undone = await nobody.post(f"{V1}/auth/not-me", json={"token": secret_in(letters(ana.email)[-1], "not-me")})
    assert undone.status_code == 204
    assert not await leaves(runtime, ana)


# ------------------------------------------------------------------------------------------------- somebody in charge


@pytest.fixture
async def alone(runtime: Runtime) -> None:
    """Nobody that a test before left in charge."""
    async with runtime.system() as work:
        await work.session.execute(text("update users set role = 'user', leaves_at = null"))


async def in_charge(person: NewPerson, client_for: ClientFor) -> Somebody:
    actor: Actor = await person(role=Role.SUPER_ADMINISTRATOR)
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    return Somebody(actor, email, client_for(actor))


@pytest.mark.usefixtures("alone")
async def test_the_last_in_charge_stays_while_there_are_others(
    ana: Somebody, person: NewPerson, client_for: ClientFor, runtime: Runtime
) -> None:
    zoe, eva = await in_charge(person, client_for), await in_charge(person, client_for)
    for one in (zoe, eva):
        await one.client.get(f"{V1}/me")
    both = (zoe, eva)
    answers = await asyncio.gather(*(one.client.post(ERASURE, json={"email": one.email}) for one in both))
    assert sorted(answer.status_code for answer in answers) == [202, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert refused.json()["type"] == "/problems/nobody-else-in-charge"
    assert sorted([await leaves(runtime, one) for one in both]) == [False, True]
    assert not await leaves(runtime, ana)


@pytest.mark.usefixtures("alone")
async def test_the_only_person_of_all_may_go(person: NewPerson, client_for: ClientFor, runtime: Runtime) -> None:
    zoe = await in_charge(person, client_for)
    async with runtime.system() as work:
        await work.session.execute(text("delete from users where id <> :id"), {"id": zoe.actor.user_id})
    await leave(zoe)


@pytest.mark.usefixtures("alone")
async def test_who_was_alone_waits_when_people_came_meanwhile(
    person: NewPerson, client_for: ClientFor, runtime: Runtime, clock: StillClock
) -> None:
    zoe = await in_charge(person, client_for)
    async with runtime.system() as work:
        await work.session.execute(text("delete from users where id <> :id"), {"id": zoe.actor.user_id})
    await leave(zoe)
    rui = await person()
    clock.forward(WEEK)
    await leaving.erase_due(runtime)
    assert await is_there(runtime, zoe)
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set role = 'super-administrator' where id = :id"), {"id": rui.user_id}
        )
    await leaving.erase_due(runtime)
    assert not await is_there(runtime, zoe)
