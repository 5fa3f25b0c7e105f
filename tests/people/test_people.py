"""Administrators look after people: who there is, in what role and standing. What they keep stays closed."""

import asyncio
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts.people import service as looking_after
from cairn.accounts.people.errors import LastAdministrator
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import NotFound
from cairn.platform.http.events import stream
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from tests.accounts.letters import letters_in, text_of
from tests.accounts.proofs import with_app, with_key
from tests.conftest import NOON, PASSWORD, ClientFor, NewPerson, RunJobs
from tests.people.conftest import Box

PEOPLE = "/api/v1/admin/people"
ROLES = "/api/v1/admin/roles"


async def address(actor: Actor) -> str:
    async with actor.runtime.system() as work:
        return await accounts.address_of(work, actor.user_id)


async def standing(runtime: Runtime, actor: Actor) -> tuple[str, bool]:
    async with runtime.system() as work:
        found = await work.session.execute(
            text("select role, disabled_at is not null as out from users where id = :id"), {"id": actor.user_id}
        )
        row = found.one()
    return row.role, row.out


# ------------------------------------------------------------------------------------------------------------ seeing


async def test_people_are_listed_in_pages_newest_first(theirs: httpx2.AsyncClient, person: NewPerson) -> None:
    made = [await person() for _ in range(3)]
    first = (await theirs.get(PEOPLE, params={"limit": 2})).json()
    second = (await theirs.get(PEOPLE, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    listed = [one["id"] for one in first["items"] + second["items"]][:3]
    assert listed == [str(one.user_id) for one in reversed(made)]


async def test_a_person_is_found_by_the_whole_address_by_role_and_by_standing(
    theirs: httpx2.AsyncClient, boss: Actor, actor: Actor
) -> None:
    async def found(**asked: str) -> list[str]:
        answer = await theirs.get(PEOPLE, params=asked)
        assert answer.status_code == 200, answer.text
        return [one["id"] for one in answer.json()["items"]]

    whole = await address(actor)
    assert await found(email=whole.upper()) == [str(actor.user_id)]
    assert await found(email=whole.replace("@", "@x.")) == []
    assert await found(role="administrator") == [str(boss.user_id)]
    await theirs.post(f"{PEOPLE}/{actor.user_id}/suspend", json={"reason": "Spam."})
    assert str(actor.user_id) in await found(status="suspended")
    assert str(actor.user_id) not in await found(status="active")
    assert (await theirs.get(PEOPLE, params={"email": "no address"})).status_code == 422


async def test_who_looks_at_a_person_stands_in_that_persons_trail(
    theirs: httpx2.AsyncClient, boss: Actor, actor: Actor
) -> None:
    seen = (await theirs.get(f"{PEOPLE}/{actor.user_id}")).json()
    assert set(seen) == {"id", "email", "role", "status", "created_at", "last_seen_at", "suspended_at", "why"}
    async with actor.work() as work:
        by = await work.session.scalars(text("select actor_id from audit_entries where action = 'person.seen'"))
        assert by.all() == [boss.user_id]


# -------------------------------------------------------------------------------------------------------- suspending


async def test_a_suspended_person_is_out_at_once_by_every_credential(
    theirs: httpx2.AsyncClient, actor: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    hers = client_for(actor)
    assert (await hers.get("/api/v1/me")).status_code == 200
    async with aclosing(stream(actor, None)) as lines:
        await anext(lines)
        answer = await theirs.post(f"{PEOPLE}/{actor.user_id}/suspend", json={"reason": "Spam."})
        assert (answer.status_code, answer.json()["status"], answer.json()["why"]) == (200, "suspended", "Spam.")
        rest = [line async for line in lines]
    assert b"account.all_ended" in rest[-1]
    assert (await hers.get("/api/v1/me")).status_code == 401
    assert await runtime.person(actor.user_id) is None
    login = {"email": await address(actor), "password": PASSWORD}
    assert (await client_for(None).post("/api/v1/auth/login", json=login)).status_code == 401


async def test_who_is_let_back_in_signs_in_anew(
    theirs: httpx2.AsyncClient, actor: Actor, client_for: ClientFor
) -> None:
    hers = client_for(actor)
    assert (await hers.get("/api/v1/me")).status_code == 200
    for verb in ("suspend", "restore"):
        answer = await theirs.post(
            f"{PEOPLE}/{actor.user_id}/{verb}", json={"reason": "x"} if verb == "suspend" else None
        )
        assert answer.status_code == 200, answer.text
    assert (await hers.get("/api/v1/me")).status_code == 401
    assert (await client_for(actor).get("/api/v1/me")).status_code == 200


async def test_suspending_twice_leaves_the_first_reason_and_sends_one_letter(
    theirs: httpx2.AsyncClient, actor: Actor, run_jobs: RunJobs, box: Box
) -> None:
    for reason in ("First.", "Second."):
        answer = await theirs.post(f"{PEOPLE}/{actor.user_id}/suspend", json={"reason": reason})
        assert answer.json()["why"] == "First."
    await run_jobs()
    (letter,) = box.letters
    assert letter.to == await address(actor)
    assert "First." in letter.text


async def test_letters_tell_of_a_new_role_and_of_being_let_back_in_in_the_persons_language(
    theirs: httpx2.AsyncClient, person: NewPerson, run_jobs: RunJobs, box: Box
) -> None:
    maria = await person(locale="pt")
    await theirs.put(f"{PEOPLE}/{maria.user_id}/role", json={"role": "premium"})
    await run_jobs()
    await theirs.post(f"{PEOPLE}/{maria.user_id}/suspend", json={"reason": "Spam."})
    await run_jobs()
    await theirs.post(f"{PEOPLE}/{maria.user_id}/restore")
    await run_jobs()
    assert [letter.subject for letter in box.letters] == [
        "O teu papel mudou",
        "A tua conta está suspensa",
        "A tua conta está aberta outra vez",
    ]


# ------------------------------------------------------------------------------------------------------------- roles


async def test_a_new_role_ends_sessions_and_keys_and_holds_from_the_next_sign_in(
    theirs: httpx2.AsyncClient, actor: Actor, client_for: ClientFor
) -> None:
    hers = client_for(actor)
    await hers.get("/api/v1/me")
    key = {"id": uuid4(), "user": actor.user_id, "now": NOON, "until": NOON + timedelta(days=1)}
    async with actor.work() as work:
        await work.session.execute(
            text(
                "insert into api_keys (id, user_id, name_cipher, prefix, key_hash, scopes, factors, created_at,"
                " expires_at) values (:id, :user, 'x', 'cairn_', 'x', array['account:read:own'], 1, :now, :until)"
            ),
            key,
        )

    answer = await theirs.put(f"{PEOPLE}/{actor.user_id}/role", json={"role": "premium"})

    assert answer.json()["role"] == "premium"
    assert (await hers.get("/api/v1/me")).status_code == 401
    assert (await client_for(actor).get("/api/v1/me")).json()["role"] == "premium"
    async with actor.work() as work:
        assert await work.session.scalar(text("select revoked_at from api_keys")) == NOON


async def test_nobody_gives_or_governs_a_role_above_their_own(
    theirs: httpx2.AsyncClient, boss: Actor, chief: Actor, actor: Actor, runtime: Runtime
) -> None:
    answers = [
        await theirs.put(f"{PEOPLE}/{actor.user_id}/role", json={"role": "super-administrator"}),
        await theirs.put(f"{PEOPLE}/{boss.user_id}/role", json={"role": "super-administrator"}),
        await theirs.put(f"{PEOPLE}/{chief.user_id}/role", json={"role": "user"}),
        await theirs.post(f"{PEOPLE}/{chief.user_id}/suspend", json={"reason": "x"}),
        await theirs.delete(f"{PEOPLE}/{chief.user_id}"),
    ]
    assert {(answer.status_code, answer.json()["type"]) for answer in answers} == {(403, "/problems/above-you")}
    assert await standing(runtime, chief) == ("super-administrator", False)


async def test_somebody_is_left_in_charge(theirs: httpx2.AsyncClient, boss: Actor, runtime: Runtime) -> None:
    lowered = await theirs.put(f"{PEOPLE}/{boss.user_id}/role", json={"role": "user"})
    assert (lowered.status_code, lowered.json()["type"]) == (409, "/problems/last-administrator")
    for answer in (
        await theirs.post(f"{PEOPLE}/{boss.user_id}/suspend", json={"reason": "x"}),
        await theirs.delete(f"{PEOPLE}/{boss.user_id}"),
    ):
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-yourself")
    assert await standing(runtime, boss) == ("administrator", False)


async def test_the_last_super_administrator_stays_one(chief: Actor, boss: Actor, client_for: ClientFor) -> None:
    answer = await client_for(chief, factors=2).put(f"{PEOPLE}/{chief.user_id}/role", json={"role": "administrator"})
    assert answer.status_code == 409


async def test_administrators_who_remove_each_other_at_once_leave_one(
    boss: Actor, person: NewPerson, client_for: ClientFor, runtime: Runtime
) -> None:
    other = await person(role=Role.ADMINISTRATOR)
    for _ in range(3):
        one, two = client_for(boss, factors=2), client_for(other, factors=2)
        await asyncio.gather(one.get("/api/v1/me"), two.get("/api/v1/me"))
        answers = await asyncio.gather(
            one.put(f"{PEOPLE}/{other.user_id}/role", json={"role": "user"}),
            two.put(f"{PEOPLE}/{boss.user_id}/role", json={"role": "user"}),
        )
        # The one who came second was no administrator any more when their turn came.
        assert sorted(answer.status_code for answer in answers) in ([200, 401], [200, 403])
        left = [await standing(runtime, one) for one in (boss, other)]
        assert sorted(role for role, _ in left) == ["administrator", "user"]
        async with runtime.system() as work:
            both = {"one": boss.user_id, "two": other.user_id}
            await work.session.execute(text("update users set role = 'administrator' where id in (:one, :two)"), both)


async def test_an_administrator_may_step_down_while_another_is_left(
    theirs: httpx2.AsyncClient, boss: Actor, person: NewPerson, runtime: Runtime
) -> None:
    await person(role=Role.ADMINISTRATOR)
    answer = await theirs.put(f"{PEOPLE}/{boss.user_id}/role", json={"role": "user"})
    assert answer.status_code == 200
    assert (await theirs.get(PEOPLE)).status_code == 401


async def test_whoever_has_the_terminal_gives_any_role(actor: Actor, boss: Actor, runtime: Runtime) -> None:
    await looking_after.set_role(runtime, await address(actor), Role.SUPER_ADMINISTRATOR)
    assert await standing(runtime, actor) == ("super-administrator", False)
    with pytest.raises(LastAdministrator):
        await looking_after.set_role(runtime, await address(actor), Role.USER)
    with pytest.raises(NotFound):
        await looking_after.set_role(runtime, "nobody@example.org", Role.USER)


async def test_whoever_has_the_terminal_lets_in_who_lost_their_factors(
    actor: Actor, client_for: ClientFor, clock: StillClock, runtime: Runtime, run_jobs: RunJobs, tmp_path: Path
) -> None:
    theirs, email = client_for(actor), await address(actor)
    await with_key(theirs)
    await with_app(theirs, clock.now())

    assert await looking_after.remove_factors(runtime, email) == 2
    await run_jobs()

    assert (await theirs.get("/api/v1/me")).status_code == 401
    login = await client_for(None).post("/api/v1/auth/login", json={"email": email, "password": PASSWORD})
    assert "access_token" in login.json()
    told = [text_of(letter) for letter in letters_in(tmp_path / "data/mail")(email)]
    assert any("took your second step away" in one for one in told)
    with pytest.raises(NotFound):
        await looking_after.remove_factors(runtime, email)
    with pytest.raises(NotFound):
        await looking_after.remove_factors(runtime, "nobody@example.org")


# ---------------------------------------------------------------------------------------------------------- removing


async def test_a_removed_person_is_gone_with_everything_also_when_suspended_before(
    theirs: httpx2.AsyncClient, actor: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    hers = client_for(actor)
    assert (
        await hers.post("/api/v1/messages", json={"text": "remind me to call Rita in 5 minutes"})
    ).status_code == 200
    await theirs.post(f"{PEOPLE}/{actor.user_id}/suspend", json={"reason": "Spam."})

    assert (await theirs.delete(f"{PEOPLE}/{actor.user_id}")).status_code == 204

    assert (await theirs.get(f"{PEOPLE}/{actor.user_id}")).status_code == 404
    assert (await theirs.delete(f"{PEOPLE}/{actor.user_id}")).status_code == 404
    async with runtime.system() as work:
        for table in ("users", "person_keys", "sessions", "memberships"):
            column = "id" if table == "users" else "user_id"
            left = text(f"select count(*) from {table} where {column} = :id")
            assert await work.session.scalar(left, {"id": actor.user_id}) == 0, table
        erased = text("select count(*) from audit_entries where action = 'person.erased' and subject_id = :id")
        assert await work.session.scalar(erased, {"id": actor.user_id}) == 1


async def test_what_changes_people_needs_a_recent_proof(
    theirs: httpx2.AsyncClient, boss: Actor, chief: Actor, actor: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    highest = client_for(chief, factors=2)
    await asyncio.gather(theirs.get(PEOPLE), highest.get(PEOPLE))
    async with runtime.system() as work:
        await work.session.execute(
            text("update sessions set proven_at = :then"), {"then": NOON - timedelta(minutes=15)}
        )
    one = f"{PEOPLE}/{actor.user_id}"
    answers = [
        await theirs.post(f"{one}/suspend", json={"reason": "x"}),
        await theirs.post(f"{one}/restore"),
        await theirs.put(f"{one}/role", json={"role": "premium"}),
        await theirs.delete(one),
        await highest.put(f"{ROLES}/premium", json={"permissions": []}),
    ]
    assert {(answer.status_code, answer.json()["type"]) for answer in answers} == {(403, "/problems/proof-needed")}


# ------------------------------------------------------------------------------------------------------ two factors


async def test_who_has_one_factor_left_looks_after_nobody_any_more(
    boss: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    """Neither the session that was proven by two nor a key that it made outlives the second."""
    theirs, program = client_for(boss), client_for(None)
    await with_app(theirs, clock.now())
    assert (await theirs.get(PEOPLE)).status_code == 200
    made = [
        (await theirs.post("/api/v1/me/keys", json={"name": "Cron", "scopes": [scope]})).json()["key"]
        for scope in ("people:read:all", "account:read:own")
    ]
    over_all, own = ({"Authorization": f"Bearer {key}"} for key in made)
    assert (await program.get(PEOPLE, headers=over_all)).status_code == 200
    (app,) = (await theirs.get("/api/v1/me/factors")).json()["factors"]

    assert (await theirs.delete(f"/api/v1/me/factors/{app['id']}")).status_code == 204

    refused = await theirs.get(PEOPLE)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/second-factor-needed")
    assert (await program.get(PEOPLE, headers=over_all)).status_code == 401
    assert (await program.get("/api/v1/me", headers=own)).status_code == 200
