"""Keys made new while people use what they seal."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts import sessions
from cairn.accounts.encryption import service as encryption
from cairn.accounts.messages import DropOldKeys, RenewKey
from cairn.accounts.models import EMAIL, NAME, WRAPPED
from cairn.accounts.schemas import ChangeMe, Login
from cairn.accounts.tokens import Tokens
from cairn.app.features import FEATURES
from cairn.platform.actor import Actor
from cairn.platform.crypto import DataKey, KeyRing, Unreadable, Versions
from cairn.platform.runtime import Runtime
from tests.conftest import PASSWORD, NewPerson, RunJobs


@dataclass
class Disk:
    """The ring as it lies on a disk that several processes share."""

    versions: Versions

    def turn(self) -> int:
        made = max(self.versions.keys) + 1
        self.versions = Versions({**self.versions.keys, made: bytes([made]) * 32}, made)
        return made

    def ring(self, runtime: Runtime) -> KeyRing:
        return KeyRing(self.versions, index_key=runtime.key_ring.index_key, look=lambda: self.versions)


@pytest.fixture
async def disk(runtime: Runtime) -> AsyncIterator[Disk]:
    """The runtime's own ring, put where a test can turn it, and turned back for the tests that come after."""
    before = runtime.key_ring.newest()
    disk = Disk(before)
    runtime.key_ring = disk.ring(runtime)
    yield disk
    disk.versions = Versions(disk.versions.keys, before.current)
    await encryption.rewrap(runtime)


async def _version(runtime: Runtime, user_id: UUID) -> int:
    return (await _wrapped(runtime, user_id))[0]


async def _wrapped(runtime: Runtime, user_id: UUID) -> bytes:
    async with runtime.system() as work:
        found = await work.session.scalar(text("select wrapped from person_keys where user_id = :id"), {"id": user_id})
    return bytes(found)


async def _generations(runtime: Runtime, user_id: UUID) -> list[int]:
    key = runtime.key_ring.unwrap(await _wrapped(runtime, user_id), WRAPPED.place(user_id))
    return sorted(key.generations)


async def _sealed_name(runtime: Runtime, user_id: UUID) -> bytes:
    async with runtime.system() as work:
        found = await work.session.scalar(text("select name_cipher from users where id = :id"), {"id": user_id})
    return bytes(found)


async def _name(actor: Actor) -> str:
    async with actor.work() as work:
        return (await accounts.me(work)).name


async def _rename(actor: Actor, name: str) -> None:
    async with actor.work() as work:
        await accounts.change_me(work, ChangeMe(name=name))


# The ring's turning.


async def test_after_a_turn_everything_is_wrapped_by_the_new_version_and_reads_as_before(
    runtime: Runtime, person: NewPerson, disk: Disk
) -> None:
    people = [await person(name=f"Ana {number}") for number in range(5)]
    tokens = runtime.provider(Tokens)
    token, _ = await tokens.issue(runtime.new_id(), people[0].user_id)
    new = disk.turn()

    assert await encryption.rewrap(runtime, batch=2) >= 6

    assert set(await encryption.counts(runtime)) == {new}
    assert [await _name(actor) for actor in people] == [f"Ana {number}" for number in range(5)]
    assert await tokens.session_of(token)
    assert await Tokens(runtime).session_of(token)
    assert await encryption.rewrap(runtime) == 0


async def test_a_rewrap_that_was_cut_off_is_taken_up_by_the_next(
    runtime: Runtime, person: NewPerson, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [await person(name="Ana") for _ in range(5)]
    new = disk.turn()
    wrap, calls = runtime.key_ring.wrap, 0

    def cut_off(key: DataKey, place: str) -> bytes:
        nonlocal calls
        calls += 1
        if calls > 3:
            raise asyncio.CancelledError
        return wrap(key, place)

    with monkeypatch.context() as patched:
        patched.setattr(runtime.key_ring, "wrap", cut_off)
        with pytest.raises(asyncio.CancelledError):
            await encryption.rewrap(runtime, batch=2)
    half = await encryption.counts(runtime)
    assert half[new] == 2
    assert {await _name(actor) for actor in people} == {"Ana"}

    await encryption.rewrap(runtime, batch=2)
    assert set(await encryption.counts(runtime)) == {new}
    assert {await _name(actor) for actor in people} == {"Ana"}


async def test_turns_rewraps_sign_ins_and_registrations_all_at_once(
    runtime: Runtime, person: NewPerson, disk: Disk
) -> None:
    people = [await person(name="Ana") for _ in range(4)]
    logins = [await _login(actor) for actor in people]
    disk.turn()

    done = await asyncio.gather(
        *(encryption.rewrap(runtime, batch=1) for _ in range(3)),
        *(sessions.sign_in(runtime, login, "tests") for login in logins),
        *(_rename(actor, "Ana Maria") for actor in people),
        *(person(name="Ben") for _ in range(2)),
        return_exceptions=True,
    )

    assert [fault for fault in done if isinstance(fault, BaseException)] == []
    assert {await _name(actor) for actor in people} == {"Ana Maria"}
    assert set(await encryption.counts(runtime)) == {disk.versions.current}


async def _login(actor: Actor) -> Login:
    async with actor.work() as work:
        address = await accounts.address_of(work, work.user_id)
    return Login.model_validate({"email": address, "password": PASSWORD})


async def test_a_process_that_did_not_hear_of_a_turn_reads_and_wraps_by_the_new_version(
    runtime: Runtime, person: NewPerson, disk: Disk
) -> None:
    ana = await person(name="Ana")
    deaf = disk.ring(runtime)
    new = disk.turn()
    await encryption.rewrap(runtime)

    assert new not in deaf.keys
    assert deaf.unwrap(await _wrapped(runtime, ana.user_id), WRAPPED.place(ana.user_id)).generation == 1
    assert new in deaf.keys

    deaf = disk.ring(runtime)
    newer = disk.turn()
    assert deaf.new_data_key("here")[1][0] == newer


async def _broken(runtime: Runtime, actor: Actor) -> Actor:
    broken = "update person_keys set wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20)) where user_id = :id"
    async with runtime.system() as work:
        await work.session.execute(text(broken), {"id": actor.user_id})
    return actor


async def _leave(runtime: Runtime, actor: Actor) -> None:
    """Take a person away whose key the tests after this one could not read."""
    async with runtime.system() as work:
        await work.session.execute(text("delete from users where id = :id"), {"id": actor.user_id})


async def test_one_key_that_cannot_be_read_holds_up_no_other_and_is_still_counted(
    runtime: Runtime, person: NewPerson, disk: Disk
) -> None:
    broken, whole = await _broken(runtime, await person(name="Ana")), await person(name="Ben")
    old, new = disk.versions.current, disk.turn()

    await encryption.rewrap(runtime, batch=1)

    assert await _version(runtime, whole.user_id) == new
    assert (await encryption.counts(runtime))[old] == 1
    await _leave(runtime, broken)


# A person's own key.


async def test_a_new_key_seals_what_the_old_one_did_and_then_the_old_one_goes(
    runtime: Runtime, person: NewPerson
) -> None:
    ana = await person(name="Ana")
    before = await _sealed_name(runtime, ana.user_id)

    await encryption.renew(runtime, ana.user_id, 2)

    assert await _generations(runtime, ana.user_id) == [1, 2]
    after = await _sealed_name(runtime, ana.user_id)
    assert (before[1:3], after[1:3]) == (b"\0\1", b"\0\2")
    assert await _name(ana) == "Ana"
    assert (await sessions.sign_in(runtime, await _login(ana), "tests")).tokens is not None

    await encryption.drop_old(runtime, ana.user_id, 2)
    assert await _generations(runtime, ana.user_id) == [2]
    assert await _name(ana) == "Ana"


async def test_everybody_gets_a_new_key_by_jobs_but_who_has_a_broken_one(
    runtime: Runtime, person: NewPerson, run_jobs: RunJobs
) -> None:
    broken = await _broken(runtime, await person(name="Ana"))
    people = [await person(name=f"Ana {number}") for number in range(3)]
    assert await encryption.ask_for_new_keys(runtime) >= 3
    await run_jobs()
    for number, actor in enumerate(people):
        assert max(await _generations(runtime, actor.user_id)) == 2
        assert await _name(actor) == f"Ana {number}"
    await _leave(runtime, broken)


async def test_old_keys_are_dropped_only_an_hour_later(runtime: Runtime, actor: Actor) -> None:
    await encryption.renew(runtime, actor.user_id, 2)
    async with runtime.system() as work:
        due = await work.session.scalar(
            text("select scheduled_at from procrastinate_jobs where task_name = :name and args->>'user_id' = :id"),
            {"name": DropOldKeys.name, "id": str(actor.user_id)},
        )
    assert due == runtime.clock.now() + timedelta(hours=1)


async def test_a_job_that_runs_twice_or_at_once_makes_one_key(runtime: Runtime, person: NewPerson) -> None:
    ana = await person(name="Ana")
    await asyncio.gather(*(encryption.renew(runtime, ana.user_id, 2) for _ in range(6)))
    await encryption.renew(runtime, ana.user_id, 2)
    assert await _generations(runtime, ana.user_id) == [1, 2]
    assert await _name(ana) == "Ana"


async def test_what_a_slow_unit_of_work_sealed_with_the_key_before_is_not_lost(
    runtime: Runtime, person: NewPerson
) -> None:
    """It read the key, then the key was renewed and everything sealed anew, then it wrote."""
    ana = await person(name="Ana")
    async with ana.work() as slow:
        key = await accounts.data_key(slow, ana.user_id)
        await encryption.renew(runtime, ana.user_id, 2)
        await slow.session.execute(
            text("update users set name_cipher = :name where id = :id"),
            {"name": key.seal("Ana Maria", NAME.of(ana.user_id)), "id": ana.user_id},
        )
    assert await _name(ana) == "Ana Maria"

    await encryption.drop_old(runtime, ana.user_id, 2)
    assert await _name(ana) == "Ana Maria"
    assert await _generations(runtime, ana.user_id) == [2]


async def test_the_drop_of_one_renewal_leaves_the_generation_that_the_next_still_needs(
    runtime: Runtime, person: NewPerson
) -> None:
    ana = await person(name="Ana")
    await encryption.renew(runtime, ana.user_id, 2)
    await encryption.renew(runtime, ana.user_id, 3)
    await encryption.drop_old(runtime, ana.user_id, 2)
    assert await _generations(runtime, ana.user_id) == [2, 3]


async def test_what_may_never_change_keeps_the_generation_that_sealed_it(
    runtime: Runtime, person: NewPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = await person(name="Ana")
    before = await _sealed_name(runtime, ana.user_id)
    monkeypatch.setattr(encryption, "_sealed", lambda _: [EMAIL, replace(NAME, fixed=True)])
    for generation in (2, 3):
        await encryption.renew(runtime, ana.user_id, generation)
        await encryption.drop_old(runtime, ana.user_id, generation)

    assert await _generations(runtime, ana.user_id) == [1, 3]
    assert await _sealed_name(runtime, ana.user_id) == before
    assert await _name(ana) == "Ana"


async def test_no_generation_is_dropped_while_a_value_cannot_be_opened(runtime: Runtime, person: NewPerson) -> None:
    ana = await person(name="Ana")
    await encryption.renew(runtime, ana.user_id, 2)
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set name_cipher = :odd where id = :id"),
            {"odd": b"\x02\0\x01" + bytes(40), "id": ana.user_id},
        )
    with pytest.raises(Unreadable, match="still needs"):
        await encryption.drop_old(runtime, ana.user_id, 2)
    assert await _generations(runtime, ana.user_id) == [1, 2]


async def test_what_the_first_release_sealed_is_brought_to_the_new_form(runtime: Runtime, person: NewPerson) -> None:
    ana = await person(name="Ana")
    key = runtime.key_ring.unwrap(await _wrapped(runtime, ana.user_id), WRAPPED.place(ana.user_id))
    place = f"users|name|{ana.user_id}".encode()
    old = b"\x01" + bytes(12) + AESGCM(key.generations[1]).encrypt(bytes(12), b"Ana", place)
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set name_cipher = :old where id = :id"), {"old": old, "id": ana.user_id}
        )
    assert await _name(ana) == "Ana"

    await encryption.renew(runtime, ana.user_id, 2)

    assert (await _sealed_name(runtime, ana.user_id))[:3] == b"\x02\0\x02"
    assert await _name(ana) == "Ana"


async def test_renewals_turns_and_changes_at_once_lose_nothing(runtime: Runtime, person: NewPerson, disk: Disk) -> None:
    ana = await person(name="Ana")
    for generation in range(2, 7):
        disk.turn()
        done = await asyncio.gather(
            encryption.renew(runtime, ana.user_id, generation),
            encryption.rewrap(runtime, batch=1),
            _rename(ana, f"Ana {generation}"),
            encryption.renew(runtime, ana.user_id, generation),
            _name(ana),
            return_exceptions=True,
        )
        assert [fault for fault in done if isinstance(fault, BaseException)] == []
        assert await _name(ana) == f"Ana {generation}"
    await encryption.drop_old(runtime, ana.user_id, 6)
    assert await _name(ana) == "Ana 6"


async def test_a_key_of_somebody_who_is_gone_is_nobodys_to_renew(runtime: Runtime) -> None:
    nobody = runtime.new_id()
    await encryption.renew(runtime, nobody, 2)
    await encryption.drop_old(runtime, nobody, 2)
    async with runtime.system() as work:
        await encryption.ask_for_new_key(work, nobody)
        await work.seal()
        waiting = await work.session.scalar(
            text("select count(*) from procrastinate_jobs where task_name = :name and args->>'user_id' = :id"),
            {"name": RenewKey.name, "id": str(nobody)},
        )
    assert waiting == 0


# A promise.


async def test_every_sealed_column_is_named_by_its_feature_and_open_to_both_rotations(runtime: Runtime) -> None:
    async with runtime.system() as work:
        found = await work.session.execute(
            text(
                "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                " and data_type = 'bytea' and column_name ~ '_cipher$|^wrapped$'"
            )
        )
        columns = {(row.table_name, row.column_name) for row in found}
        named = {(one.table, one.column) for feature in FEATURES for one in feature.sealed}
        named |= {(one.table, one.column) for feature in FEATURES for one in feature.wrapped}
        fixed = {(one.table, one.column) for feature in FEATURES for one in feature.sealed if one.fixed}
        # Sealed by a key of its own, which stands beside it and is wrapped; it is made new by schedule.
        assert columns == named | {("signing_keys", "private_cipher")}
        for table, column in named:
            # What may never change is only read, to know which keys it needs.
            for right in ("select",) if (table, column) in fixed else ("select", "update"):
                may = text("select has_column_privilege('cairn_system', :table, :column, :right)")
                given = {"table": table, "column": column, "right": right}
                assert await work.session.scalar(may, given), f"{right} {table}.{column}"
            policies = text("select count(*) from pg_policies where tablename = :table and 'cairn_system' = any(roles)")
            assert await work.session.scalar(policies, {"table": table}), f"{table} has no policy for the system"
