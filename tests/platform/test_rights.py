"""What roles hold is data: given out once, changed by administrators, known at once in every process."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import event, text

from cairn.app import assemble
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import NotAllowed, SecondFactorNeeded
from cairn.platform.permissions import ADMINISTRATORS, LISTEN, Permission, Role
from cairn.platform.rights import Rights, raise_version
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.conftest import NewPerson

JOBS = Permission("jobs:read:all", "See what the queue holds.", ADMINISTRATORS)
PETS = Permission("pets:read:own", "See your pets.")
HERD = Permission("herd:read:all", "See everybody's pets.", ADMINISTRATORS)


@pytest.fixture(autouse=True)
async def unchanged(runtime: Runtime) -> AsyncIterator[None]:
    """The roles as they were, and nothing known of the permissions that are made up here."""
    async with runtime.system() as work:
        before = (await work.session.execute(text("select role, permission from role_permissions"))).all()
    yield
    async with runtime.system() as work:
        await work.session.execute(text("delete from role_permissions"))
        for row in before:
            await work.session.execute(
                text("insert into role_permissions (role, permission) values (:role, :permission)"), row._asdict()
            )
        await raise_version(await work.session.connection())


@pytest.fixture
async def elsewhere(
    database: Urls, server: EmbeddedPostgres, clock: StillClock, settings: Settings
) -> AsyncIterator[Runtime]:
    """Another process on the same database."""
    other = assemble.build(settings, server.secrets, database, clock=clock)
    await other.start()
    yield other
    await other.stop()


async def take(runtime: Runtime, role: Role, permission: Permission) -> None:
    async with runtime.system() as work:
        await work.session.execute(
            text("delete from role_permissions where role = :role and permission = :name"),
            {"role": role, "name": permission.name},
        )
        await raise_version(await work.session.connection())


async def holders(runtime: Runtime, permission: Permission) -> set[str]:
    async with runtime.system() as work:
        query = text("select role from role_permissions where permission = :name")
        return set((await work.session.scalars(query, {"name": permission.name})).all())


@contextmanager
def counted_statements(runtime: Runtime) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(runtime.engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(runtime.engine.sync_engine, "before_cursor_execute", note)


async def forget(runtime: Runtime, database: Urls, *permissions: Permission) -> None:
    import psycopg

    with psycopg.connect(database.owner) as owner:
        for permission in permissions:
            owner.execute("delete from role_permissions where permission = %s", [permission.name])
            owner.execute("delete from permissions where name = %s", [permission.name])


async def test_a_new_permission_is_given_to_its_default_roles_once_by_whoever_starts_first(
    runtime: Runtime, database: Urls
) -> None:
    starting = [Rights([PETS, HERD]) for _ in range(8)]
    try:
        await asyncio.gather(*(rights.seed(runtime.system_engine) for rights in starting))

        # What a role inherits isn't given to it a second time.
        assert await holders(runtime, PETS) == {Role.USER}
        assert await holders(runtime, HERD) == {Role.ADMINISTRATOR}
    finally:
        await forget(runtime, database, PETS, HERD)


async def test_what_an_administrator_took_away_is_not_given_out_again_by_the_next_start(runtime: Runtime) -> None:
    await take(runtime, Role.USER, LISTEN)

    await Rights([LISTEN]).seed(runtime.system_engine)

    assert await holders(runtime, LISTEN) == set()


async def test_a_change_holds_at_once_in_every_process_and_costs_nothing_while_there_is_none(
    runtime: Runtime, elsewhere: Runtime, actor: Actor
) -> None:
    known = await elsewhere.identify(actor.credential)
    assert known.may(LISTEN)
    with counted_statements(elsewhere) as statements:
        await elsewhere.identify(actor.credential)
    assert len(statements) == 1

    await take(runtime, Role.USER, LISTEN)

    with counted_statements(elsewhere) as statements:
        assert not (await elsewhere.identify(actor.credential)).may(LISTEN)
        assert not (await elsewhere.identify(actor.credential)).may(LISTEN)
    assert len(statements) == 3


async def test_what_a_role_loses_is_lost_to_those_that_inherit_it(runtime: Runtime, person: NewPerson) -> None:
    people = [await person(role=role) for role in Role]
    await take(runtime, Role.USER, LISTEN)
    for somebody in people:
        assert not (await runtime.identify(somebody.credential)).may(LISTEN)


async def test_a_role_that_nobody_knows_holds_nothing(actor: Actor, runtime: Runtime) -> None:
    async with actor.work() as work:
        found = await runtime.rights.of("emperor", -1, await work.session.connection())
    assert found.permissions == frozenset()


async def test_what_reaches_everybody_needs_two_factors_and_ones_own_things_do_not(person: NewPerson) -> None:
    by_one = await person(role=Role.ADMINISTRATOR)
    by_two = replace(by_one, factors=2)

    assert by_one.may(LISTEN)
    assert not by_one.may(JOBS)
    with pytest.raises(SecondFactorNeeded):
        by_one.must(JOBS)
    assert by_two.may(JOBS)


async def test_a_second_factor_gives_nobody_what_their_role_does_not_hold(actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        replace(actor, factors=2).must(JOBS)


async def test_a_key_holds_the_smaller_of_its_scopes_and_its_persons_role(person: NewPerson) -> None:
    boss = replace(await person(role=Role.ADMINISTRATOR), factors=2)
    user = await person()

    assert not replace(boss, scopes=frozenset()).may(LISTEN)
    assert not replace(boss, scopes=frozenset({LISTEN.name})).may(JOBS)
    assert replace(boss, scopes=frozenset({JOBS.name})).may(JOBS)
    assert not replace(user, scopes=frozenset({JOBS.name}), factors=2).may(JOBS)
    assert not replace(boss, scopes=frozenset({JOBS.name}), factors=1).may(JOBS)
